import { Component } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { levelsOf, lookAt } from "../core/map_model";
import { hoursOf, isCounted, totalOf } from "../core/map_totals";
import {
    cellText,
    gapText,
    hoursText,
    levelLabel,
    lookLines,
    totalWords,
} from "./map_words";

/** One task. All that its cells show is worked out once for each time it is drawn. */
export class MapRow extends Component {
    static template = "ict_coordination.MapRow";
    static props = {
        task: Object,
        schools: Array,
        allSchools: Array,
        kind: String,
        number: String,
        rowIndex: Number,
    };

    get shown() {
        const { task, schools, allSchools, kind, number } = this.props;
        const levels = levelsOf(allSchools, task, kind);
        const total = totalOf(schools, [task], kind);
        return {
            cells: schools.map((school) => {
                const look = lookAt(school, task, kind);
                return {
                    id: school.id,
                    class: cellClass(look),
                    text: cellText(look, number),
                    label: lookLines(look).join(". "),
                };
            }),
            dispute:
                levels.length > 1
                    ? _t(
                          "Schools chose another level: %s",
                          levels.map(levelLabel).join(", "),
                      )
                    : "",
            total: gapText(total),
            totalTitle: totalWords(total),
        };
    }
}

/** @param {Object} look of `lookAt` @returns {string} colour, pattern and marks */
export function cellClass({ state, before, change, short }) {
    const isSplit = change === "coverage";
    return [
        `o_ict_map_${state}`,
        isSplit ? `o_ict_map_split o_ict_map_was_${before}` : "",
        change ? "o_ict_map_changed" : "",
        short ? "o_ict_map_short" : "",
    ]
        .filter(Boolean)
        .join(" ");
}

/** The tasks of one cluster: how many are open, in each school. */
export class MapCluster extends Component {
    static template = "ict_coordination.MapCluster";
    static props = {
        cluster: Object,
        tasks: Array,
        folded: Boolean,
        schools: Array,
        kind: String,
        rowIndex: Number,
    };

    get shown() {
        const { tasks, schools, kind } = this.props;
        return {
            cells: schools.map((school) => totalCell(school, tasks, kind)),
            total: totalCell(null, tasks, kind, schools),
        };
    }
}

/** The open tasks of each school, over the rows that are shown; and hours when asked. */
export class MapFoot extends Component {
    static template = "ict_coordination.MapFoot";
    static props = {
        tasks: Array,
        schools: Array,
        kind: String,
        number: String,
        rowIndex: Number,
    };

    get shown() {
        const { tasks, schools, kind, number } = this.props;
        const withHours = (cell, counted) => {
            const hours = hoursOf(counted, tasks, kind);
            return number === "hours" ? { ...cell, hours: hoursText(hours) } : cell;
        };
        return {
            cells: schools.map((school) =>
                withHours(totalCell(school, tasks, kind), [school]),
            ),
            total: withHours(totalCell(null, tasks, kind, schools), schools),
        };
    }
}

function totalCell(school, tasks, kind, schools = [school]) {
    if (school && !isCounted(school, kind)) {
        return { id: school.id, text: "", title: _t("No overview") };
    }
    const total = totalOf(schools, tasks, kind);
    return { id: school?.id, text: gapText(total), title: totalWords(total) };
}
