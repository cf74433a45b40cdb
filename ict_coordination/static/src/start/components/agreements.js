import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { agreementsRequest } from "../core/start_actions";

/** What waits for an answer: of the user, and in the schools of the user. */
export class Agreements extends Component {
    static template = "ict_coordination.StartAgreements";
    static props = { agreements: Object, onOpen: Function };

    get mine() {
        const { mine } = this.props.agreements;
        return mine === 1
            ? _t("1 agreement waits for your answer")
            : _t("%s agreements wait for your answer", mine);
    }

    get others() {
        const { waiting, objected } = this.props.agreements;
        return [
            waiting && _t("Agreements that wait for an answer: %s", waiting),
            objected && _t("Not agreed: %s", objected),
        ]
            .filter(Boolean)
            .map(String)
            .join(" · ");
    }

    open(isMine) {
        return this.props.onOpen(agreementsRequest(isMine));
    }
}
