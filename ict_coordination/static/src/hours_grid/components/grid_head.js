import { Component, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import {
    formatHours,
    formatHoursNumber,
    formatHoursTotal,
} from "../../ict_hours/hours_format";
import { memberLoad } from "../core/totals";
import { shortTotal } from "./grid_cells";
import { useLazyState } from "./lazy_state";

const TYPE_ICONS = {
    employee: "fa-user",
    partner: "fa-handshake-o",
    vacancy: "fa-user-plus",
    sounding_board: "fa-comments-o",
};

const TYPE_LABELS = {
    employee: _t("Employee"),
    partner: _t("External partner"),
    vacancy: _t("Vacancy"),
    sounding_board: _t("Sounding board"),
};

/** As narrow as the column; the title has the whole word. */
const SHORT_LABELS = { applicable: _t("Appl."), note: _t("Remark") };

/** The names above the columns, and how full each person's week is. */
export class GridHead extends Component {
    static template = "ict_coordination.GridHead";
    static props = { grid: Object, columns: Array };

    setup() {
        // The load of twelve people in words: after a pause, no key waits for it.
        this.model = useLazyState().follow(this.props.grid.model);
        this.view = useState(this.props.grid.view);
    }

    get heads() {
        return this.props.columns.map((column) =>
            column.member
                ? this.memberHead(column)
                : { ...column, title: column.label, short: SHORT_LABELS[column.field] },
        );
    }

    memberHead({ id, member, label }) {
        const load = memberLoad(this.model, member);
        const { hours, unknown, available } = load;
        const total = shortTotal({ hours, unknown }) || "0";
        return {
            id,
            member,
            label,
            class: `o_ict_grid_member${member.mine ? " o_ict_mine" : ""}${
                member.active ? "" : " o_ict_inactive"
            }`,
            icon: TYPE_ICONS[member.type],
            isChosen: this.view.person === member.id,
            isOver: load.over,
            width: available ? Math.min(100, Math.round((100 * hours) / available)) : 0,
            text: available ? `${total} / ${formatHoursNumber(available)}` : total,
            title: this.titleOf(member, load),
        };
    }

    /** Only the tasks of this person; a second time those of everybody. */
    choose(member) {
        this.view.person = this.view.person === member.id ? null : member.id;
        this.props.grid.focus();
    }

    /** Everything about this person, in lines. */
    titleOf(member, { hours, unknown, available }) {
        const { elsewhere } = member;
        const isElsewhere = elsewhere && (elsewhere.hours || elsewhere.unknown);
        return [
            [member.name, member.role].filter(Boolean).join(" · "),
            [
                String(TYPE_LABELS[member.type]),
                member.own ? "" : _t("of the school group"),
                member.active ? "" : _t("archived"),
            ]
                .filter(Boolean)
                .join(" · "),
            available
                ? _t("%(hours)s of %(available)s available", {
                      hours: formatHoursTotal(hours, unknown),
                      available: formatHours(available),
                  })
                : _t(
                      "%s, available hours not filled in",
                      formatHoursTotal(hours, unknown),
                  ),
            isElsewhere
                ? _t(
                      "of which %s in other schools",
                      formatHoursTotal(elsewhere.hours, elsewhere.unknown),
                  )
                : "",
            _t("Click: only the tasks of this person"),
        ]
            .filter(Boolean)
            .join("\n");
    }
}
