import { plainText, searchWords } from "../../ict_text/plain_text";

/** What stands on the start page and in which order: no screen, no words. */

/** Tones from the one that asks for action to the quiet one. */
export const TONES = ["danger", "warning", "muted", "success"];

export const SORTS = ["state", "name", "current", "target", "late"];

const isOneOf = (answer, ...roles) => roles.some((role) => answer.roles.includes(role));

/** @returns {boolean} whether somebody looks after all schools instead of the own ones */
export function seesGroup(answer) {
    return isOneOf(answer, "manager", "hr");
}

/** @returns {boolean} whether somebody has a school, or should have been given one */
export function seesSchools(answer) {
    return seesGroup(answer) || isOneOf(answer, "director", "coordinator");
}

/**
 * The sections of the page. Who looks after schools sees these first, a teacher the own
 * tasks; who does both has both.
 *
 * @param {Object} answer of `ict.start`.start_read
 * @returns {{main: string[], side: string[]}} of "schools", "school", "no_school",
 *     "needs", "overlaps", "load", "own", "who"
 */
export function sectionsOf(answer) {
    if (!seesSchools(answer)) {
        return { main: ["own"], side: ["who"] };
    }
    const schools = answer.schools || [];
    const main = !schools.length
        ? "no_school"
        : seesGroup(answer)
          ? "schools"
          : "school";
    const side = [
        (answer.needs || []).length && "needs",
        (answer.overlaps || []).length && "overlaps",
        (answer.load || []).length && "load",
        "who",
        answer.my && answer.my.tasks.length && "own",
    ];
    return { main: [main], side: side.filter(Boolean) };
}

/** @returns {boolean} whether a light has something to do for somebody */
const isAsking = ({ tone, action }) =>
    tone === "danger" || tone === "warning" || (tone === "muted" && Boolean(action));

/**
 * @param {Object[]} lights of a school
 * @returns {{asking: Object[], quiet: Object[]}} what asks for something, the most
 *     urgent first; and what is in order, or of which nothing is known
 */
export function partLights(lights) {
    return {
        asking: lights
            .filter(isAsking)
            .sort((one, other) => TONES.indexOf(one.tone) - TONES.indexOf(other.tone)),
        quiet: lights.filter((light) => !isAsking(light)),
    };
}

/** @returns {Object} {danger: 2, warning: 0, muted: 1, success: 5} */
export function countTones(lights) {
    const counts = Object.fromEntries(TONES.map((tone) => [tone, 0]));
    for (const { tone } of lights) {
        counts[tone] += 1;
    }
    return counts;
}

/** @returns {boolean} whether a school has no sheet at all */
export function isBare(school) {
    return !school.overview.current && !school.overview.target;
}

/** @returns {Object|undefined} the light that makes a sheet, for who may make one */
export function makingLight(school) {
    return school.lights.find(({ action }) => action && action.kind === "new");
}

/**
 * How much is decided. Full is only what is complete, empty only what is not begun.
 *
 * @param {[number, number]} filled decided, and all that is to be decided
 * @returns {number|null} 0 to 100; null: there is no sheet
 */
export function percentOf(filled) {
    const [decided, all] = filled || [0, 0];
    if (!all) {
        return null;
    }
    const percent = Math.round((100 * decided) / all);
    return decided && decided < all ? Math.min(99, Math.max(1, percent)) : percent;
}

/** @returns {{key: string, label: string}[]} every light that some school has, in order */
export function lightColumns(schools) {
    const columns = new Map();
    for (const { lights } of schools) {
        for (const { key, label } of lights) {
            if (!columns.has(key)) {
                columns.set(key, { key, label });
            }
        }
    }
    return [...columns.values()];
}

const byName = (one, other) =>
    Number(other.is_group) - Number(one.is_group) ||
    one.name.localeCompare(other.name, undefined, { numeric: true });

/** What is not there at all comes before what is little. */
const filledSize = (school, kind) => percentOf(school.filled[kind]) ?? -1;

const ORDERS = {
    name: () => 0,
    current: (one, other) => filledSize(one, "current") - filledSize(other, "current"),
    target: (one, other) => filledSize(one, "target") - filledSize(other, "target"),
    late: (one, other) =>
        Number(other.late) - Number(one.late) ||
        filledSize(one, "current") - filledSize(other, "current"),
    state: (one, other) => {
        const [first, second] = [one, other].map(({ lights }) => countTones(lights));
        return second.danger - first.danger || second.warning - first.warning;
    },
};

/**
 * @param {Object[]} schools
 * @param {{text: string, sort: string, isReverse: boolean, late: boolean}} view
 * @returns {Object[]} the schools that pass the filter, in the order asked
 */
export function shownSchools(schools, { text, sort, isReverse, late }) {
    const words = searchWords(text);
    const direction = isReverse ? -1 : 1;
    return schools
        .filter(
            (school) =>
                (!late || school.late) &&
                words.every((word) =>
                    plainText(`${school.name} ${school.type_label}`).includes(word),
                ),
        )
        .sort(
            (one, other) =>
                direction * (ORDERS[sort](one, other) || byName(one, other)),
        );
}
