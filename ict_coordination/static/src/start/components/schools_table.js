import { Component, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { remindRequest } from "../core/start_actions";
import { SORTS, lightColumns, shownSchools } from "../core/start_model";
import { FilledBar } from "./filled_bar";
import { SchoolPage } from "./school_page";
import { TONE_ICONS, dateWords, lightWords } from "./start_words";

const SORT_LABELS = {
    state: _t("What asks for attention"),
    name: _t("Name"),
    current: _t("Current situation"),
    target: _t("Target"),
    late: _t("Late first"),
};

/** All schools: how far each one is, who is late, and one page each where it stands. */
export class SchoolsTable extends Component {
    static template = "ict_coordination.StartSchoolsTable";
    static components = { FilledBar, SchoolPage };
    static props = {
        schools: Array,
        view: Object,
        canRemind: Boolean,
        isSmall: Boolean,
        onOpen: Function,
    };

    setup() {
        this.view = useState(this.props.view);
        this.state = useState({ chosen: new Set() });
        this.sorts = SORTS.map((id) => ({ id, label: String(SORT_LABELS[id]) }));
        this.icons = TONE_ICONS;
        const { schools } = this.props;
        if (schools.length === 1) {
            this.view.open = schools[0].id;
        }
        this.lightWords = lightWords;
    }

    get schools() {
        return shownSchools(this.props.schools, this.view);
    }

    get columns() {
        return lightColumns(this.props.schools);
    }

    get width() {
        return 4 + this.columns.length + Number(this.props.canRemind);
    }

    get late() {
        return this.props.schools.filter(({ late }) => late);
    }

    /** Chosen and not filtered away: nobody is reminded whose row is not to be seen. */
    get chosen() {
        return this.schools.filter(({ id }) => this.state.chosen.has(id));
    }

    get isAllChosen() {
        return this.schools.length > 0 && this.chosen.length === this.schools.length;
    }

    lightOf(school, { key }) {
        return school.lights.find((light) => light.key === key);
    }

    reminded(school) {
        return school.reminded ? dateWords(school.reminded) : "";
    }

    ariaSort(sort) {
        if (this.view.sort !== sort) {
            return "none";
        }
        return this.view.isReverse ? "descending" : "ascending";
    }

    sortBy(sort) {
        this.view.isReverse = this.view.sort === sort && !this.view.isReverse;
        this.view.sort = sort;
    }

    onSort(ev) {
        this.view.sort = ev.target.value;
        this.view.isReverse = false;
    }

    toggle(school) {
        this.view.open = this.view.open === school.id ? false : school.id;
    }

    /** The row opens wherever it is clicked; what stands in it does its own. */
    onRow(ev, school) {
        if (!ev.target.closest("button, input, label")) {
            this.toggle(school);
        }
    }

    choose(school) {
        if (!this.state.chosen.delete(school.id)) {
            this.state.chosen.add(school.id);
        }
    }

    chooseAll() {
        const schools = this.isAllChosen ? [] : this.schools;
        this.state.chosen = new Set(schools.map(({ id }) => id));
    }

    chooseLate() {
        this.view.text = "";
        this.state.chosen = new Set(this.late.map(({ id }) => id));
    }

    remind() {
        return this.props.onOpen(remindRequest(this.chosen.map(({ id }) => id)));
    }
}
