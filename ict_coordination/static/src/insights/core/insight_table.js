/**
 * One insight as the server sends it (`insights/table.py`), and what its cells hold.
 *
 * @typedef {Object} Name
 * @property {number|string} id
 * @property {string} name
 * @property {boolean} [core] a core task
 * @property {boolean} [left] somebody who does not work here any more
 */

/** Kind of column → [table of names, whether it holds several]. */
const REFERENCES = {
    task: ["tasks", false],
    school: ["schools", false],
    cluster: ["clusters", false],
    competency: ["competencies", false],
    person: ["people", false],
    schools: ["schools", true],
    clusters: ["clusters", true],
    competencies: ["competencies", true],
    people: ["people", true],
};

const NUMBERS = ["number", "hours", "hours_plain"];

/** @returns {boolean} whether a column holds numbers, which stand right */
export function isNumeric({ kind }) {
    return NUMBERS.includes(kind);
}

/** @returns {"tasks"|"schools"|"clusters"|"competencies"|"people"|undefined} */
export function referenceOf({ kind }) {
    return REFERENCES[kind]?.[0];
}

/** @returns {boolean} whether a column holds a list of things with a name */
export function isList({ kind }) {
    return Boolean(REFERENCES[kind]?.[1]);
}

/**
 * @param {Object} table
 * @param {string} reference one of the tables of names
 * @param {number|string} id
 * @returns {Name} with an empty name when the reader may not know it
 */
export function nameOf(table, reference, id) {
    const found = table.names[reference][id];
    return typeof found === "object" ? { id, ...found } : { id, name: found || "" };
}

/** @returns {Name[]} what a cell refers to, in its order */
export function namesIn(table, column, cells) {
    const value = cells[column.key];
    if (value === null || value === undefined || value === false) {
        return [];
    }
    const reference = referenceOf(column);
    return [value].flat().map((id) => nameOf(table, reference, id));
}

/** @returns {{label: string, names: Name[]}[]} schools under what they chose */
export function groupsIn(table, column, cells) {
    return (cells[column.key] || []).map(([label, schools]) => ({
        label,
        names: schools.map((id) => nameOf(table, "schools", id)),
    }));
}

/** @returns {string} the name by which a row is known: that of its first cell */
export function rowName(table, row) {
    const [first] = table.columns;
    return referenceOf(first)
        ? namesIn(table, first, row.cells)
              .map(({ name }) => name)
              .join(", ")
        : String(row.cells[first.key] ?? "");
}

/** @returns {string[]} schools of which nothing can be said, by name */
export function schoolsWithoutSheet(table) {
    return table.without_sheet.map((id) => nameOf(table, "schools", id).name);
}
