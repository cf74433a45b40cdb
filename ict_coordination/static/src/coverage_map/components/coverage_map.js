import { Component, markRaw, onWillStart, useRef, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { useSetupAction } from "@web/search/action_hook";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { usePrintAlone } from "../../ict_print/print_alone";
import { hasSheets, mainKind, readMap } from "../core/map_model";
import { isFiltered, layoutOf, newView, noFilters } from "../core/map_view";
import { MapCards } from "./map_cards";
import { MapLegend } from "./map_legend";
import { MapPeople } from "./map_people";
import { savePicture } from "./map_picture";
import { MapTable } from "./map_table";
import { MapToolbar, kindText } from "./map_toolbar";

/** Tasks × schools: where nobody does what has to be done, and what a target changes. */
export class CoverageMap extends Component {
    static template = "ict_coordination.CoverageMap";
    static components = { Layout, MapCards, MapLegend, MapTable, MapToolbar };
    static props = { ...standardActionServiceProps };
    static displayName = _t("Coverage map");

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.ui = useService("ui");
        this.rootRef = useRef("root");
        // As it was left, when the user comes back from a line.
        const { view, year, cursor } = this.props.state || {};
        this.view = useState(view || newView());
        this.state = useState({ map: null, year: year || false });
        this.cursor = cursor || { row: "", column: "name" };
        this.people = new MapPeople(this.orm);
        this.onOpen = this.onOpen.bind(this);
        useSetupAction({
            getLocalState: () => ({
                view: { ...this.view },
                year: this.state.year,
                cursor: this.cursor,
            }),
        });
        usePrintAlone(this.rootRef, "o_ict_map_printing", ".o_ict_map_table");
        onWillStart(() => this.load(this.state.year));
    }

    /** @param {string|false} year false: the overviews in force */
    async load(year) {
        const answer = await this.orm.call("ict.coverage.map", "map_read", [], {
            year,
        });
        this.state.year = answer.year;
        // Thousands of cells that never change need no proxies.
        this.state.map = markRaw(readMap(answer));
    }

    get map() {
        return this.state.map;
    }

    get isEmpty() {
        return !hasSheets(this.map);
    }

    get isFiltered() {
        return isFiltered(this.view);
    }

    /** Columns that stay keep their list: then no row is drawn again for a fold. */
    get layout() {
        const layout = layoutOf(this.map, this.view);
        const { schools: before = [] } = this.lastLayout || {};
        const isSame =
            before.length === layout.schools.length &&
            before.every((school, index) => school === layout.schools[index]);
        if (isSame) {
            layout.schools = before;
        }
        this.lastLayout = markRaw(layout);
        return this.lastLayout;
    }

    /** What is shown, in words: above the print and the picture. */
    get title() {
        const year = this.state.year || _t("in force now");
        return _t("Coverage map – %(kind)s, %(year)s", {
            kind: kindText(this.view.kind),
            year,
        });
    }

    get today() {
        return luxon.DateTime.now().toLocaleString(luxon.DateTime.DATE_FULL);
    }

    clearFilters() {
        Object.assign(this.view, noFilters());
    }

    print() {
        window.print();
    }

    async saveAsPicture() {
        await savePicture({
            root: this.rootRef.el,
            layout: this.layout,
            map: this.map,
            view: this.view,
            title: this.title,
            date: this.today,
        });
    }

    openOverviews() {
        this.action.doAction("ict_coordination.ict_overview_action");
    }

    /** @param {"cluster"|"lines"|"school"|"task"} what @param {Object} things */
    onOpen(what, things) {
        if (what === "cluster") {
            this.fold(things.cluster);
        } else {
            const action = this[`${what}Action`](things);
            return action && this.action.doAction(action);
        }
    }

    fold(cluster) {
        const { folded } = this.view;
        this.view.folded = folded.includes(cluster)
            ? folded.filter((id) => id !== cluster)
            : [...folded, cluster];
    }

    linesAction({ lineIds, task }) {
        const action = {
            type: "ir.actions.act_window",
            name: task.name,
            res_model: "ict.overview.line",
        };
        return lineIds.length === 1
            ? { ...action, res_id: lineIds[0], views: [[false, "form"]] }
            : {
                  ...action,
                  domain: [["id", "in", lineIds]],
                  context: { search_default_group_kind: 1 },
                  views: [
                      [false, "list"],
                      [false, "form"],
                  ],
              };
    }

    schoolAction({ school }) {
        const { current, target } = school.sheets;
        const sheet = school.sheets[mainKind(this.view.kind)] || target || current;
        const action = {
            type: "ir.actions.act_window",
            name: school.name,
            res_model: "ict.overview",
        };
        return sheet
            ? { ...action, res_id: sheet.id, views: [[false, "form"]] }
            : {
                  ...action,
                  domain: [["company_id", "=", school.id]],
                  context: { default_company_id: school.id },
                  views: [
                      [false, "list"],
                      [false, "form"],
                  ],
              };
    }

    /** One task over all schools. */
    taskAction({ task }) {
        const { kind } = this.view;
        const { year } = this.state;
        return {
            type: "ir.actions.act_window",
            name: task.name,
            res_model: "ict.overview.line",
            domain: [
                ["task_id", "=", task.id],
                year
                    ? ["overview_id.school_year", "=", year]
                    : ["overview_id.in_force", "=", true],
                ...(kind === "compare" ? [] : [["kind", "=", kind]]),
            ],
            context: { search_default_group_kind: 1 },
            views: [
                [false, "list"],
                [false, "form"],
            ],
        };
    }
}

registry.category("actions").add("ict_coordination.coverage_map", CoverageMap);
