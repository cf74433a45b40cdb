import { expect, test } from "@odoo/hoot";
import { press, queryOne } from "@odoo/hoot-dom";
import { animationFrame } from "@odoo/hoot-mock";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import { hours, member } from "./grid_server";
import { cellAt, keys, mountGrid, shown } from "./grid_table_mount";

defineMailModels();

/**
 * Rules of Odoo with `:has()` make the browser style the whole page anew when a class, a
 * style or an element in it changes. A key must not, or it takes longer than a frame.
 */

/** @returns {Promise<string[]>} what a key changed in the sheet that makes it slow */
async function slowChanges(key) {
    const found = [];
    const observer = new MutationObserver((records) => {
        for (const {
            type,
            attributeName,
            target,
            addedNodes,
            removedNodes,
        } of records) {
            const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
            if (["class", "style"].includes(attributeName)) {
                found.push(`${attributeName} of ${target.outerHTML}`);
            } else if (
                type === "childList" &&
                [...addedNodes, ...removedNodes].some(isElement)
            ) {
                found.push(`elements in ${target.outerHTML}`);
            }
        }
    });
    observer.observe(queryOne(".o_ict_grid_sheet"), {
        attributes: true,
        childList: true,
        subtree: true,
    });
    await press(key);
    await animationFrame();
    await Promise.resolve();
    observer.disconnect();
    return found;
}

test("a key changes texts and data only, from an empty cell to a saved one", async () => {
    const { server } = await mountGrid({
        members: [member(1, "An", { available: 3 }), member(2, "Bart")],
        cells: { "10:2": hours(2) },
    });
    for (const key of [
        "7",
        "Enter",
        "ArrowUp",
        "ArrowRight",
        "3",
        "Tab",
        "ArrowLeft",
    ]) {
        expect(await slowChanges(key)).toEqual([], { message: key });
    }
    await keys();
    expect(server.hours("10:1")).toBe(7);
    expect(shown(10, 1)).toBe("7 E");
    expect(cellAt(10, 1)).not.toHaveAttribute("data-state");
});
