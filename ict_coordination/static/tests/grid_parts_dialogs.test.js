import { describe, expect, test } from "@odoo/hoot";
import { press, queryAll, queryAllTexts } from "@odoo/hoot-dom";
import { advanceTime, animationFrame } from "@odoo/hoot-mock";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import {
    contains,
    getService,
    makeServerError,
    mountWithCleanup,
    onRpc,
} from "@web/../tests/web_test_helpers";
import { MainComponentsContainer } from "@web/core/main_components_container";
import { HelpDialog } from "@ict_coordination/hours_grid/components/help_dialog";
import { PersonDialog } from "@ict_coordination/hours_grid/components/person_dialog";
import { KEYMAP } from "@ict_coordination/hours_grid/core/keys";
import { makeGrid, sheetData } from "./grid_parts_data";

defineMailModels();

let grid;

async function openDialog(component, changes) {
    grid = makeGrid(changes, (what) => expect.step(what));
    grid.goTo(3, "m11");
    await mountWithCleanup(MainComponentsContainer);
    getService("dialog").add(component, { grid }, { onClose: () => grid.focus() });
    await animationFrame();
}

describe("help", () => {
    test("every key of the table, in its groups; Escape goes back", async () => {
        await openDialog(HelpDialog);
        const shown = queryAll("[data-commands]").flatMap((row) =>
            row.dataset.commands.split(" "),
        );
        expect(shown).toHaveLength(KEYMAP.length);
        expect("[data-commands~=redo] dt").toHaveText("Ctrl+Y Ctrl+Shift+Z");
        expect("[data-commands~=edgeUp] dt").toHaveText("Ctrl+← ↑ ↓ →");
        expect("[data-commands~=decides] kbd").toHaveText("D");
        expect(queryAllTexts(".o_ict_help_signs .o_ict_sign")).toEqual([
            ...["○", "◐", "●", "–"],
        ]);
        expect(".modal-title").toHaveText("Keys of the hours grid");
        expect(".o_ict_grid_help").toBeFocused();
        await press("Escape");
        await animationFrame();
        expect(".modal").toHaveCount(0);
        expect.verifySteps(["focus"]);
    });

    test("dark in a dark grid", async () => {
        grid = makeGrid();
        grid.view.dark = true;
        await mountWithCleanup(MainComponentsContainer);
        getService("dialog").add(HelpDialog, { grid });
        await animationFrame();
        expect(".modal-content").toHaveClass("o_ict_grid_dark");
    });
});

describe("add a person", () => {
    const KARIM = {
        kind: "employee",
        id: 41,
        name: "Karim El Amrani",
        detail: "School B",
        reasons: ["Networks: Expert"],
        avatar: null,
    };
    const FIRM = {
        kind: "partner",
        id: 51,
        name: "Karton & co",
        detail: "",
        reasons: [],
    };

    function servePeople(people = {}) {
        onRpc("ict.overview", "grid_people", ({ args }) => {
            expect.step(`people ${JSON.stringify(args)}`);
            return {
                suggested: [KARIM],
                found: args[1] ? [KARIM, FIRM] : [],
                ...people,
            };
        });
        onRpc("ict.overview", "grid_add_person", ({ args }) => {
            expect.step(`add ${JSON.stringify(args)}`);
            const [member] = sheetData().members;
            return { ...member, id: 99, name: args[3], mine: false };
        });
    }

    async function search(text) {
        await contains(".o_ict_people_input").edit(text, { confirm: false });
        await advanceTime(300);
        await animationFrame();
    }

    test("first who fits the cluster of the cell, with the reasons", async () => {
        servePeople();
        await openDialog(PersonDialog);
        expect.verifySteps(['people [[5],"",102]']);
        expect(".o_ict_people_input").toBeFocused();
        expect(".o_ict_people_title:first").toHaveText(
            "Skills that fit “Policy and vision”",
        );
        expect("[data-place='0']").toHaveText(/Karim El Amrani.*Networks: Expert/s);
        await contains("select").select("0");
        expect.verifySteps(['people [[5],"",false]']);
    });

    test("arrows and Enter: a column, and the cursor in it", async () => {
        servePeople();
        await openDialog(PersonDialog);
        await search("kar");
        expect.verifySteps(['people [[5],"",102]', 'people [[5],"kar",102]']);
        // Who fits does not stand there twice.
        expect(queryAllTexts(".o_ict_people_entry > span > span")).toEqual([
            "Karim El Amrani",
            "Karton & co",
            "Vacancy “kar”",
            "External partner “kar”",
        ]);
        await press("ArrowDown");
        await animationFrame();
        expect("[data-place='1']").toHaveAttribute("aria-selected", "true");
        await press("Enter");
        await animationFrame();
        expect.verifySteps(['add [[5],"partner",51,"Karton & co"]', "focus"]);
        expect(".modal").toHaveCount(0);
        expect(grid.active).toMatchObject({ lineId: 3, columnId: "m99" });
    });

    test("a vacancy or a firm that is nowhere yet", async () => {
        servePeople({ suggested: [], found: [] });
        await openDialog(PersonDialog);
        expect(".o_ict_people_search").toHaveText(/Type a name/);
        await search("NetHelp ");
        expect(".o_ict_people_search").toHaveText(/Nobody else of this name/);
        expect.verifySteps(['people [[5],"",102]', 'people [[5],"NetHelp",102]']);
        await contains("[data-kind=partner]").click();
        expect.verifySteps(['add [[5],"partner",false,"NetHelp"]', "focus"]);
        expect(grid.columns.map(({ label }) => label)).toInclude("NetHelp");
    });

    test("what the server refuses is said, and nothing is lost", async () => {
        onRpc("ict.overview", "grid_people", () => ({ suggested: [KARIM], found: [] }));
        onRpc("ict.overview", "grid_add_person", () => {
            throw makeServerError({ message: "Not in this school." });
        });
        await openDialog(PersonDialog);
        await contains("[data-place='0']").click();
        await animationFrame();
        expect(".o_ict_people_error").toHaveText("Not in this school.");
        expect(".modal").toHaveCount(1);
        expect("[data-place='0']").toHaveCount(1);
    });
});
