import { Component } from "@odoo/owl";
import { byTeam, chartOf } from "../core/governance_model";
import { MandateTable } from "./mandate_table";

/** Group → teams → schools → who decides, executes, steers and is the contact. */
export class GovernanceChart extends Component {
    static template = "ict_coordination.GovernanceChart";
    static components = { MandateTable };
    static props = { answer: Object, units: Array };

    get groups() {
        return chartOf(this.props.answer, this.props.units);
    }

    /** The teams of a school that have somebody. */
    teamsOf(unit) {
        return byTeam(this.props.answer, unit.members).filter(
            ({ members }) => members.length,
        );
    }

    names(members) {
        return members.map(({ name }) => name).join(", ");
    }
}
