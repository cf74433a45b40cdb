import { Component, markRaw, onWillStart, useRef, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { KeepLast } from "@web/core/utils/concurrency";
import { useService } from "@web/core/utils/hooks";
import { useSetupAction } from "@web/search/action_hook";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { messageOf } from "../../hours_grid/saving/server_error";
import { usePrintAlone } from "../../ict_print/print_alone";
import { hasSheets } from "../core/insight_list";
import { addressOf, startPlace } from "../core/insight_place";
import { rowName } from "../core/insight_table";
import { newTableView } from "../core/table_view";
import { InsightCards } from "./insight_cards";
import { InsightDetail } from "./insight_detail";
import { schoolsWords } from "./insight_words";

/**
 * What a group can act on: all insights in a few words, or one of them with its rows.
 * How to open one from elsewhere stands in `core/insight_place.js`.
 */
export class Insights extends Component {
    static template = "ict_coordination.Insights";
    static components = { InsightCards, InsightDetail, Layout };
    static props = { ...standardActionServiceProps };
    static displayName = _t("Insights");
    // With it the web client hands over what stands in the address; see `startPlace`.
    static path = "ict-insights";

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.ui = useService("ui");
        this.rootRef = useRef("root");
        this.keepLast = new KeepLast();
        const { key, year } = startPlace(this.props);
        this.view = useState(this.props.state?.view || newTableView());
        this.state = useState({
            key,
            year,
            list: null,
            table: null,
            isLoading: true,
            error: "",
        });
        this.lastKey = false;
        useSetupAction({
            getLocalState: () => ({ place: this.place, view: { ...this.view } }),
        });
        usePrintAlone(this.rootRef, "o_ict_insights_printing", ".o_ict_insight_table");
        // The screen is there at once; what it shows comes when the server has it.
        onWillStart(() => void this.load());
        this.props.updateActionState?.(addressOf(this.place));
    }

    get place() {
        const { key, year } = this.state;
        return { key, year };
    }

    get years() {
        return (this.state.table || this.state.list)?.years || [];
    }

    /** Nothing to tell, of no year. */
    get isEmpty() {
        const { list, key } = this.state;
        return !key && Boolean(list) && !hasSheets(list);
    }

    get schools() {
        return schoolsWords(this.state.list.schools);
    }

    get today() {
        return luxon.DateTime.now().toLocaleString(luxon.DateTime.DATE_FULL);
    }

    // --- what is shown ---

    async load() {
        const { key, year } = this.state;
        Object.assign(this.state, { isLoading: true, error: "" });
        const [method, args] = key ? ["insight_read", [key]] : ["insight_list", []];
        let answer;
        try {
            answer = await this.keepLast.add(
                this.orm.silent.call("ict.insights", method, args, { year }),
            );
        } catch (error) {
            this.state.error = messageOf(error, _t("The server did not answer."));
            this.state.isLoading = false;
            return;
        }
        // Thousands of rows that never change need no proxies.
        this.state[key ? "table" : "list"] = markRaw(answer);
        this.state.key = key && answer.key;
        this.state.year = answer.year;
        this.state.isLoading = false;
        this.tell();
    }

    /** The address and the breadcrumb follow what is open. */
    tell() {
        const { key, table } = this.state;
        this.env.config.setDisplayName(
            key && table ? table.title : String(this.constructor.displayName),
        );
        this.props.updateActionState?.(addressOf(this.place));
    }

    /** @param {string|false} key false: all of them */
    open(key) {
        this.lastKey = this.state.key;
        Object.assign(this.state, { key, table: null });
        Object.assign(this.view, newTableView());
        return this.load();
    }

    /** @param {string|false} year false: the sheets in force */
    showYear(year) {
        this.state.year = year;
        this.state.list = null;
        return this.load();
    }

    // --- what is opened ---

    openOverviews() {
        this.action.doAction("ict_coordination.ict_overview_action");
    }

    openThresholds() {
        this.action.doAction("ict_coordination.ict_settings_action");
    }

    /** The records behind a row: exactly these, whatever they became since. */
    openRecords(row, { model, ids, label }) {
        const { table } = this.state;
        const name = rowName(table, row);
        const action = {
            type: "ir.actions.act_window",
            name: name ? `${label}: ${name}` : label,
            res_model: model,
        };
        return this.action.doAction(
            ids.length === 1
                ? { ...action, res_id: ids[0], views: [[false, "form"]] }
                : {
                      ...action,
                      domain: [["id", "in", ids]],
                      // Who is archived and still on the sheets is why a row is there.
                      context: { active_test: false },
                      mobile_view_mode: "kanban",
                      views: [
                          [false, "list"],
                          [false, "kanban"],
                          [false, "form"],
                      ],
                  },
        );
    }

    /** @param {"xlsx"|"qweb-pdf"} type @returns what is on the screen, as a file */
    export(type) {
        const { key, year, list } = this.state;
        const name = `ict_coordination.insights_${type === "xlsx" ? "xlsx" : "pdf"}`;
        const keys = key ? [key] : list.insights.map((insight) => insight.key);
        return this.action.doAction({
            type: "ir.actions.report",
            report_type: type,
            report_name: name,
            report_file: name,
            data: { keys, year },
        });
    }

    print() {
        window.print();
    }
}

registry.category("actions").add("ict_coordination.insights", Insights);
