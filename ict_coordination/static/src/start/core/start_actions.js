/** Where every button of the start page leads: action and options for `doAction`. */

const VIEWS = [
    [false, "list"],
    [false, "form"],
];

const MODULE = "ict_coordination";

const named = (xmlid, additionalContext) => [
    `${MODULE}.${xmlid}`,
    { additionalContext },
];

/** @param {string} key of an insight */
export function insightRequest(key) {
    return named("ict_insights_action", { insight_key: key });
}

export function overviewRequest(id) {
    return [
        {
            type: "ir.actions.act_window",
            res_model: "ict.overview",
            res_id: id,
            views: [[false, "form"]],
        },
        {},
    ];
}

/** @param {string} name what the lines have in common @param {Array} domain */
export function linesRequest(name, domain) {
    return [
        {
            type: "ir.actions.act_window",
            name,
            res_model: "ict.overview.line",
            domain,
            views: VIEWS,
        },
        {},
    ];
}

/** A new sheet of a school. @param {number} company @param {string} kind */
function newRequest(company, kind) {
    return [
        {
            type: "ir.actions.act_window",
            res_model: "ict.overview",
            views: [[false, "form"]],
            context: { default_company_id: company, default_kind: kind },
        },
        {},
    ];
}

/** The dialog that makes a target, or next year's sheet, of a sheet. */
function copyRequest(source) {
    return named("ict_overview_copy_action", { default_source_id: source });
}

/** The records of one school only; the filters that the action has stay. */
function ofSchool(xmlid, company) {
    return named(xmlid, { search_default_company_id: company });
}

export function planRequest(company) {
    return ofSchool("ict_overview_line_plan_action", company);
}

export function teamRequest(company) {
    return ofSchool("ict_team_member_action", company);
}

/** What comes back in a school, and is past its date. */
function contactRequest(company) {
    return named("ict_rhythm_action", {
        search_default_company_id: company,
        search_default_overdue: 1,
    });
}

/** One school on paper. @param {number} company */
export function printRequest(company) {
    return [
        {
            type: "ir.actions.report",
            report_type: "qweb-pdf",
            report_name: `${MODULE}.school_page`,
            report_file: `${MODULE}.school_page`,
            context: { active_model: "res.company", active_ids: [company] },
        },
        {},
    ];
}

/** @param {number[]} companies schools to remind */
export function remindRequest(companies) {
    return named("ict_reminder_action", {
        active_model: "res.company",
        active_ids: companies,
        default_school_ids: [[6, 0, companies]],
    });
}

/** @param {boolean} isMine of the user; else those of the schools of the user */
export function agreementsRequest(isMine) {
    return [
        `${MODULE}.${isMine ? "ict_agreement_my_action" : "ict_agreement_action"}`,
        {},
    ];
}

/** Whom to turn to, with the words that were typed. */
export function whoRequest(text) {
    return named("ict_who_action", { who_query: text.trim() });
}

const REQUESTS = {
    insight: ({ key }) => insightRequest(key),
    overview: ({ id }) => overviewRequest(id),
    lines: ({ name, domain }) => linesRequest(name, domain),
    new: ({ company, overview_kind: kind, copy_from: source }) =>
        source ? copyRequest(source) : newRequest(company, kind),
    plan: ({ company }) => planRequest(company),
    team: ({ company }) => teamRequest(company),
    contact: ({ company }) => contactRequest(company),
};

/**
 * @param {Object} action of a light
 * @returns {Array} arguments for `doAction`
 * @throws {Error} when the server names a kind that this page does not know
 */
export function lightRequest(action) {
    const request = REQUESTS[action.kind];
    if (!request) {
        throw new Error(`Unknown action of a light: ${action.kind}`);
    }
    return request(action);
}
