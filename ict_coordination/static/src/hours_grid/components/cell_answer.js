import { Component, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { keyOf } from "../core/edit_keys";
import { cellText, fieldText } from "../core/typed";
import { lettersOf } from "../core/letters";
import { asksAnswer } from "../core/unsaved_entry";
import { savedWhen } from "./saved_when";

/**
 * A cell that could not simply be saved, in words, with the ways out as buttons: of two
 * who wrote one cell, mine or theirs; the readings of a text; a refusal to read and drop.
 */
export class CellAnswer extends Component {
    static template = "ict_coordination.CellAnswer";
    static props = {
        grid: Object,
        lineId: Number,
        memberId: { type: Number, optional: true },
        field: { type: String, optional: true },
        onAnswered: { type: Function, optional: true },
    };

    setup() {
        this.model = useState(this.props.grid.model);
    }

    get key() {
        const { lineId: line, memberId: member, field } = this.props;
        return keyOf({ line, member, field });
    }

    get status() {
        return this.model.status(this.key);
    }

    get isShown() {
        return asksAnswer(this.status);
    }

    textOf(value) {
        const { field } = this.props;
        if (field) {
            return fieldText(field, value?.[field] ?? null) || _t("empty");
        }
        return value ? `${cellText(value)} ${lettersOf(value)}`.trim() : _t("nobody");
    }

    /** What was typed, unless the message says it already. */
    get typedText() {
        const { text, message } = this.status;
        return text && !message?.includes(text) ? text : "";
    }

    get mineText() {
        const { lineId, memberId, field } = this.props;
        if (this.status.text) {
            return this.status.text;
        }
        return this.textOf(
            field ? this.model.line(lineId) : this.model.cell(lineId, memberId),
        );
    }

    get theirsText() {
        return this.textOf(this.status.stored);
    }

    get conflictText() {
        const { by, on } = this.status;
        return by
            ? _t("%(who)s changed this too, %(when)s.", {
                  who: by,
                  when: savedWhen(on),
              })
            : _t("Somebody else changed this too.");
    }

    answer(choice) {
        this.model.resolve(this.key, choice);
        this.props.onAnswered?.();
    }
}
