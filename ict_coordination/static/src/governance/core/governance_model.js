import { plainText, searchWords } from "../../ict_text/plain_text";

/** What the governance pages show and in which order: no screen, no words. */

export const PAGES = ["team", "chart", "mandates"];

export const asking = (unit) => unit.findings.filter(({ asks }) => asks);

/** @returns {Object[]} findings: what asks for something first, then the rest */
export function partFindings(unit) {
    return {
        asking: asking(unit),
        open: unit.findings.filter(({ tone }) => tone === "muted"),
        done: unit.findings.filter(({ tone }) => tone === "success"),
    };
}

/**
 * @param {Object[]} units
 * @returns {{key: string, label: string, count: number}[]} what is missing somewhere
 */
export function missingChoices(units) {
    const found = new Map();
    for (const unit of units) {
        for (const { key, label } of asking(unit)) {
            const choice = found.get(key) || { key, label, count: 0 };
            choice.count += 1;
            found.set(key, choice);
        }
    }
    return [...found.values()];
}

/**
 * @param {Object} answer of `ict.governance`.governance_read
 * @param {{text: string, missing: string}} view; missing: a key, "any" or ""
 */
export function shownUnits(answer, { text, missing }) {
    const words = searchWords(text);
    return answer.units.filter((unit) => {
        const keys = asking(unit).map(({ key }) => key);
        const passes =
            !missing || (missing === "any" ? keys.length : keys.includes(missing));
        return passes && words.every((word) => textOf(answer, unit).includes(word));
    });
}

/** A school is found by its name, and by the people of its team. */
function textOf(answer, unit) {
    const names = unit.members.map((id) => answer.members[id]?.name || "");
    return plainText([unit.name, unit.type_label, ...names].join(" "));
}

/**
 * The people of a team by team; who sits in none stands last.
 *
 * @returns {{key: string|false, name: string|false, members: Object[]}[]}
 */
export function byTeam(answer, ids) {
    const members = ids.map((id) => answer.members[id]).filter(Boolean);
    const teams = answer.teams.map(([key, name]) => ({
        key,
        name,
        members: members.filter((member) => member.teams.includes(key)),
    }));
    const others = members.filter((member) => !member.teams.length);
    return others.length
        ? [...teams, { key: false, name: false, members: others }]
        : teams;
}

/**
 * The chart: each group with its teams, and its schools below it.
 *
 * @param {Object[]} units that are shown
 * @returns {{id: number, name: string, teams: Object[], units: Object[]}[]} a school
 *     without a group has `id` false
 */
export function chartOf(answer, units) {
    const groups = answer.groups.map((group) => ({
        id: group.id,
        name: group.name,
        teams: byTeam(answer, group.members),
        own: units.find((unit) => unit.id === group.id && unit.clusters.length),
        units: units.filter((unit) => unit.group === group.id && unit.id !== group.id),
    }));
    const known = new Set(answer.groups.map(({ id }) => id));
    const alone = units.filter((unit) => !known.has(unit.group) && !known.has(unit.id));
    if (alone.length) {
        groups.push({ id: false, name: "", teams: [], own: undefined, units: alone });
    }
    return groups.filter((group) => group.units.length || group.own);
}

/** @returns {boolean} whether somebody decides and is contact, as was agreed */
export function hasGaps(cluster) {
    return Boolean(
        cluster.gaps.length ||
        cluster.differences.length ||
        Object.values(cluster.open).some(Boolean),
    );
}

/**
 * The mandates of each human, over all schools that are shown.
 *
 * @returns {{person: string, name: string, rows: Object[]}[]} a row: unit, cluster,
 *     `held` ({mandate: holder}), differences
 */
export function byPerson(answer, units, { text, onlyGaps }) {
    const people = new Map();
    const words = searchWords(text);
    for (const unit of units) {
        for (const cluster of unit.clusters) {
            const rows = new Map();
            for (const [mandate] of answer.mandates) {
                for (const holder of cluster.holders[mandate]) {
                    const row = rows.get(holder.member) || {
                        unit,
                        cluster,
                        member: answer.members[holder.member],
                        held: {},
                        differences: cluster.differences.filter(
                            ({ member }) => member === holder.member,
                        ),
                    };
                    row.held[mandate] = holder;
                    rows.set(holder.member, row);
                }
            }
            for (const row of rows.values()) {
                if (!row.member || (onlyGaps && !row.differences.length)) {
                    continue;
                }
                const { person, name } = row.member;
                const found = people.get(person) || { person, name, rows: [] };
                found.rows.push(row);
                people.set(person, found);
            }
        }
    }
    return [...people.values()]
        .filter(({ name }) => words.every((word) => plainText(name).includes(word)))
        .sort((one, other) => one.name.localeCompare(other.name));
}
