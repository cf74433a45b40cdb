const { DateTime } = luxon;

/**
 * @param {string|null} on a moment in ISO notation
 * @returns {string} how long ago in the user's words: "3 minutes ago"
 */
export function savedWhen(on) {
    return on ? DateTime.fromISO(on).toRelative() : "";
}

/** The same moment in full, for a tooltip. */
export function savedMoment(on) {
    return on ? DateTime.fromISO(on).toLocaleString(DateTime.DATETIME_MED) : "";
}
