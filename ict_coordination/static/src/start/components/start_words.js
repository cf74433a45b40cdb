import { _t } from "@web/core/l10n/translation";
import { deserializeDate, formatDate } from "@web/core/l10n/dates";
import { formatHoursOf, formatHoursTotal } from "../../ict_hours/hours_format";

/** What the start page says: the words beside icons and bars. */

/** A shape for each tone, so that nothing hangs on the colour alone. */
export const TONE_ICONS = {
    danger: "fa-exclamation-circle",
    warning: "fa-exclamation-triangle",
    muted: "fa-circle-o",
    success: "fa-check",
};

const TONE_LABELS = {
    danger: _t("Act now"),
    warning: _t("Attention"),
    muted: _t("Nothing known"),
    success: _t("In order"),
};

const LOAD_TONES = { over: "danger", left: "danger", perhaps: "warning" };

/** @returns {string} */
export function toneLabel(tone) {
    return String(TONE_LABELS[tone]);
}

/** @param {{label: string, text: string, tone: string}} light @returns {string} */
export function lightWords({ label, text, tone }) {
    return `${label} – ${toneLabel(tone)}: ${text}`;
}

/** @param {string} iso a date, or a date with a time @returns {string} "03/11/2026" */
export function dateWords(iso) {
    return formatDate(deserializeDate(iso.slice(0, 10)));
}

/** @param {[number, number]} hours known, number without hours @returns {string} */
export function hoursWords(hours) {
    return formatHoursTotal(...hours);
}

/** @param {[number, number]} hours of one task @returns {string} "2 u", "zonder uren" */
export function taskHoursWords([known, unknown]) {
    return formatHoursOf(known, unknown ? "unknown" : "exact");
}

/** @returns {string} "12,5 u + 1 zonder uren van 10 u" */
export function loadWords({ hours, available }) {
    return available !== false
        ? _t("%(hours)s of %(available)s available", {
              hours: hoursWords(hours),
              available: formatHoursTotal(available, 0),
          })
        : _t("%s, hours available not filled in", hoursWords(hours));
}

/** In few words, where the hours stand beside it already. */
const LOAD_LABELS = {
    perhaps: _t("perhaps too much"),
    elsewhere: _t("perhaps more elsewhere"),
    full: _t("fully planned"),
    no_available: "",
};

/** @returns {string} what is to be said of a load: "5 u te veel" */
export function loadStatus({ status, text }) {
    return String(LOAD_LABELS[status] ?? text);
}

/** @returns {"danger"|"warning"|""} */
export function loadTone({ status }) {
    return LOAD_TONES[status] || "";
}

/** @param {[number, number]} filled @returns {string} "45 / 67" */
export function filledText([decided, all]) {
    return `${decided} / ${all}`;
}

/** @param {[number, number]} filled @returns {string} */
export function filledWords([decided, all]) {
    return _t("%(decided)s of %(all)s tasks filled in", { decided, all });
}
