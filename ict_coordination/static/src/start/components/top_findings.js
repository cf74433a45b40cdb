import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { insightRequest } from "../core/start_actions";

const SECTIONS = {
    needs: {
        key: "common_needs",
        title: _t("Open in several schools"),
        more: _t("All common needs"),
    },
    overlaps: {
        key: "overlap",
        title: _t("Done in several schools"),
        more: _t("All overlap"),
    },
};

/** The first findings of an insight, and the way to all of it. */
export class TopFindings extends Component {
    static template = "ict_coordination.StartTopFindings";
    static props = { name: String, findings: Array, onOpen: Function };

    get title() {
        return String(SECTIONS[this.props.name].title);
    }

    get more() {
        return String(SECTIONS[this.props.name].more);
    }

    open() {
        return this.props.onOpen(insightRequest(SECTIONS[this.props.name].key));
    }
}
