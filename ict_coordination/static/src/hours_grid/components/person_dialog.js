import { Component, onWillStart, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { Dialog } from "@web/core/dialog/dialog";
import { KeepLast } from "@web/core/utils/concurrency";
import { useAutofocus, useService } from "@web/core/utils/hooks";
import { useDebounced } from "@web/core/utils/timing";
import { memberColumnId } from "../core/columns";
import { messageOf } from "../saving/server_error";
import { dialogClass } from "./dark_mode";

/** Long enough to type on, short enough not to be noticed. */
const SEARCH_DELAY = 200;

const keyOf = ({ kind, id }) => `${kind}:${id}`;

/**
 * One search box for a new column: who fits the cluster, colleagues, contacts; at the end
 * a vacancy and an external partner who is nowhere yet. Arrows and Enter, or the mouse.
 */
export class PersonDialog extends Component {
    static template = "ict_coordination.PersonDialog";
    static components = { Dialog };
    static props = { grid: Object, close: Function };

    setup() {
        this.grid = this.props.grid;
        this.orm = useService("orm");
        this.inputRef = useAutofocus({ mobile: true });
        this.keepLast = new KeepLast();
        const line = this.grid.model.line(this.grid.active.lineId);
        this.state = useState({
            query: "",
            clusterId: line?.cluster || 0,
            suggested: [],
            found: [],
            selected: 0,
            isLoading: false,
            isAdding: false,
            error: "",
        });
        this.searchSoon = useDebounced(() => this.search(), SEARCH_DELAY);
        onWillStart(() => this.search());
    }

    get title() {
        return _t("Add a person");
    }

    get contentClass() {
        return `${dialogClass(this.grid)} o_ict_person_dialog`;
    }

    get clusters() {
        return this.grid.model.clusters;
    }

    get name() {
        return this.state.query.trim();
    }

    /** What can be added without being found. */
    get newEntries() {
        const { name } = this;
        const vacancy = {
            kind: "vacancy",
            id: false,
            icon: "fa-question-circle-o",
            name: name ? _t("Vacancy “%s”", name) : _t("Vacancy"),
            newName: name || String(_t("Vacancy")),
        };
        const partner = {
            kind: "partner",
            id: false,
            icon: "fa-handshake-o",
            name: _t("External partner “%s”", name),
            newName: name,
        };
        return name ? [vacancy, partner] : [vacancy];
    }

    /** All that can be chosen, with a place of its own in the order of the arrows. */
    get sections() {
        const { suggested, found } = this.state;
        const cluster = this.clusters.find(({ id }) => id === this.state.clusterId);
        let place = 0;
        return [
            {
                id: "suggested",
                title: cluster
                    ? _t("Skills that fit “%s”", cluster.name)
                    : _t("Skills that fit"),
                entries: suggested,
            },
            { id: "found", title: _t("Found"), entries: found },
            { id: "new", title: _t("New"), entries: this.newEntries },
        ]
            .map((section) => ({
                ...section,
                entries: section.entries.map((one) => ({ ...one, place: place++ })),
            }))
            .filter(({ entries }) => entries.length);
    }

    get entries() {
        return this.sections.flatMap(({ entries }) => entries);
    }

    get emptyText() {
        const { isLoading, suggested, found, error } = this.state;
        if (isLoading || error || suggested.length || found.length) {
            return "";
        }
        return this.name
            ? _t("Nobody else of this name in the school or the group.")
            : _t("Type a name: nobody's skills are known to fit here.");
    }

    async search() {
        const { query, clusterId } = this.state;
        this.state.isLoading = true;
        try {
            const people = await this.keepLast.add(
                this.call("grid_people", [query.trim(), clusterId || false]),
            );
            // Who fits is not found a second time.
            const fits = new Set(people.suggested.map(keyOf));
            Object.assign(this.state, {
                suggested: people.suggested,
                found: people.found.filter((one) => !fits.has(keyOf(one))),
                selected: 0,
                error: "",
            });
        } catch (error) {
            this.fail(error);
        }
        this.state.isLoading = false;
    }

    /** Without a sentence of the server the connection is the likely cause. */
    fail(error) {
        this.state.error = messageOf(error, _t("No connection: try again."));
    }

    call(method, args) {
        return this.orm.silent.call("ict.overview", method, [
            [this.grid.model.overview.id],
            ...args,
        ]);
    }

    onInput(ev) {
        this.state.query = ev.target.value;
        this.state.selected = 0;
        this.searchSoon();
    }

    setCluster(ev) {
        this.state.clusterId = Number(ev.target.value);
        return this.search();
    }

    onKeydown(ev) {
        const last = this.entries.length - 1;
        const { selected } = this.state;
        if (ev.key === "ArrowDown") {
            this.state.selected = selected >= last ? 0 : selected + 1;
        } else if (ev.key === "ArrowUp") {
            this.state.selected = selected <= 0 ? last : selected - 1;
        } else if (ev.key === "Enter" && !ev.isComposing) {
            this.add(this.entries[selected]);
        } else {
            return;
        }
        ev.preventDefault();
        ev.stopPropagation();
        this.inputRef.el
            .closest(".o_ict_people_search")
            .querySelector(`[data-place="${this.state.selected}"]`)
            ?.scrollIntoView({ block: "nearest" });
    }

    async add({ kind, id, name, newName }) {
        if (this.state.isAdding) {
            return;
        }
        this.state.isAdding = true;
        try {
            const member = await this.call("grid_add_person", [
                kind,
                id,
                newName || name,
            ]);
            this.props.close();
            this.grid.model.addMember(member);
            const lineId = this.grid.active.lineId || this.grid.model.lines[0]?.id;
            this.grid.goTo(lineId, memberColumnId(member.id));
        } catch (error) {
            this.fail(error);
            this.state.isAdding = false;
        }
    }
}
