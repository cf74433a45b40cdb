import { Component, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { isFiltered, noFilters } from "../core/map_view";

const KINDS = {
    current: _t("Current situation"),
    target: _t("Target"),
    compare: _t("Current against target"),
};

const NUMBERS = {
    none: _t("No number"),
    people: _t("People"),
    hours: _t("Hours a week"),
};

const SORTS = {
    name: _t("Name"),
    gaps: _t("Most open tasks"),
    core: _t("Most open core tasks"),
    hours: _t("Most hours"),
    type: _t("Type of school"),
};

/** @param {"current"|"target"|"compare"} kind @returns {string} */
export function kindText(kind) {
    return String(KINDS[kind]);
}

const choices = (labels) =>
    Object.entries(labels).map(([id, label]) => ({ id, label: String(label) }));

/** What the map shows: every choice is made here and none asks the server but the year. */
export class MapToolbar extends Component {
    static template = "ict_coordination.MapToolbar";
    static props = {
        map: Object,
        view: Object,
        year: [String, Boolean],
        onYear: Function,
        onPrint: Function,
        onPicture: Function,
    };

    setup() {
        this.view = useState(this.props.view);
        this.kinds = choices(KINDS);
        this.numbers = choices(NUMBERS);
        this.sorts = choices(SORTS);
        this.filters = choices({
            core: _t("Core tasks"),
            short: _t("Short term"),
            disputed: _t("Another level"),
        });
    }

    get isFiltered() {
        return isFiltered(this.view);
    }

    toggleCluster(id) {
        const { clusters } = this.view;
        this.view.clusters = clusters.includes(id)
            ? clusters.filter((cluster) => cluster !== id)
            : [...clusters, id];
    }

    clearFilters() {
        Object.assign(this.view, noFilters());
    }

    onSearchKeydown(ev) {
        if (ev.key === "Escape" && this.view.text) {
            ev.stopPropagation();
            this.view.text = "";
        }
    }
}
