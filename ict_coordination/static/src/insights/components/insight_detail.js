import { Component, onMounted, useExternalListener, useRef, useState } from "@odoo/owl";
import { useHotkey } from "@web/core/hotkeys/hotkey_hook";
import { schoolsWithoutSheet } from "../core/insight_table";
import { PAGE, nextSort, shownRows } from "../core/table_view";
import { InsightTable } from "./insight_table";
import { rowsWords, toneWords } from "./insight_words";

/** With more columns a table is wider than a laptop. */
const WIDE = 9;

/** One insight: why its rows are there, the rows, and the records behind them. */
export class InsightDetail extends Component {
    static template = "ict_coordination.InsightDetail";
    static components = { InsightTable };
    static props = {
        table: Object,
        view: Object,
        onBack: Function,
        onRecords: Function,
        onThresholds: Function,
    };

    setup() {
        this.view = useState(this.props.view);
        this.searchRef = useRef("search");
        this.titleRef = useRef("title");
        this.tone = toneWords(this.props.table.tone);
        this.withoutSheet = schoolsWithoutSheet(this.props.table);
        this.isWide = this.props.table.columns.length > WIDE;
        this.helps = this.props.table.columns.filter(({ help }) => help);
        useHotkey("escape", () => this.onEscape());
        useExternalListener(window, "keydown", (ev) => this.onKeydown(ev));
        onMounted(() => this.titleRef.el.focus({ preventScroll: true }));
    }

    get shown() {
        return shownRows(this.props.table, this.view);
    }

    /** How many rows there are, and how many the search leaves. */
    get count() {
        return rowsWords(this.shown.found, this.props.table.rows.length);
    }

    get sortKey() {
        return this.view.sort?.key || "";
    }

    onSearch(ev) {
        this.view.text = ev.target.value;
        this.view.limit = PAGE;
    }

    showMore() {
        this.view.limit += PAGE;
    }

    clear() {
        this.view.text = "";
    }

    /** On a phone there are no headers to choose. */
    onSort(ev) {
        const key = ev.target.value;
        const column = this.props.table.columns.find((one) => one.key === key);
        this.view.sort = column ? nextSort(null, column) : null;
    }

    onEscape() {
        if (this.view.text) {
            this.clear();
        } else {
            this.props.onBack();
        }
    }

    onKeydown(ev) {
        const isTyping = ev.target.closest?.(
            "input, textarea, select, [contenteditable]",
        );
        if (ev.key === "/" && !isTyping && this.searchRef.el) {
            ev.preventDefault();
            this.searchRef.el.focus();
        }
    }
}
