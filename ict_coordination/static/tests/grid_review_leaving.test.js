import { expect, test } from "@odoo/hoot";
import { manuallyDispatchProgrammaticEvent } from "@odoo/hoot-dom";
import { animationFrame } from "@odoo/hoot-mock";
import { RPCError } from "@web/core/network/rpc";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import { contains, getService, mountWithCleanup } from "@web/../tests/web_test_helpers";
import { MainComponentsContainer } from "@web/core/main_components_container";
import { LineSheet } from "@ict_coordination/hours_grid/components/line_sheet";
import { SaveStatus } from "@ict_coordination/hours_grid/components/save_status";
import { drawn, makeGrid } from "./grid_parts_data";
import { GridServer, hours } from "./grid_server";

defineMailModels();

const INPUT = ".o_ict_sheet_person[data-member='12'] input";

async function typeInSheet() {
    const grid = makeGrid();
    await mountWithCleanup(MainComponentsContainer);
    const close = getService("dialog").add(LineSheet, { grid, lineId: 3 });
    await animationFrame();
    await contains(INPUT).edit("5", { confirm: false });
    expect(grid.model.cell(3, 12)).toBe(null);
    return { grid, close };
}

test("a phone's back button takes the sheet away, not what was typed in it", async () => {
    const { grid, close } = await typeInSheet();
    close();
    await animationFrame();
    expect(INPUT).toHaveCount(0);
    expect(grid.model.cell(3, 12).hours).toBe(5);
});

test("a page that closes takes what was typed along", async () => {
    const { grid } = await typeInSheet();
    await manuallyDispatchProgrammaticEvent(window, "beforeunload");
    expect(grid.model.cell(3, 12).hours).toBe(5);
});

test("who is logged out is told so, not that the network is away", async () => {
    const server = new GridServer();
    const { model, saver } = server.client();
    server.error = Object.assign(new RPCError("Session expired"), {
        exceptionName: "odoo.http.SessionExpiredException",
    });
    model.edit([{ line: 10, member: 1, value: hours(2) }]);
    await saver.flush();
    await mountWithCleanup(SaveStatus, { props: { grid: { model, saver } } });
    expect(".o_ict_grid_status").toHaveText(
        "1 change not saved: log in again in another tab",
    );
    server.error = null;
    await contains("button[name=try_now]").click();
    await drawn();
    expect(".o_ict_grid_status").toHaveText("All saved");
    expect(server.hours("10:1")).toBe(2);
});
