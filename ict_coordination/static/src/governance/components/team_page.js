import { Component, useState } from "@odoo/owl";
import {
    agreedRequest,
    membersRequest,
    newMemberRequest,
} from "../core/governance_actions";
import { asking, byTeam, partFindings } from "../core/governance_model";
import { MandateTable } from "./mandate_table";

const ICONS = {
    danger: "fa-exclamation-circle",
    warning: "fa-exclamation-triangle",
    muted: "fa-info-circle",
    success: "fa-check",
};

/** All schools with what is missing, and beside them the one that was chosen. */
export class TeamPage extends Component {
    static template = "ict_coordination.TeamPage";
    static components = { MandateTable };
    static props = {
        answer: Object,
        units: Array,
        view: Object,
        isSmall: Boolean,
        onOpen: Function,
    };

    setup() {
        this.view = useState(this.props.view);
        this.icons = ICONS;
        this.asking = asking;
    }

    /** With one school there is nothing to choose. */
    get isAlone() {
        return this.props.answer.units.length === 1;
    }

    get chosen() {
        const { units, isSmall } = this.props;
        const found = units.find(({ id }) => id === this.view.school);
        return found || (isSmall && !this.isAlone ? undefined : units[0]);
    }

    get isListShown() {
        return !this.isAlone && !(this.props.isSmall && this.chosen);
    }

    get parts() {
        return partFindings(this.chosen);
    }

    get teams() {
        return byTeam(this.props.answer, this.chosen.members);
    }

    choose(id) {
        this.view.school = id;
    }

    isOfGroup(member) {
        return member.company !== this.chosen.id;
    }

    openStep({ step }) {
        return this.props.onOpen([step.action, {}]);
    }

    openMembers() {
        return this.props.onOpen(membersRequest(this.chosen));
    }

    openAgreed() {
        return this.props.onOpen(agreedRequest(this.chosen));
    }

    newMember() {
        return this.props.onOpen(newMemberRequest(this.chosen));
    }
}
