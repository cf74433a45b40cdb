import {
    Component,
    onMounted,
    onPatched,
    onWillUpdateProps,
    useRef,
    useState,
} from "@odoo/owl";
import { useDebounced } from "@web/core/utils/timing";
import { linesOf, lookAt } from "../core/map_model";
import { indexesOf, moved, rowKeys } from "../core/map_cursor";
import { totalOf } from "../core/map_totals";
import { MapCluster, MapFoot, MapRow } from "./map_row";
import { MapTip } from "./map_tip";
import { gapWords } from "./map_words";

/** How long the eye rests on a cell before its names are asked for. */
const NAMES_AFTER = 150;

/** Widths in rem, as in the scss: one school, by what stands in its cells. */
const WIDTHS = { none: 1.75, people: 2.5, hours: 4.25 };
const COMPARED_WIDTHS = { none: 3, people: 4.5, hours: 8 };
const WIDE = 6.5;
const TASK = 18;
const TOTAL = 3.5;

/**
 * Tasks × schools as one grid with one tab stop. The table listens for all its cells; the
 * cell that has the focus is marked in the page itself, so that walking draws nothing.
 */
export class MapTable extends Component {
    static template = "ict_coordination.MapTable";
    static components = { MapCluster, MapFoot, MapRow, MapTip };
    static props = {
        map: Object,
        layout: Object,
        kind: String,
        number: String,
        label: String,
        people: Object,
        cursor: Object,
        onOpen: Function,
    };

    setup() {
        this.tableRef = useRef("table");
        this.tip = useState({
            school: null,
            task: null,
            kind: "",
            place: null,
            rect: null,
            isFocused: false,
        });
        this.loadNames = useDebounced(
            (lineIds) => this.props.people.load(lineIds),
            NAMES_AFTER,
        );
        onMounted(() => this._markTabStop());
        onPatched(() => this._markTabStop());
        onWillUpdateProps(() => this.hideTip());
    }

    get columnWidth() {
        const { kind, number, layout } = this.props;
        const least = (kind === "compare" ? COMPARED_WIDTHS : WIDTHS)[number];
        return layout.isWide ? Math.max(WIDE, least) : least;
    }

    get minWidth() {
        return TASK + TOTAL + this.columnWidth * this.props.layout.schools.length;
    }

    get rowCount() {
        return rowKeys(this.props.layout).length;
    }

    headTitle(school) {
        const { kind, layout } = this.props;
        const { sheets } = school;
        const year = (sheets.target || sheets.current)?.school_year;
        return [
            school.name,
            school.type_label,
            year,
            year && gapWords(totalOf([school], layout.tasks, kind)),
        ]
            .filter(Boolean)
            .join("\n");
    }

    // --- which cell ---

    /** @returns {{row: string, column: string|number}|null} the place of an element */
    placeOf(target) {
        const cell = target.closest?.("[data-column]");
        const row = cell?.closest("[data-row]");
        if (!row) {
            return null;
        }
        const { column } = cell.dataset;
        const isName = column === "name" || column === "total";
        return { row: row.dataset.row, column: isName ? column : Number(column) };
    }

    /** @returns {HTMLElement|undefined} */
    elementOf(place) {
        const { row, column } = indexesOf(this.props.layout, place);
        return this.tableRef.el.rows[row]?.cells[column];
    }

    /** What a place stands for. */
    thingsOf({ row, column }) {
        const { map, layout } = this.props;
        const id = Number(row.slice(1));
        return {
            task: row[0] === "t" ? map.tasks.find((task) => task.id === id) : null,
            cluster: row[0] === "c" ? id : null,
            school: layout.schools.find((school) => school.id === column) || null,
            isHead: row === "head",
            isName: column === "name",
        };
    }

    /** One cell of the grid can be reached with Tab: the one left last. */
    _markTabStop() {
        const cell = this.elementOf(this.props.cursor);
        if (cell !== this.tabStop) {
            this.tabStop?.removeAttribute("tabindex");
            cell?.setAttribute("tabindex", "0");
            this.tabStop = cell;
        }
    }

    focus(place) {
        Object.assign(this.props.cursor, place);
        this._markTabStop();
        this.tabStop.focus({ preventScroll: true });
        this.tabStop.scrollIntoView({ block: "nearest", inline: "nearest" });
        this.showTip(place, true);
    }

    // --- what the user does ---

    onKeydown(ev) {
        if (ev.altKey || ev.metaKey) {
            return;
        }
        if (ev.key === "Escape" && this.tip.school) {
            ev.stopPropagation();
            this.hideTip();
        } else if (ev.key === "Enter" || ev.key === " ") {
            ev.preventDefault();
            this.open(this.placeOf(ev.target));
        } else {
            const press = { key: ev.key, ctrl: ev.ctrlKey };
            const place = moved(this.props.layout, this.props.cursor, press);
            if (place) {
                ev.preventDefault();
                ev.stopPropagation();
                this.focus(place);
            }
        }
    }

    onClick(ev) {
        const place = this.placeOf(ev.target);
        if (place) {
            Object.assign(this.props.cursor, place);
            this._markTabStop();
            this.open(place);
        }
    }

    open(place) {
        if (!place) {
            return;
        }
        const { task, cluster, school, isHead, isName } = this.thingsOf(place);
        const { onOpen, kind } = this.props;
        if (isHead && school) {
            onOpen("school", { school });
        } else if (task && isName) {
            onOpen("task", { task });
        } else if (cluster && isName) {
            onOpen("cluster", { cluster });
        } else if (task && school) {
            const lineIds = linesOf(lookAt(school, task, kind));
            onOpen(lineIds.length ? "lines" : "school", { lineIds, school, task });
        }
    }

    onMouseover(ev) {
        const place = this.placeOf(ev.target);
        if (place) {
            this.showTip(place);
        } else {
            this.hideTip();
        }
    }

    onFocusin(ev) {
        const place = this.placeOf(ev.target);
        if (place) {
            Object.assign(this.props.cursor, place);
            this.showTip(place, true);
        }
    }

    // --- the tip ---

    showTip(place, isFocused = false) {
        const { task, school } = this.thingsOf(place);
        if (!task || !school) {
            return this.hideTip();
        }
        const { kind, people } = this.props;
        const rect = this.elementOf(place).getBoundingClientRect();
        Object.assign(this.tip, { task, school, kind, place, rect, isFocused });
        const { cell, old } = lookAt(school, task, kind);
        const isSomebody = (one) => one && (one.people || one.hours || one.unknown);
        const lineIds = [old, cell].filter(isSomebody).map(({ line }) => line);
        if (!people.get(lineIds)) {
            this.loadNames(lineIds);
        }
    }

    onScroll() {
        if (this.tip.place) {
            this.tip.rect = this.elementOf(this.tip.place).getBoundingClientRect();
        }
    }

    hideTip() {
        Object.assign(this.tip, { task: null, school: null, place: null, rect: null });
    }
}
