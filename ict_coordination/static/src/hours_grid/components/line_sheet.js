import { Component, useEffect, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { Dialog } from "@web/core/dialog/dialog";
import { cellKey } from "../core/edit_keys";
import { editText } from "../core/typed";
import { FIELD_LABELS } from "../core/words";
import { CellAnswer } from "./cell_answer";
import { CellControls } from "./cell_controls";
import { CommitInput } from "./commit_input";
import { dialogClass } from "./dark_mode";
import { FieldChoices } from "./field_choices";
import { editOf } from "./grid_commands";
import { SaveStatus } from "./save_status";

/**
 * One task on a phone: everybody with hours, mandates and funding, and the task's own
 * fields. It edits the model of the grid, which saves as always.
 */
export class LineSheet extends Component {
    static template = "ict_coordination.LineSheet";
    static components = {
        CellAnswer,
        CellControls,
        CommitInput,
        Dialog,
        FieldChoices,
        SaveStatus,
    };
    static props = { grid: Object, lineId: Number, close: Function };

    setup() {
        this.grid = this.props.grid;
        this.model = useState(this.grid.model);
        this.view = useState(this.grid.view);
        // The tasks as they stood in the list: an edit that takes one out of the filter
        // does not change what "next" means.
        this.lineIds = this.grid.lineIds;
        this.state = useState({
            lineId: this.props.lineId,
            isAskingPeople: false,
            first: this.peopleOf(this.props.lineId),
        });
        useEffect(
            (isGone) => {
                if (isGone) {
                    this.props.close();
                }
            },
            () => [!this.line],
        );
    }

    /** Nothing once somebody took the task away; then the sheet closes. */
    get line() {
        return this.model.line(this.state.lineId);
    }

    get cluster() {
        return this.model.clusters.find(({ id }) => id === this.line.cluster);
    }

    get contentClass() {
        return `${dialogClass({ view: this.view })} o_ict_line_sheet`;
    }

    /** @returns {Set<number>} ids of who does this task now */
    peopleOf(lineId) {
        return new Set(this.model.cellsOfLine(lineId).map(({ member }) => member));
    }

    /** Who did the task when it was opened first: nobody moves while one types. */
    get people() {
        const { id } = this.line;
        const { first } = this.state;
        const { members } = this.model;
        const sorted = [
            ...members.filter((member) => first.has(member.id)),
            ...members.filter((member) => !first.has(member.id)),
        ];
        return sorted.map((member) => {
            const cell = this.model.cell(id, member.id);
            const status = this.model.status(cellKey(id, member.id));
            return {
                member,
                cell,
                hours: status?.text ?? (cell ? editText(cell) : ""),
                hoursLabel: _t("Hours a week of %s", member.name),
                removeLabel: _t("Remove %s from this task", member.name),
                remark: this.model.remark(cellKey(id, member.id)),
                state: status ? `o_ict_${status.state}` : "",
            };
        });
    }

    get fields() {
        const names =
            this.model.overview.kind === "target"
                ? ["applicable", "level", "priority"]
                : ["applicable", "level"];
        return names.map((name) => ({
            name,
            label: FIELD_LABELS[name],
            value: this.line[name],
        }));
    }

    get noteLabel() {
        return String(FIELD_LABELS.note);
    }

    /** Place in the list, from 1. */
    get place() {
        return this.lineIds.indexOf(this.state.lineId) + 1;
    }

    get placeText() {
        return _t("%(place)s of %(total)s", {
            place: this.place,
            total: this.lineIds.length,
        });
    }

    get peopleQuestion() {
        return _t("People stand on this task. Remove them and make it not applicable?");
    }

    step(by) {
        this.lineIds = this.lineIds.filter((id) => this.model.line(id));
        const next = this.lineIds[this.place - 1 + by];
        if (next) {
            this.state.lineId = next;
            this.state.first = this.peopleOf(next);
            this.state.isAskingPeople = false;
        }
    }

    setHours(member, text) {
        this.model.edit([editOf(this.grid, this.line.id, { member }, text)]);
    }

    change(memberId, update) {
        const { id } = this.line;
        const [value] = update([this.model.cell(id, memberId)]);
        this.model.edit([{ line: id, member: memberId, value }]);
    }

    remove(memberId) {
        this.model.edit([{ line: this.line.id, member: memberId, value: null }]);
    }

    setField(field, value) {
        const { id } = this.line;
        if (field === "applicable" && !value && this.filled.length) {
            this.state.isAskingPeople = true;
            return;
        }
        this.state.isAskingPeople = false;
        this.model.edit([{ line: id, field, value }]);
    }

    get filled() {
        return this.people.filter(({ cell }) => cell);
    }

    /** One step, so that one undo brings everybody back. */
    removePeople() {
        const { id } = this.line;
        this.state.isAskingPeople = false;
        this.model.edit([
            ...this.filled.map(({ member }) => ({
                line: id,
                member: member.id,
                value: null,
            })),
            { line: id, field: "applicable", value: false },
        ]);
    }

    addPerson() {
        this.grid.run("addPerson");
    }
}
