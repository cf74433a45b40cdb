import { Component, useState } from "@odoo/owl";
import { agreedRequest, tasksRequest } from "../core/governance_actions";
import { byPerson, hasGaps } from "../core/governance_model";
import { MandateTable } from "./mandate_table";

/** The mandates, a page for each school or for each person, and where they lack. */
export class MandatePages extends Component {
    static template = "ict_coordination.MandatePages";
    static components = { MandateTable };
    static props = {
        answer: Object,
        units: Array,
        view: Object,
        onOpen: Function,
    };

    setup() {
        this.view = useState(this.props.view);
    }

    /** Schools with their clusters; only those with gaps, when that is asked. */
    get pages() {
        return this.props.units
            .map((unit) => ({
                unit,
                clusters: this.view.onlyGaps
                    ? unit.clusters.filter(hasGaps)
                    : unit.clusters,
            }))
            .filter(({ clusters }) => clusters.length);
    }

    /** People are found by their own name, wherever they work. */
    get people() {
        return byPerson(this.props.answer, this.props.answer.units, this.view);
    }

    differs(row, mandate) {
        return row.differences.find((one) => one.mandate === mandate);
    }

    openAgreed() {
        return this.props.onOpen(agreedRequest());
    }

    openSchool(unit) {
        return this.props.onOpen(tasksRequest({ company_id: unit.id }));
    }

    openRow({ unit, cluster, member }) {
        return this.props.onOpen(
            tasksRequest({
                company_id: unit.id,
                cluster_id: cluster.id,
                member_id: member.id,
            }),
        );
    }
}
