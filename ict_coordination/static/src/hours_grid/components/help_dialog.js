import { Component, useEffect, useRef } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { Dialog } from "@web/core/dialog/dialog";
import { helpGroups } from "../core/keys";
import { dialogClass } from "./dark_mode";
import { COVERAGE_SIGNS, coverageTitle } from "./grid_cells";

/**
 * All keys of the grid, from the table that the keyboard itself is read with, and what
 * the signs in it mean.
 */
export class HelpDialog extends Component {
    static template = "ict_coordination.HelpDialog";
    static components = { Dialog };
    static props = { grid: Object, close: Function };

    setup() {
        this.bodyRef = useRef("body");
        // Into the list, so that the arrows scroll it and Escape is heard.
        useEffect(
            (el) => el.focus({ preventScroll: true }),
            () => [this.bodyRef.el],
        );
    }

    get title() {
        return _t("Keys of the hours grid");
    }

    get contentClass() {
        return dialogClass(this.props.grid);
    }

    get groups() {
        return helpGroups();
    }

    /** What stands before a task, in a shape and at its edge in a colour. */
    get coverages() {
        return Object.entries(COVERAGE_SIGNS).map(([id, sign]) => ({
            id,
            sign,
            label: coverageTitle(id),
        }));
    }
}
