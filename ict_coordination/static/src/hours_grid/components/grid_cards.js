import { Component, useState } from "@odoo/owl";
import { useService } from "@web/core/utils/hooks";
import { formatHoursOf, formatHoursTotal } from "../../ict_hours/hours_format";
import { cellKey } from "../core/edit_keys";
import { lettersOf } from "../core/letters";
import { filtersOf } from "../core/rows";
import { coverageOf, lineTotal } from "../core/totals";
import { COVERAGE_LABELS } from "../core/words";
import { isFiltered, showAllTasks, shownCount, shownText } from "./grid_filters";
import { LineSheet } from "./line_sheet";
import { OrphansNotice } from "./orphans_notice";
import { SaveStatus } from "./save_status";

/** One task in the list of a phone: what it is and who does it. */
export class GridCard extends Component {
    static template = "ict_coordination.GridCard";
    static props = { grid: Object, lineId: Number, onOpen: Function };

    setup() {
        this.model = useState(this.props.grid.model);
    }

    /** Nothing once somebody took the task away, until the list has heard of it. */
    get line() {
        return this.model.line(this.props.lineId);
    }

    get coverage() {
        return coverageOf(this.model, this.line);
    }

    get coverageText() {
        return COVERAGE_LABELS[this.coverage];
    }

    get people() {
        const { id } = this.line;
        return this.model.members
            .map(({ id: memberId, name }) => ({
                id: memberId,
                name,
                cell: this.model.cell(id, memberId),
                status: this.model.status(cellKey(id, memberId)),
            }))
            .filter(({ cell, status }) => cell || status?.text)
            .map(({ cell, status, ...person }) => ({
                ...person,
                hours: status?.text ?? formatHoursOf(cell.hours, cell.certainty),
                letters: cell ? lettersOf(cell) : "",
                state: status ? `o_ict_${status.state}` : "",
            }));
    }

    get totalText() {
        const { hours, unknown } = lineTotal(this.model, this.line);
        return this.people.length > 1 ? formatHoursTotal(hours, unknown) : "";
    }
}

/**
 * The grid on a phone: the same rows of the same model as a list of cards. A tap opens
 * the sheet of one task.
 */
export class GridCards extends Component {
    static template = "ict_coordination.GridCards";
    static components = { GridCard, OrphansNotice, SaveStatus };
    static props = { grid: Object };

    setup() {
        this.grid = this.props.grid;
        this.model = useState(this.grid.model);
        this.view = useState(this.grid.view);
        this.layout = useState(this.grid.layout);
        this.dialog = useService("dialog");
        this.open = this.open.bind(this);
    }

    get filters() {
        return filtersOf(this.model, this.view);
    }

    get rows() {
        return this.layout.rows;
    }

    get resultText() {
        return shownText(this.model, this.rows);
    }

    get isFiltered() {
        return isFiltered(this.view);
    }

    get isEmpty() {
        return !shownCount(this.rows);
    }

    showAll() {
        showAllTasks(this.view);
    }

    setFilter(ev) {
        this.view.filter = ev.target.value;
    }

    open(lineId) {
        this.dialog.add(LineSheet, { grid: this.grid, lineId });
    }
}
