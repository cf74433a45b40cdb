import { Component, useState } from "@odoo/owl";
import {
    groupsIn,
    isList,
    isNumeric,
    namesIn,
    referenceOf,
} from "../core/insight_table";
import { countWords, numberWords, toneWords } from "./insight_words";

/** Up to so many names stand in a cell; of more it says how many, until it is opened. */
const NAMES = 3;

/** One row, and under it its parts when somebody opened it. */
export class InsightRow extends Component {
    static template = "ict_coordination.InsightRow";
    static props = { table: Object, row: Object, onRecords: Function };

    setup() {
        this.state = useState({ isOpen: false, unfolded: {} });
        this.tone = toneWords(this.props.row.tone);
    }

    /** The row itself, then its parts: every cell in words. */
    get lines() {
        const { row } = this.props;
        const parts = this.state.isOpen ? row.parts : [];
        return [row, ...parts].map(({ cells }, index) => ({
            index,
            cells: this.cellsOf(cells, index),
        }));
    }

    cellsOf(cells, index) {
        return this.props.table.columns.map((column) => {
            const lists = this.listsOf(column, cells);
            const badges = column.kind === "badges" ? cells[column.key] || [] : [];
            const texts = this.textsOf(column, cells);
            // A part leaves out what the row above it says already.
            const isUnknown = index === 0 && this.isUnknown(column, cells);
            return {
                key: column.key,
                place: `${index}-${column.key}`,
                label: column.label,
                isNumeric: isNumeric(column),
                lists,
                badges,
                texts,
                isUnknown,
                isBlank:
                    !isUnknown &&
                    !badges.length &&
                    !texts.length &&
                    !lists.some(({ names }) => names.length),
            };
        });
    }

    /** Names in a cell: one list, or one under each thing that schools chose. */
    listsOf(column, cells) {
        const lists =
            column.kind === "groups"
                ? groupsIn(this.props.table, column, cells)
                : referenceOf(column)
                  ? [{ label: "", names: namesIn(this.props.table, column, cells) }]
                  : [];
        return lists.map(({ label, names }) => ({
            label,
            names,
            count:
                names.length > NAMES
                    ? countWords(referenceOf(column) || "schools", names.length)
                    : "",
            title: names.map(({ name }) => name).join(", "),
        }));
    }

    /** Hours break before what is not known of them: "12,5 u", "+ 3 zonder uren". */
    textsOf(column, cells) {
        const value = cells[column.key];
        if (isNumeric(column)) {
            return numberWords(column, value)
                .split(/ (?=\+)/)
                .filter(Boolean);
        }
        return column.kind === "text" && value ? [value] : [];
    }

    /** Nothing is filled in: a dash, where an empty list says that there is nobody. */
    isUnknown(column, cells) {
        const value = cells[column.key];
        const isEmpty = value === null || value === undefined;
        return isEmpty && (isNumeric(column) || isList(column));
    }

    toggle() {
        this.state.isOpen = !this.state.isOpen;
    }

    unfold(place) {
        this.state.unfolded[place] = !this.state.unfolded[place];
    }
}
