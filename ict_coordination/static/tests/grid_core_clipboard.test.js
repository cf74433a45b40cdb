import { expect, test } from "@odoo/hoot";
import {
    parseTsv,
    placeBlock,
    toTsv,
} from "@ict_coordination/hours_grid/core/clipboard";

test("rows and cells, with the line ends of every system", () => {
    const expected = [
        ["1", "2"],
        ["", "x"],
    ];
    for (const text of ["1\t2\n\tx", "1\t2\r\n\tx\r\n", "1\t2\n\tx\n", "1\t2\r\tx"]) {
        expect(parseTsv(text)).toEqual(expected);
    }
    expect(parseTsv("")).toEqual([]);
    expect(parseTsv("2")).toEqual([["2"]]);
    expect(parseTsv("\n")).toEqual([[""]]);
    expect(parseTsv("\t")).toEqual([["", ""]]);
    expect(parseTsv("1\t\n\n2")).toEqual([["1", ""], [""], ["2"]]);
});

test("quotes, and line breaks in a cell", () => {
    expect(parseTsv('"Jan 2u\nAn 1u"\t3\r\n4\t"a ""b"" c"\r\n')).toEqual([
        ["Jan 2u\nAn 1u", "3"],
        ["4", 'a "b" c'],
    ]);
    expect(parseTsv('"a\r\nb"')).toEqual([["a\nb"]]);
    expect(parseTsv('"a"\t"b"')).toEqual([["a", "b"]]);
    expect(parseTsv('""""')).toEqual([['"']]);
});

test("a quote that opens nothing is a sign like any other", () => {
    expect(parseTsv('5" screen\tb')).toEqual([['5" screen', "b"]]);
    expect(parseTsv('"open\tb')).toEqual([['"open', "b"]]);
    expect(parseTsv('"a"b\t2')).toEqual([['"a"b', "2"]]);
    // "the same as above", beside and below each other
    expect(parseTsv('"\t2\t"')).toEqual([['"', "2", '"']]);
    expect(parseTsv('2\r\n"\r\n"\r\n')).toEqual([["2"], ['"'], ['"']]);
    expect(parseTsv('"\n2\n"')).toEqual([['"'], ["2"], ['"']]);
});

test("a large text is read in a moment", () => {
    const rows = Array.from({ length: 2000 }, (_, i) => [`${i}`, '"', '"x', "a\nb"]);
    expect(parseTsv(toTsv(rows))).toEqual(rows);
    const quotes = '"'.repeat(50000);
    expect(parseTsv(quotes)).toHaveLength(1);
});

test("what is copied can be pasted", () => {
    const rows = [
        ["1,5", "±2", "x", ""],
        ['"', '""', '"a"', 'say "yes"'],
        ["a\nb", "", "", "c"],
    ];
    expect(parseTsv(toTsv(rows))).toEqual(rows);
    expect(toTsv([["1", "2"], ["3"]])).toBe("1\t2\n3");
    // A cell of a spreadsheet cannot hold a tab, and its text is no table.
    expect(parseTsv(toTsv([["a\tb"]]))).toEqual([["a b"]]);
    expect(toTsv([["a\r\nb"]])).toBe('"a\nb"');
});

const range = (top, left, bottom, right) => ({ top, left, bottom, right });
const size = { rows: 10, columns: 10 };
const placed = (...args) =>
    placeBlock(...args).map(({ row, column, content }) => [row, column, content]);

test("a block starts at the top left of the selection", () => {
    const block = [
        ["a", "b"],
        ["c", "d"],
    ];
    const expected = [
        [2, 3, "a"],
        [2, 4, "b"],
        [3, 3, "c"],
        [3, 4, "d"],
    ];
    expect(placed(block, range(2, 3, 2, 3), size)).toEqual(expected);
    expect(placed(block, range(2, 3, 4, 3), size)).toEqual(expected);
    expect(placeBlock([], range(0, 0, 0, 0), size)).toEqual([]);
    expect(placeBlock([[]], range(0, 0, 0, 0), size)).toEqual([]);
});

test("one cell fills the selection, a row fills the rows below it", () => {
    expect(placed([["a"]], range(1, 1, 2, 2), size)).toEqual([
        [1, 1, "a"],
        [1, 2, "a"],
        [2, 1, "a"],
        [2, 2, "a"],
    ]);
    expect(placed([["a", "b"]], range(0, 0, 1, 0), size)).toEqual([
        [0, 0, "a"],
        [0, 1, "b"],
        [1, 0, "a"],
        [1, 1, "b"],
    ]);
});

test("what falls outside is left out, and a short row empties nothing", () => {
    expect(placed([["a", "b"], ["c"]], range(8, 9, 8, 9), size)).toEqual([
        [8, 9, "a"],
        [9, 9, "c"],
    ]);
    expect(placed([["a", "b"], ["c"], ["d"]], range(8, 0, 8, 0), size)).toEqual([
        [8, 0, "a"],
        [8, 1, "b"],
        [9, 0, "c"],
    ]);
});
