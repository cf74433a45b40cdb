import { expect, test } from "@odoo/hoot";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import {
    contains,
    makeServerError,
    onRpc,
    patchWithCleanup,
} from "@web/../tests/web_test_helpers";
import { HoursGrid } from "@ict_coordination/hours_grid/components/hours_grid";
import { GridServer } from "./grid_server";
import { drawnLines, mountHours, settled } from "./grid_table_mount";

defineMailModels();

test("a request that failed is told with the way out", async () => {
    const server = new GridServer();
    let isDown = true;
    onRpc("ict.overview", "grid_read", () => {
        if (isDown) {
            throw makeServerError({ message: "Too busy." });
        }
        return server.read();
    });
    await mountHours();
    expect(".o_ict_grid_loading [role=alert]").toHaveText(/^Too busy\./);
    isDown = false;
    await contains(".o_ict_grid_loading button").click();
    await settled();
    expect(drawnLines()).toHaveLength(server.lines.length);
});

test("a fault of the page itself is not told as a failed request", async () => {
    expect.errors(1);
    onRpc("ict.overview", "grid_read", () => new GridServer().read());
    patchWithCleanup(HoursGrid.prototype, {
        makeGrid() {
            throw new Error("a fault of ours");
        },
    });
    await mountHours();
    expect(".o_ict_grid_loading [role=alert]").toHaveCount(0);
    expect.verifyErrors(["a fault of ours"]);
});
