import { Component, useState } from "@odoo/owl";
import { cellDifference, coverageOf, lineDifference, lineTotal } from "../core/totals";
import {
    COVERAGE_SIGNS,
    cellView,
    comparedWith,
    coverageTitle,
    differenceClass,
    differenceText,
    shortTotal,
    totalTitle,
} from "./grid_cells";

/** One task. Drawn again only when the task or one of its cells changes. */
export class GridRow extends Component {
    static template = "ict_coordination.GridRow";
    static props = { grid: Object, lineId: Number, rowIndex: Number, columns: Array };

    setup() {
        this.model = useState(this.props.grid.model);
        this.view = useState(this.props.grid.view);
        Object.assign(this, {
            differenceClass,
            differenceText,
            shortTotal,
            totalTitle,
        });
    }

    /** All that the row shows, worked out once for each time it is drawn. */
    get shown() {
        const { model } = this;
        const { columns, lineId } = this.props;
        const line = model.line(lineId);
        if (!line) {
            return null;
        }
        const isCompared = this.view.compare && model.peerData;
        const coverage = coverageOf(model, line);
        return {
            line,
            sign: COVERAGE_SIGNS[coverage],
            coverage: coverageTitle(coverage),
            coverageId: coverage,
            total: lineTotal(model, line),
            difference: isCompared ? lineDifference(model, line) : null,
            cells: columns.map((column) => {
                const cell = cellView(model, line, column);
                cell.id = column.id;
                if (isCompared && column.member) {
                    comparedWith(cell, cellDifference(model, line, column.member));
                }
                return cell;
            }),
        };
    }
}
