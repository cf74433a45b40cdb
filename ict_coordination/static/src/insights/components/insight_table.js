import { Component } from "@odoo/owl";
import { isNumeric } from "../core/insight_table";
import { nextSort } from "../core/table_view";
import { InsightRow } from "./insight_row";

/** The rows of an insight under headers that sort them. */
export class InsightTable extends Component {
    static template = "ict_coordination.InsightTable";
    static components = { InsightRow };
    static props = { table: Object, shown: Object, view: Object, onRecords: Function };

    get columns() {
        const { sort } = this.props.view;
        return this.props.table.columns.map((column) => ({
            column,
            isNumeric: isNumeric(column),
            order:
                sort?.key !== column.key
                    ? "none"
                    : sort.isDown
                      ? "descending"
                      : "ascending",
        }));
    }

    get hasParts() {
        return this.props.table.rows.some(({ parts }) => parts.length);
    }

    sortBy(column) {
        this.props.view.sort = nextSort(this.props.view.sort, column);
    }
}
