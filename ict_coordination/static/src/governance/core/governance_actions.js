/** Where the buttons of the governance pages lead: arguments for `doAction`. */

const MODULE = "ict_coordination";

/** The people of a school or group. */
export function membersRequest(unit) {
    return [
        `${MODULE}.ict_team_member_action`,
        {
            additionalContext: {
                search_default_company_id: unit.id,
                default_company_id: unit.id,
            },
        },
    ];
}

export function newMemberRequest(unit) {
    return [
        {
            type: "ir.actions.act_window",
            res_model: "ict.team.member",
            views: [[false, "form"]],
            target: "new",
            context: { default_company_id: unit.id },
        },
        {},
    ];
}

/** What was agreed for whole clusters. */
export function agreedRequest(unit) {
    return [
        `${MODULE}.ict_mandate_action`,
        {
            additionalContext: unit
                ? {
                      search_default_company_id: unit.id,
                      default_company_id: unit.id,
                  }
                : {},
        },
    ];
}

/** @param {Object} filters of allocations: `company_id`, `member_id`, `cluster_id` */
export function tasksRequest(filters) {
    const defaults = Object.entries(filters).map(([name, id]) => [
        `search_default_${name}`,
        id,
    ]);
    return [
        `${MODULE}.ict_allocation_mandate_action`,
        { additionalContext: Object.fromEntries(defaults) },
    ];
}
