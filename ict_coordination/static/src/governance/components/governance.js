import { Component, markRaw, useRef, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { useSetupAction } from "@web/search/action_hook";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";
import { usePrintAlone } from "../../ict_print/print_alone";
import { missingChoices, PAGES, shownUnits } from "../core/governance_model";
import { GovernanceChart } from "./governance_chart";
import { MandatePages } from "./mandate_pages";
import { TeamPage } from "./team_page";

const TITLES = {
    team: _t("Team composition"),
    chart: _t("Governance chart"),
    mandates: _t("Mandates"),
};

/** Who makes up the ICT teams, what is missing, and who decides what. */
export class Governance extends Component {
    static template = "ict_coordination.Governance";
    static components = { GovernanceChart, Layout, MandatePages, TeamPage };
    static props = { ...standardActionServiceProps };
    static displayName = _t("Team composition");

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.ui = useService("ui");
        this.root = useRef("root");
        this.state = useState({ answer: null, error: "", isLoading: false });
        const asked = this.props.action.params?.page;
        // As it was left, when the user comes back.
        this.view = useState(
            this.props.state?.view || {
                page: PAGES.includes(asked) ? asked : "team",
                text: "",
                missing: "",
                school: false,
                by: "school",
                onlyGaps: false,
            },
        );
        this.pages = PAGES.map((key) => ({ key, title: String(TITLES[key]) }));
        this.open = this.open.bind(this);
        useSetupAction({ getLocalState: () => ({ view: { ...this.view } }) });
        usePrintAlone(
            this.root,
            "o_ict_governance_printing",
            ".o_ict_governance_sheet",
        );
        this.load();
    }

    /** Asks everything anew; what is on the page stays until the answer is there. */
    async load() {
        this.state.isLoading = true;
        try {
            const answer = await this.orm.call("ict.governance", "governance_read", []);
            this.state.answer = markRaw(answer);
            this.state.error = "";
        } catch (error) {
            this.state.error = error.data?.message || error.message || String(error);
        } finally {
            this.state.isLoading = false;
        }
    }

    get answer() {
        return this.state.answer;
    }

    get units() {
        const { page, text, missing } = this.view;
        // the mandates have a filter of their own
        return shownUnits(this.answer, {
            text: page === "mandates" && this.view.by === "person" ? "" : text,
            missing: page === "mandates" ? "" : missing,
        });
    }

    get choices() {
        return missingChoices(this.answer.units);
    }

    get title() {
        return String(TITLES[this.view.page]);
    }

    get today() {
        return luxon.DateTime.now().toLocaleString(luxon.DateTime.DATE_MED);
    }

    show(page) {
        this.view.page = page;
    }

    print() {
        window.print();
    }

    /** @param {Array} request for `doAction`; a dialog that closes asks anew */
    open([action, options]) {
        return this.action.doAction(action, { ...options, onClose: () => this.load() });
    }
}

registry.category("actions").add("ict_coordination.governance", Governance);
