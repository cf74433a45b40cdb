import { Component, markRaw, useExternalListener, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { useSetupAction } from "@web/search/action_hook";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { sectionsOf } from "../core/start_model";
import { Agreements } from "./agreements";
import { OwnTasks } from "./own_tasks";
import { SchoolChoice } from "./school_choice";
import { SchoolsTable } from "./schools_table";
import { dateWords } from "./start_words";
import { TeamLoad } from "./team_load";
import { TopFindings } from "./top_findings";
import { WhoSearch } from "./who_search";

/** So long is what stands on a page that nobody looked at still good, in ms. */
const FRESH = 60_000;

/** One page for each role: what asks for attention, and the next action for it. */
export class StartPage extends Component {
    static template = "ict_coordination.StartPage";
    static components = {
        Agreements,
        Layout,
        OwnTasks,
        SchoolChoice,
        SchoolsTable,
        TeamLoad,
        TopFindings,
        WhoSearch,
    };
    static props = { ...standardActionServiceProps };
    static displayName = _t("Start");

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.ui = useService("ui");
        this.state = useState({ answer: null, error: "", isLoading: false });
        // As it was left, when the user comes back.
        this.view = useState(
            this.props.state?.view || {
                text: "",
                sort: "state",
                isReverse: false,
                late: false,
                open: false,
            },
        );
        this.open = this.open.bind(this);
        useSetupAction({ getLocalState: () => ({ view: { ...this.view } }) });
        useExternalListener(document, "visibilitychange", () => this.onVisible());
        this.load();
    }

    /** Asks everything anew; what is on the page stays until the answer is there. */
    async load() {
        if (this.state.isLoading) {
            return;
        }
        this.state.isLoading = true;
        try {
            const answer = await this.orm.call("ict.start", "start_read", []);
            this.state.answer = markRaw(answer);
            this.state.error = "";
            this.readAt = Date.now();
        } catch (error) {
            this.state.error = error.data?.message || error.message || String(error);
        } finally {
            this.state.isLoading = false;
        }
    }

    /** A page in another tab may be of this morning. */
    onVisible() {
        const isOld = this.readAt && Date.now() - this.readAt > FRESH;
        if (document.visibilityState === "visible" && isOld) {
            this.load();
        }
    }

    get answer() {
        return this.state.answer;
    }

    get sections() {
        return sectionsOf(this.answer);
    }

    get title() {
        return _t("Hello %s", this.answer.user);
    }

    get subtitle() {
        const year = _t("School year %s", this.answer.school_year);
        return this.answer.deadline
            ? _t("%(year)s · fill in before %(date)s", {
                  year,
                  date: dateWords(this.answer.deadline),
              })
            : year;
    }

    /** Without schools a manager chose none; anybody else was given none. */
    get isManager() {
        return this.answer.roles.includes("manager");
    }

    /** @param {Array} request of `start_actions`; a dialog that closes asks anew */
    open([action, options]) {
        return this.action.doAction(action, { ...options, onClose: () => this.load() });
    }
}

registry.category("actions").add("ict_coordination.start", StartPage);
