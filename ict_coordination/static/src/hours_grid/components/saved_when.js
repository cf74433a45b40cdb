import { _t } from "@web/core/l10n/translation";

const { DateTime } = luxon;

/** Seconds are not counted: the text stands there longer than they would be right. */
const JUST_NOW_MS = 60000;

/**
 * @param {string|null} on a moment in ISO notation
 * @returns {string} how long ago in the user's words: "3 minutes ago"
 */
export function savedWhen(on) {
    if (!on) {
        return "";
    }
    const moment = DateTime.fromISO(on);
    // Also when the clock of this computer is behind the server's.
    return DateTime.now() - moment < JUST_NOW_MS
        ? String(_t("just now"))
        : moment.toRelative();
}

/** The same moment in full, for a tooltip. */
export function savedMoment(on) {
    return on ? DateTime.fromISO(on).toLocaleString(DateTime.DATETIME_MED) : "";
}
