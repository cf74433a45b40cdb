/**
 * Where the screen starts: which insight, of which year.
 *
 * Three ways lead to it. Who comes back from a record finds the screen as it was left
 * (`state`). A link, a reload and the browser's own buttons carry `?key=…&year=…`, which
 * the web client hands over as `params`. Another screen opens an insight by context:
 *
 *     doAction("ict_coordination.ict_insights_action", {
 *         additionalContext: { insight_key: "overlap", insight_year: "2026-2027" },
 *     })
 *
 * @param {{state: Object, action: Object}} props of the client action
 * @returns {{key: string|false, year: string|false}} no key: all of them; no year: the
 *     sheets in force
 */
export function startPlace({ state, action }) {
    const { params, context } = action;
    const found = state?.place ||
        (params?.key || params?.year ? params : null) || {
            key: context?.insight_key,
            year: context?.insight_year,
        };
    return { key: found.key || false, year: found.year || false };
}

/** @returns {Object} the same as the address of the page says it */
export function addressOf({ key, year }) {
    return { key: key || undefined, year: year || undefined };
}
