import { Component, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import {
    clusterDifference,
    clusterTotal,
    grandDifference,
    grandTotal,
    memberDifference,
    memberTotal,
} from "../core/totals";
import { differenceClass, differenceText, shortTotal, totalTitle } from "./grid_cells";
import { useLazyState } from "./lazy_state";

const SHOWN = { differenceClass, differenceText, shortTotal, totalTitle };

/** The heading of a cluster: folds its tasks, says how many of them are covered. */
export class GridCluster extends Component {
    static template = "ict_coordination.GridCluster";
    static props = {
        grid: Object,
        cluster: Object,
        folded: Boolean,
        rowIndex: Number,
        columns: Array,
    };

    setup() {
        this.model = useState(this.props.grid.model);
        this.view = useState(this.props.grid.view);
        Object.assign(this, SHOWN);
    }

    get ownTotal() {
        return clusterTotal(this.model, this.props.cluster);
    }

    get ownDifference() {
        return this.view.compare
            ? clusterDifference(this.model, this.props.cluster)
            : null;
    }

    coveredText(total) {
        return _t("%(covered)s of %(applicable)s covered", total);
    }
}

/** The hours of each person and of all, at the bottom: after a pause, no key waits. */
export class GridFoot extends Component {
    static template = "ict_coordination.GridFoot";
    static props = { grid: Object, columns: Array, rowIndex: Number };

    setup() {
        this.model = useLazyState().follow(this.props.grid.model);
        this.view = useState(this.props.grid.view);
        Object.assign(this, SHOWN);
    }

    get feet() {
        return this.props.columns.map(({ id, member }) => ({
            id,
            member: member?.id,
            total: member && memberTotal(this.model, member),
            difference:
                member && this.view.compare
                    ? memberDifference(this.model, member)
                    : null,
        }));
    }

    get ownTotal() {
        return grandTotal(this.model);
    }

    get ownDifference() {
        return this.view.compare ? grandDifference(this.model) : null;
    }
}
