/**
 * Totals, coverage and load of the hours grid, from the cells as they are shown. Who has
 * no hours is counted apart (`unknown`), never added as 0.
 *
 * @typedef {{hours: number, unknown: number, people: number}} Total hours a week; number
 *     of cells without hours; number of different members who do it
 */

/** Members that hold a task although nobody does it yet. */
const NOBODY = ["vacancy", "sounding_board"];

/** Hours have two decimals; binary fractions do not. */
function rounded(hours) {
    return Math.round(hours * 100) / 100;
}

/**
 * @param {{member: number, cell: Object}[]} cells filled cells
 * @param {(memberId: number) => boolean} [isPerson]
 * @returns {Total}
 */
export function totalOf(cells, isPerson = () => true) {
    let hundredths = 0;
    let unknown = 0;
    const people = new Set();
    for (const { member, cell } of cells) {
        if (cell.certainty === "unknown") {
            unknown += 1;
        } else {
            hundredths += Math.round(cell.hours * 100);
        }
        if (isPerson(member)) {
            people.add(member);
        }
    }
    return { hours: hundredths / 100, unknown, people: people.size };
}

function personsOf(model) {
    return (id) => !NOBODY.includes(model.member(id)?.type);
}

/** @param {Object} model GridModel @param {Object} line @returns {Total} */
export function lineTotal(model, line) {
    return totalOf(model.cellsOfLine(line.id), personsOf(model));
}

/** @param {Object} model GridModel @param {Object} member @returns {Total} */
export function memberTotal(model, member) {
    return totalOf(model.cellsOfMember(member.id), personsOf(model));
}

/**
 * @param {Object} model GridModel
 * @param {Object} cluster
 * @returns {Total & {lines: number, applicable: number, covered: number}} with the number
 *     of its tasks, of those that apply, and of those that somebody does
 */
export function clusterTotal(model, cluster) {
    const lines = model.lines.filter((line) => line.cluster === cluster.id);
    return totalOfLines(model, lines, model.cellsOfCluster(cluster.id));
}

/** @param {Object} model GridModel @returns {Object} as `clusterTotal`, of all */
export function grandTotal(model) {
    return totalOfLines(model, model.lines, model.allCells());
}

function totalOfLines(model, lines, cells) {
    const isPerson = personsOf(model);
    const covered = new Set(
        cells.filter(({ member }) => isPerson(member)).map(({ line }) => line),
    );
    const applicable = lines.filter((line) => line.applicable);
    return {
        ...totalOf(cells, isPerson),
        lines: lines.length,
        applicable: applicable.length,
        covered: applicable.filter((line) => covered.has(line.id)).length,
    };
}

/**
 * @param {Object} model GridModel
 * @param {Object} line
 * @returns {"open"|"single"|"team"|"not_applicable"}
 */
export function coverageOf(model, line) {
    if (!model.line(line.id)?.applicable) {
        return "not_applicable";
    }
    const { people } = lineTotal(model, line);
    return ["open", "single"][people] || "team";
}

/**
 * What somebody carries against what he has: on this sheet and elsewhere.
 *
 * @param {Object} model GridModel
 * @param {Object} member
 * @returns {{hours: number, unknown: number, available: number|null,
 *     share: number|null, over: boolean}} `share` is 1 when all hours are used; null
 *     when nobody filled in how many there are
 */
export function memberLoad(model, member) {
    const here = memberTotal(model, member);
    const { elsewhere } = member;
    const hours = rounded(here.hours + (elsewhere?.hours || 0));
    const available = member.available || null;
    return {
        hours,
        unknown: here.unknown + (elsewhere?.unknown || 0),
        available,
        share: available && hours / available,
        over: available !== null && hours > available,
    };
}

// --- against the other sheet of the school (`model.peerData`) ---

/** @typedef {{hours: number, unknown: number}} Difference here minus there */

function difference(here, there) {
    return {
        hours: rounded(here.hours - there.hours),
        unknown: here.unknown - there.unknown,
    };
}

/**
 * @param {Object} model GridModel
 * @param {Object} line
 * @param {Object} member
 * @returns {{peer: Object|null} & Difference} `peer`: the cell of this task and member
 *     on the other sheet
 */
export function cellDifference(model, line, member) {
    const here = model.cell(line.id, member.id);
    const peer = model.peerData?.cell(line.task, member.id) || null;
    const asCells = (cell) => (cell ? [{ member: member.id, cell }] : []);
    return { peer, ...difference(totalOf(asCells(here)), totalOf(asCells(peer))) };
}

/** @returns {Difference|null} null when the other sheet does not have this task */
export function lineDifference(model, line) {
    const { peerData } = model;
    if (!peerData?.lineOf(line.task)) {
        return null;
    }
    return difference(lineTotal(model, line), totalOf(peerData.cellsOf(line.task)));
}

/** @returns {Difference|null} */
export function memberDifference(model, member) {
    const { peerData } = model;
    const cells = peerData?.cellsOf().filter((cell) => cell.member === member.id);
    return cells ? difference(memberTotal(model, member), totalOf(cells)) : null;
}

/** @returns {Difference|null} */
export function clusterDifference(model, cluster) {
    const { peerData } = model;
    if (!peerData) {
        return null;
    }
    const cells = peerData.lines
        .filter((line) => line.cluster === cluster.id)
        .flatMap((line) => peerData.cellsOf(line.task));
    return difference(clusterTotal(model, cluster), totalOf(cells));
}

/** @returns {Difference|null} of whole sheets, tasks and people of one only included */
export function grandDifference(model) {
    const { peerData } = model;
    return peerData && difference(grandTotal(model), totalOf(peerData.cellsOf()));
}
