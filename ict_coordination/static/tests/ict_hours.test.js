import { expect, test } from "@odoo/hoot";
import { animationFrame } from "@odoo/hoot-mock";
import { defineMailModels } from "@mail/../tests/mail_test_helpers";
import {
    clickSave,
    contains,
    defineModels,
    defineParams,
    fields,
    makeMockEnv,
    models,
    mountView,
    onRpc,
} from "@web/../tests/web_test_helpers";
import {
    formatHours,
    formatHoursOf,
    formatHoursTotal,
    parseHours,
} from "@ict_coordination/ict_hours/hours_format";

class Allocation extends models.Model {
    _name = "ict.allocation";
    hours = fields.Float({ digits: [5, 2] });
    certainty = fields.Selection({
        selection: [
            ["exact", "Exact"],
            ["assumed", "Estimate"],
            ["unknown", "Without hours"],
        ],
    });
    _records = [
        { id: 1, hours: 2.5, certainty: "exact" },
        { id: 2, hours: 1, certainty: "assumed" },
        { id: 3, hours: 0, certainty: "unknown" },
        { id: 4, hours: 0, certainty: "exact" },
    ];
}

class Member extends models.Model {
    _name = "ict.team.member";
    hours_available = fields.Float({ digits: [5, 2] });
    _records = [{ id: 1, hours_available: 0 }];
}

defineMailModels();
defineModels([Allocation, Member]);

const LIST = `
    <list editable="bottom">
        <field name="certainty" column_invisible="True"/>
        <field name="hours" widget="ict_hours" sum="Hours"/>
    </list>`;

async function typeHours(resId, text) {
    await mountView({
        type: "form",
        resModel: "ict.allocation",
        resId,
        arch: `<form><field name="certainty" invisible="1"/>
            <field name="hours" widget="ict_hours"/></form>`,
    });
    await contains(".o_field_widget[name=hours] input").edit(text);
    await animationFrame();
}

/** Type `text` in the hours of one allocation; return what is sent to the server. */
async function saveHours(resId, text) {
    let sent = null;
    onRpc("ict.allocation", "web_save", ({ args }) => {
        sent = args[1];
    });
    await typeHours(resId, text);
    await clickSave();
    return sent;
}

test("a list says unknown in words, never as zero", async () => {
    await mountView({ type: "list", resModel: "ict.allocation", arch: LIST });
    const texts = [...document.querySelectorAll("td[name=hours]")].map((td) =>
        td.textContent.trim(),
    );
    expect(texts).toEqual(["2.5 h", "± 1 h", "without hours", "0 h"]);
    expect(".o_list_footer").toHaveText("3.5 h");
});

test("a number makes unknown hours exact", async () => {
    expect(await saveHours(3, "1.5")).toEqual({ hours: 1.5, certainty: "exact" });
});

test("nothing makes hours unknown", async () => {
    expect(await saveHours(1, "")).toEqual({ hours: 0, certainty: "unknown" });
});

test("a mark makes hours an estimate", async () => {
    expect(await saveHours(1, "± 2.5")).toEqual({ hours: 2.5, certainty: "assumed" });
});

test("a typed zero is a known zero", async () => {
    expect(await saveHours(3, "0")).toEqual({ hours: 0, certainty: "exact" });
});

test("nonsense is refused and not saved", async () => {
    await typeHours(1, "veel");
    expect(".o_form_button_save:disabled").toHaveCount(1);
    expect(".o_field_widget[name=hours]").toHaveClass("o_field_invalid");
});

test("without a certainty in the view empty means zero", async () => {
    await mountView({
        type: "form",
        resModel: "ict.team.member",
        resId: 1,
        arch: `<form><field name="hours_available" widget="ict_hours"/></form>`,
    });
    expect(".o_field_widget input").toHaveValue("");
    expect(".o_field_widget input").toHaveAttribute("placeholder", "");
});

test("what people type", () => {
    const exact = (hours) => ({ hours, certainty: "exact" });
    expect(parseHours("2")).toEqual(exact(2));
    expect(parseHours(" 1.5 h ")).toEqual(exact(1.5));
    expect(parseHours("1u30")).toEqual(exact(1.5));
    expect(parseHours("2 uur")).toEqual(exact(2));
    expect(parseHours("0:20")).toEqual(exact(0.33));
    expect(parseHours("ca. 3")).toEqual({ hours: 3, certainty: "assumed" });
    expect(parseHours("?")).toEqual({ hours: 0, certainty: "unknown" });
    expect(() => parseHours("12 apen")).toThrow();
});

test("the notation of the user", async () => {
    await makeMockEnv(); // loads the translations
    expect(formatHours(0)).toBe("–");
    expect(String(formatHours(12.25))).toBe("12.25 h");
    expect(String(formatHoursOf(0, "unknown"))).toBe("without hours");
    expect(String(formatHoursOf(0, "exact"))).toBe("0 h");
    expect(String(formatHoursTotal(12.5, 3))).toBe("12.5 h + 3 without hours");
    expect(String(formatHoursTotal(0, 2))).toBe("2 without hours");
    expect(String(formatHoursTotal(0, 0))).toBe("0 h");
});

test("a decimal comma", async () => {
    defineParams({
        lang_parameters: { decimal_point: ",", thousands_sep: "." },
    });
    expect(await saveHours(3, "1,5")).toEqual({ hours: 1.5, certainty: "exact" });
});
