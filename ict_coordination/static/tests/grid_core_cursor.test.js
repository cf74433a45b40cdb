import { beforeEach, describe, expect, test } from "@odoo/hoot";
import { Cursor } from "@ict_coordination/hours_grid/core/cursor";
import { isMove } from "@ict_coordination/hours_grid/core/moves";

/** Two clusters with three and two tasks; 1, 2, 3 and 4, 5. */
const cluster = (id) => ({ type: "cluster", id: `c${id}` });
const line = (id) => ({ type: "line", id: `l${id}`, line: { id } });
const ROWS = [cluster(1), line(1), line(2), line(3), cluster(2), line(4), line(5)];
const COLUMNS = ["a", "b", "c", "d"].map((id) => ({ id, type: "member" }));

let cursor, rows, columns;
const at = () => `${cursor.lineId}${cursor.columnId}`;
const go = (where, options) =>
    cursor.goTo(Number(where[0]), where[1], rows, columns, options);
const move = (command, options) => cursor.move(command, rows, columns, options);
const moved = (command, options) => {
    move(command, options);
    return at();
};
/** "1a:2c" from the first to the last cell of the selection. */
const selected = () => {
    const { lineIds, columnIds } = cursor.range(rows, columns);
    return `${lineIds[0]}${columnIds[0]}:${lineIds.at(-1)}${columnIds.at(-1)}`;
};

beforeEach(() => {
    cursor = new Cursor();
    rows = ROWS;
    columns = COLUMNS;
});

describe("moving", () => {
    test("it begins with the first task and the first person", () => {
        expect(cursor.lineId).toBe(null);
        columns = [{ id: "level", type: "field" }, ...COLUMNS];
        cursor.settle(rows, columns);
        expect(at()).toBe("1a");
    });

    test("arrows pass over clusters and stop at the end", () => {
        go("3b");
        expect(moved("down")).toBe("4b");
        expect(moved("up")).toBe("3b");
        expect(moved("right")).toBe("3c");
        expect(moved("left")).toBe("3b");
        go("5d");
        expect(move("down")).toBe(false);
        expect(move("right")).toBe(false);
        expect(at()).toBe("5d");
        go("1a");
        expect(move("up")).toBe(false);
        expect(move("left")).toBe(false);
    });

    test("first and last: of the row, of the grid", () => {
        go("2b");
        expect(moved("end")).toBe("2d");
        expect(moved("home")).toBe("2a");
        expect(moved("last")).toBe("5d");
        expect(moved("first")).toBe("1a");
    });

    test("a page at a time, to the end and no further", () => {
        go("1c");
        expect(moved("pageDown", { page: 3 })).toBe("4c");
        expect(moved("pageDown", { page: 3 })).toBe("5c");
        expect(move("pageDown", { page: 3 })).toBe(false);
        expect(moved("pageUp", { page: 3 })).toBe("2c");
    });

    test("Tab goes on in the next row, and ends at the last cell", () => {
        go("3d");
        expect(moved("next")).toBe("4a");
        expect(moved("previous")).toBe("3d");
        go("5d");
        expect(move("next")).toBe(false);
        go("1a");
        expect(move("previous")).toBe(false);
    });

    test("Enter after Tab goes back under the first of the series", () => {
        go("1b");
        ["next", "next"].forEach((command) => move(command));
        expect(moved("below")).toBe("2b");
        expect(moved("below")).toBe("3b");
        move("next");
        expect(moved("above")).toBe("2b");
        // Any other move begins anew.
        move("next");
        move("left");
        move("right");
        expect(moved("below")).toBe("3c");
    });

    test("which commands are moves", () => {
        for (const command of ["up", "selectEdgeDown", "next", "all", "wholeRow"]) {
            expect(isMove(command)).toBe(true);
        }
        for (const command of [
            "edit",
            "select",
            "selectAway",
            "constructor",
            "search",
        ]) {
            expect(isMove(command)).toBe(false);
        }
    });
});

describe("to the edge of a block", () => {
    // Column b: filled, filled, empty, filled, empty.
    const filled = (lineId, columnId) => columnId === "b" && [1, 2, 4].includes(lineId);
    const edge = (from, command) => {
        go(from);
        return moved(command, { filled });
    };

    test("in a block to its last cell", () => {
        expect(edge("1b", "edgeDown")).toBe("2b");
        expect(edge("2b", "edgeUp")).toBe("1b");
    });

    test("from the end of a block to the next one", () => {
        expect(edge("2b", "edgeDown")).toBe("4b");
        expect(edge("4b", "edgeUp")).toBe("2b");
    });

    test("from an empty cell to the next filled one", () => {
        expect(edge("3b", "edgeDown")).toBe("4b");
        expect(edge("1a", "edgeRight")).toBe("1b");
        expect(edge("1d", "edgeLeft")).toBe("1b");
    });

    test("to the end when nothing more is filled", () => {
        expect(edge("4b", "edgeDown")).toBe("5b");
        expect(edge("1c", "edgeDown")).toBe("5c");
        expect(edge("1b", "edgeRight")).toBe("1d");
        expect(edge("5b", "edgeDown")).toBe("5b");
    });

    test("with Shift the selection grows to there", () => {
        go("1a");
        move("selectEdgeRight", { filled });
        expect(selected()).toBe("1a:1b");
        move("selectEdgeDown", { filled });
        expect(selected()).toBe("1a:2b");
        expect(at()).toBe("1a");
    });
});

describe("selecting", () => {
    test("the active cell stays where the selection began", () => {
        go("2b");
        ["selectDown", "selectRight", "selectRight"].forEach((command) =>
            move(command),
        );
        expect(selected()).toBe("2b:3d");
        expect(at()).toBe("2b");
        expect(cursor.range(rows, columns)).toEqual({
            top: 1,
            left: 1,
            bottom: 2,
            right: 3,
            lineIds: [2, 3],
            columnIds: ["b", "c", "d"],
            count: 6,
        });
        move("selectUp");
        move("selectUp");
        expect(selected()).toBe("1b:2d");
        expect(moved("right")).toBe("2c");
        expect(selected()).toBe("2c:2c");
    });

    test("with the mouse, from corner to corner", () => {
        go("4c");
        go("2a", { extend: true });
        expect(selected()).toBe("2a:4c");
        expect(at()).toBe("4c");
        expect(go("9z")).toBe(false);
        expect(selected()).toBe("2a:4c");
    });

    test("to the ends", () => {
        go("2b");
        move("selectLast");
        expect(selected()).toBe("2b:5d");
        move("selectHome");
        expect(selected()).toBe("2a:5b");
        move("selectFirst");
        expect(selected()).toBe("1a:2b");
        move("selectPageDown", { page: 3 });
        expect(selected()).toBe("2a:4b");
        move("down", { extend: true });
        expect(selected()).toBe("2a:5b");
    });

    test("rows, columns, everything", () => {
        go("2b");
        move("wholeRow");
        expect(selected()).toBe("2a:2d");
        expect(at()).toBe("2b");
        move("selectDown");
        expect(selected()).toBe("2a:3d");
        go("2b");
        move("wholeColumn");
        expect(selected()).toBe("1b:5b");
        move("all");
        expect(selected()).toBe("1a:5d");
        expect(at()).toBe("2b");
        expect(cursor.range(rows, columns).count).toBe(20);
    });

    test("Tab and Enter go round in the selection, which stays", () => {
        go("1a");
        go("2b", { extend: true });
        const walk = (command) => [1, 2, 3, 4].map(() => moved(command));
        expect(walk("next")).toEqual(["1b", "2a", "2b", "1a"]);
        expect(walk("below")).toEqual(["2a", "1b", "2b", "1a"]);
        expect(walk("previous")).toEqual(["2b", "2a", "1b", "1a"]);
        expect(walk("above")).toEqual(["2b", "1b", "2a", "1a"]);
        expect(selected()).toBe("1a:2b");
        move("next");
        move("selectDown");
        expect(selected()).toBe("1b:3b");
        expect(at()).toBe("1b");
    });
});

describe("rows and columns that come and go", () => {
    test("the active cell is the same one in other rows and columns", () => {
        go("4c");
        rows = ROWS.filter(({ id }) => !["l1", "l2"].includes(id));
        columns = [COLUMNS[0], { id: "new", type: "member" }, ...COLUMNS.slice(1)];
        cursor.settle(rows, columns);
        expect(at()).toBe("4c");
        expect(moved("left")).toBe("4b");
        expect(moved("left")).toBe("4new");
        expect(moved("up")).toBe("3new");
    });

    test("a selection stays on its lines and columns", () => {
        go("1a");
        go("4b", { extend: true });
        rows = ROWS.filter(({ id }) => id !== "l2");
        columns = [{ id: "new", type: "member" }, ...COLUMNS];
        cursor.settle(rows, columns);
        expect(selected()).toBe("1a:4b");
        expect(cursor.range(rows, columns).lineIds).toEqual([1, 3, 4]);
    });

    test("when its line is filtered away the one in its place comes", () => {
        go("3b");
        move("selectDown");
        rows = ROWS.filter(({ id }) => id !== "l3");
        cursor.settle(rows, columns);
        expect(at()).toBe("4b");
        expect(selected()).toBe("4b:4b");
        rows = [ROWS[0], ROWS[1]];
        expect(moved("right")).toBe("1c");
    });

    test("a person who goes", () => {
        go("2d");
        columns = COLUMNS.slice(0, 3);
        expect(moved("down")).toBe("3c");
    });

    test("nothing to show, and something again", () => {
        go("2b");
        rows = [cluster(1)];
        expect(move("down")).toBe(false);
        expect(cursor.range(rows, columns)).toBe(null);
        rows = ROWS;
        expect(moved("right")).toBe("2c");
    });
});
