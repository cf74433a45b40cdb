import { _t } from "@web/core/l10n/translation";
import { getActiveHotkey } from "@web/core/hotkeys/hotkey_service";
import { ListRenderer } from "@web/views/list/list_renderer";
import { formatHoursTotal } from "../ict_hours/hours_format";
import { sectionsOf } from "./line_filters";

/** A list in sections: a foldable header with a subtotal before each cluster. */
export class OverviewLinesRenderer extends ListRenderer {
    static rowsTemplate = "ict_coordination.OverviewLinesRenderer.Rows";
    static recordRowTemplate = "ict_coordination.OverviewLinesRenderer.RecordRow";

    setup() {
        super.setup();
        this.lines = this.env.overviewLines;
    }

    get sections() {
        return sectionsOf(this.props.list.records)
            .map((section) => ({
                ...section,
                isFolded: Boolean(this.lines.state.folded[section.id]),
                shown: section.lines.filter((line) => this.lines.isShown(line)),
            }))
            .filter((section) => section.shown.length);
    }

    /** The lines that the keyboard walks through, in the order of the screen. */
    get visibleLines() {
        return this.sections.flatMap((section) =>
            section.isFolded ? [] : section.shown,
        );
    }

    coveredText(section) {
        return _t("%(covered)s of %(applicable)s covered", section);
    }

    hoursText(section) {
        return formatHoursTotal(section.hours, section.unknown);
    }

    async toggleSection(section) {
        await this.props.list.leaveEditMode();
        this.lines.state.folded[section.id] = !section.isFolded;
    }

    onSectionKeydown(ev, section) {
        if (["enter", "space"].includes(getActiveHotkey(ev))) {
            ev.preventDefault();
            this.toggleSection(section);
        }
    }

    /** Each person apart, so that "2 u" stays with the name. */
    peopleOf(record) {
        const people = record.data.people_text.split(", ");
        return people.map((person, i) =>
            i < people.length - 1 ? `${person},` : person,
        );
    }

    getRowClass(record) {
        const { coverage, is_core: isCore } = record.data;
        const core = isCore ? "o_ict_core" : "";
        return `${super.getRowClass(record)} o_ict_edge_${coverage} ${core}`;
    }

    /** People are filled in with the dialog of the line. */
    async onCellClicked(record, column, ev, newWindow) {
        if (column.name === "people_text") {
            return this.lines.openLine(record);
        }
        return super.onCellClicked(record, column, ev, newWindow);
    }

    /** No empty rows to fill up the table. */
    get getEmptyRowIds() {
        return [];
    }

    // --- keyboard: the standard list walks over hidden lines too ---

    onCellKeydownEditMode(hotkey, cell, group, record) {
        const step = { tab: 1, enter: 1, "shift+tab": -1 }[hotkey];
        if (!step) {
            return super.onCellKeydownEditMode(hotkey, cell, group, record);
        }
        if (this.applyCellKeydownEditModeStayOnRow(hotkey, cell, group, record)) {
            return true;
        }
        const lines = this.visibleLines;
        const next = lines[lines.indexOf(record) + step];
        if (!next) {
            this.props.list.leaveEditMode();
            return hotkey === "enter";
        }
        if (step < 0) {
            this.cellToFocus = { forward: false, record: next };
        } else if (hotkey === "enter") {
            // Down the column: 67 times the level, or 67 times the priority.
            const column = this.columns.find(
                (col) => col.name === cell.getAttribute("name"),
            );
            this.cellToFocus = column && { column, record: next, forward: true };
        }
        this.props.list.leaveEditMode({ validate: true }).then((isLeft) => {
            if (isLeft) {
                this.props.list.enterEditMode(next);
            }
        });
        return true;
    }

    onCellKeydownReadOnlyMode(hotkey, cell, group, record) {
        if (
            record &&
            hotkey === "enter" &&
            cell.getAttribute("name") === "people_text"
        ) {
            this.lines.openLine(record);
            return true;
        }
        return super.onCellKeydownReadOnlyMode(hotkey, cell, group, record);
    }

    findFocusFutureCell(cell, cellIsInGroupRow, direction) {
        const sibling = { up: "previousElementSibling", down: "nextElementSibling" }[
            direction
        ];
        let row = sibling && cell.parentElement[sibling];
        while (row?.classList.contains("o_ict_section")) {
            row = row[sibling];
        }
        if (row?.classList.contains("o_data_row")) {
            return row.children[[...cell.parentElement.children].indexOf(cell)];
        }
        return super.findFocusFutureCell(cell, cellIsInGroupRow, direction);
    }
}
