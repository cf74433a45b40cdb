import { expect } from "@odoo/hoot";
import { press, queryAll, queryOne } from "@odoo/hoot-dom";
import { animationFrame, runAllTimers } from "@odoo/hoot-mock";
import {
    mockService,
    mountWithCleanup,
    onRpc,
    patchWithCleanup,
} from "@web/../tests/web_test_helpers";
import { HoursGrid } from "@ict_coordination/hours_grid/components/hours_grid";
import { GridTable } from "@ict_coordination/hours_grid/components/grid_table";
import { GridServer } from "./grid_server";

/** The whole grid on a page, against a server in memory. */

/**
 * @param {Object} [options] of GridServer
 * @param {Object} [changes] to the answer of `grid_read`
 * @returns {Promise<{server: GridServer, grid: Object}>} what the user is told is a step
 */
export async function mountGrid(options = {}, changes = {}) {
    const server = new GridServer(options);
    const { can = server.can, why_not = "" } = changes;
    Object.assign(server, { can, whyNot: why_not });
    let grid;
    mockService("notification", { add: (text) => expect.step(text) });
    onRpc("ict.overview", "grid_read", () => ({ ...server.read(), ...changes }));
    onRpc("ict.overview", "grid_write", ({ args }) => {
        server.calls.push({ method: "grid_write", args: args.slice(1) });
        return server.write(args[1], args[2], "Me");
    });
    onRpc("ict.overview", "grid_changes", ({ args }) => server.changes(args[1]));
    onRpc("ict.overview", "grid_peer", () => server.peer);
    patchWithCleanup(GridTable.prototype, {
        setup() {
            super.setup();
            grid = this.grid;
        },
    });
    await mountHours();
    return { server, grid };
}

/** The same with a server that the test itself answers for. */
export async function mountHours() {
    await mountWithCleanup(HoursGrid, { props: { overviewId: 7 } });
    await settled();
}

/** Drawn, saved and told. */
export async function settled() {
    await animationFrame();
    await runAllTimers();
    await animationFrame();
}

/** @param {...string} keys one press each: "2", "Enter", ["Shift", "ArrowDown"] */
export async function keys(...all) {
    for (const key of all) {
        await press(key);
    }
    await settled();
}

/**
 * @param {number} line
 * @param {number|string} column of a person, or the name of a field
 * @returns {string} selector of the cell
 */
export function cellAt(line, column) {
    const kind = typeof column === "number" ? "member" : "field";
    return `td[data-line='${line}'][data-${kind}='${column}']`;
}

/** @returns {string} "2 E": what stands in a cell, its lines joined */
export function shown(line, column) {
    const parts = [...queryOne(cellAt(line, column)).children].map((part) =>
        part.textContent.trim(),
    );
    return parts.filter(Boolean).join(" ");
}

/** @returns {string} total of "line", "member", "cluster" or "all" */
export function total(kind, id) {
    const name = id === undefined ? "" : `[data-${kind}='${id}']`;
    return queryOne(`[data-total=${kind}]${name}`).innerText.trim();
}

/** @param {Object} grid @param {string} place "10:m1" */
export function expectActive(grid, place) {
    expect(`${grid.active.lineId}:${grid.active.columnId}`).toBe(place);
}

/** @returns {DataTransfer} what the browser gave the grid, or took from it */
export async function clipboard(type, text = "") {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new window.ClipboardEvent(type, {
        bubbles: true,
        cancelable: true,
        clipboardData,
    });
    queryOne(".o_ict_grid_editor").dispatchEvent(event);
    await settled();
    return clipboardData;
}

/** @returns {number[]} lines that are drawn */
export function drawnLines() {
    return queryAll(".o_ict_grid_row").map((row) => Number(row.dataset.line));
}
