import { Component, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { filtersOf } from "../core/rows";
import { kindLabel } from "../core/words";
import { isFiltered, showAllTasks, shownCount, shownText } from "./grid_filters";
import { useLazyState } from "./lazy_state";
import { OrphansNotice } from "./orphans_notice";
import { SaveStatus } from "./save_status";

/**
 * What stands above the hours grid: search, filters, commands and whether all is saved.
 * A click with the mouse leaves the keyboard where it was: in the grid.
 */
export class GridToolbar extends Component {
    static template = "ict_coordination.GridToolbar";
    static components = { OrphansNotice, SaveStatus };
    static props = { grid: Object };

    setup() {
        this.grid = this.props.grid;
        this.model = useLazyState().follow(this.grid.model);
        this.view = useState(this.grid.view);
        this.layout = useState(this.grid.layout);
    }

    get filters() {
        return filtersOf(this.model, this.view);
    }

    get person() {
        return this.model.members.find(({ id }) => id === this.view.person);
    }

    get personText() {
        return _t("Only tasks of %s", this.person.name);
    }

    get resultText() {
        return shownText(this.model, this.layout.rows);
    }

    get isFiltered() {
        return isFiltered(this.view);
    }

    get isEmpty() {
        return this.isFiltered && !shownCount(this.layout.rows);
    }

    get peerText() {
        const { kind, school_year: year } = this.model.peer;
        return `${kindLabel(kind)} ${year}`;
    }

    get compareTitle() {
        return _t("Show the differences with: %s", this.peerText);
    }

    run(command) {
        this.grid.run(command);
    }

    setFilter(id) {
        this.view.filter = id;
    }

    toggleCluster(id) {
        const clusters = new Set(this.view.clusters);
        if (!clusters.delete(id)) {
            clusters.add(id);
        }
        this.view.clusters = clusters;
    }

    setPerson(id) {
        this.view.person = id;
    }

    showAll() {
        showAllTasks(this.view);
    }

    onSearchKeydown(ev) {
        // Odoo's own keys and those of the grid must not see what is typed here.
        ev.stopPropagation();
        if (ev.key === "Escape" && this.view.text) {
            this.view.text = "";
        } else if (["Escape", "Enter", "ArrowDown"].includes(ev.key)) {
            ev.preventDefault();
            this.grid.focus();
        }
    }
}
