import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";

/** So many names stand in a box of the chart. */
const SHORT = 3;

/** Clusters × mandates of one school: who has each, by name. */
export class MandateTable extends Component {
    static template = "ict_coordination.MandateTable";
    static props = {
        answer: Object,
        unit: Object,
        isFull: { type: Boolean, optional: true },
        clusters: { type: Array, optional: true },
    };

    get clusters() {
        return this.props.clusters || this.props.unit.clusters;
    }

    /** @returns {{names: Object[], more: number}} who has a mandate in a cluster */
    cell(cluster, mandate) {
        const holders = cluster.holders[mandate]
            .map((holder) => ({
                ...holder,
                name: this.props.answer.members[holder.member]?.name,
            }))
            .filter(({ name }) => name);
        const shown = this.props.isFull ? holders : holders.slice(0, SHORT);
        return { names: shown, more: holders.length - shown.length };
    }

    isGap(cluster, mandate) {
        return cluster.gaps.includes(mandate);
    }

    /** What the name stands on. */
    because({ tasks, agreed }) {
        const parts = [];
        if (tasks) {
            parts.push(tasks === 1 ? _t("1 task") : _t("%s tasks", tasks));
        }
        if (agreed) {
            parts.push(agreed === "group" ? _t("agreed by the group") : _t("agreed"));
        }
        return parts.map(String).join(", ");
    }

    openText(cluster, mandate) {
        const count = cluster.open[mandate];
        if (!count || this.isGap(cluster, mandate)) {
            return "";
        }
        return mandate === "decides"
            ? _t("on %(count)s of %(all)s tasks nobody", { count, all: cluster.tasks })
            : _t("for %(count)s of %(all)s tasks nobody", {
                  count,
                  all: cluster.tasks,
              });
    }

    differenceText({ kind, mandate, member, tasks }) {
        const name = this.props.answer.members[member]?.name || "";
        const label = this.props.answer.mandates.find(([key]) => key === mandate)[1];
        return kind === "unused"
            ? _t("%(name)s – %(mandate)s: agreed, and on no task", {
                  name,
                  mandate: label,
              })
            : _t("%(name)s – %(mandate)s: on tasks (%(tasks)s), and agreed otherwise", {
                  name,
                  mandate: label,
                  tasks,
              });
    }
}
