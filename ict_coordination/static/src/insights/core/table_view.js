import { plainText, searchWords } from "../../ict_text/plain_text";
import { groupsIn, isList, isNumeric, namesIn, referenceOf } from "./insight_table";

/** What the reader chose in a table: words to look for, an order, how many rows. */

/** So many rows are drawn at once: more are a button away. */
export const PAGE = 200;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** @returns {{text: string, sort: Object|null, limit: number}} `sort`: {key, isDown} */
export function newTableView() {
    return { text: "", sort: null, limit: PAGE };
}

/**
 * A header chosen again turns the order round, and a third time gives back the order of
 * the server: what needs an answer first. Numbers start with the most.
 *
 * @returns {{key: string, isDown: boolean}|null}
 */
export function nextSort(sort, column) {
    const isDown = isNumeric(column) || isList(column);
    if (sort?.key !== column.key) {
        return { key: column.key, isDown };
    }
    return sort.isDown === isDown ? { key: column.key, isDown: !isDown } : null;
}

/** @returns {string} a cell in plain words, to search and to sort by */
function wordsOf(table, column, cells) {
    const value = cells[column.key];
    if (referenceOf(column)) {
        return namesIn(table, column, cells)
            .map(({ name }) => name)
            .join(" ");
    }
    if (column.kind === "groups") {
        return groupsIn(table, column, cells)
            .map(({ label, names }) => [label, ...names.map(({ name }) => name)])
            .flat()
            .join(" ");
    }
    if (column.kind === "badges") {
        return (value || []).map(({ text }) => text).join(" ");
    }
    // Who looks for "3" looks for a name with a 3 in it, not for every number.
    return isNumeric(column) ? "" : value || "";
}

/** What a row says, worked out once: tables are searched at every key. */
const texts = new WeakMap();

function textOf(table, row) {
    if (!texts.has(row)) {
        const cells = [row.cells, ...row.parts.map((part) => part.cells)];
        const words = cells.flatMap((each) =>
            table.columns.map((column) => wordsOf(table, column, each)),
        );
        texts.set(row, plainText(words.join(" ")));
    }
    return texts.get(row);
}

/** @returns {Object[]} rows in which every word stands, in their order */
export function filteredRows(table, text) {
    const words = searchWords(text);
    return words.length
        ? table.rows.filter((row) =>
              words.every((word) => textOf(table, row).includes(word)),
          )
        : table.rows;
}

/** @returns {number[]|string|null} by what a row stands in its place; null: nothing */
function placeOf(table, column, row) {
    const value = row.cells[column.key];
    if (value === null || value === undefined) {
        return null;
    }
    if (isList(column)) {
        return [value.length];
    }
    if (isNumeric(column)) {
        return [value].flat();
    }
    return wordsOf(table, column, row.cells) || null;
}

function compare(one, other) {
    if (typeof one === "string") {
        return collator.compare(one, other);
    }
    const index = one.findIndex((number, at) => number !== other[at]);
    return index < 0 ? 0 : one[index] - other[index];
}

/**
 * What is not filled in stands last, whatever the direction: it is neither much nor
 * little; after it only a total. Equal rows keep the order of the server.
 *
 * @param {Object} table
 * @param {Object[]} rows of it
 * @param {Object|null} sort
 * @returns {Object[]}
 */
export function sortedRows(table, rows, sort) {
    const column = sort && table.columns.find(({ key }) => key === sort.key);
    if (!column) {
        return rows;
    }
    const turn = sort.isDown ? -1 : 1;
    return rows
        .map((row) => ({ row, place: placeOf(table, column, row) }))
        .sort(
            (one, other) =>
                Number(one.row.is_total) - Number(other.row.is_total) ||
                (one.place === null || other.place === null
                    ? Number(one.place === null) - Number(other.place === null)
                    : turn * compare(one.place, other.place)),
        )
        .map(({ row }) => row);
}

/**
 * @param {Object} table
 * @param {Object} view of `newTableView`
 * @returns {{rows: Object[], found: number, rest: number}} rows to draw, how many fit
 *     the search, and how many of these are not drawn
 */
export function shownRows(table, view) {
    const rows = sortedRows(table, filteredRows(table, view.text), view.sort);
    return {
        rows: rows.slice(0, view.limit),
        found: rows.length,
        rest: Math.max(0, rows.length - view.limit),
    };
}
