import { beforeEach, describe, expect, test } from "@odoo/hoot";
import { allowTranslations, patchWithCleanup } from "@web/../tests/web_test_helpers";
import { localization } from "@web/core/l10n/localization";
import {
    cellText,
    copyText,
    editText,
    fieldText,
    readField,
    readTyped,
} from "@ict_coordination/hours_grid/core/typed";
import { TYPED_CELLS } from "./typed_cells";

const cell = (hours, certainty) => ({
    hours,
    certainty,
    mandates: [],
    funding: null,
    note: "",
});

function setDecimals(decimalPoint, thousandsSep) {
    patchWithCleanup(localization, {
        decimalPoint,
        thousandsSep,
        grouping: [3, 0],
    });
}

beforeEach(() => {
    allowTranslations();
    setDecimals(",", ".");
});

describe("hours", () => {
    test("the table that the server's grammar agrees with", () => {
        for (const [text, first, certainty] of TYPED_CELLS) {
            const expected = {
                remove: { remove: true },
                server: { text: text.trim() },
            }[first] || { value: { hours: first, certainty } };
            expect(readTyped(text)).toEqual(expected, { message: `"${text}"` });
        }
    });

    test("point and comma are both decimals, in every language", () => {
        const read = () => ["1,5", "1.5"].map((text) => readTyped(text).value.hours);
        expect(read()).toEqual([1.5, 1.5]);
        setDecimals(".", ",");
        expect(read()).toEqual([1.5, 1.5]);
    });

    test("every number up to 40, in each of its forms", () => {
        const wrong = [];
        for (let hundredths = 1; hundredths <= 4000; hundredths++) {
            const hours = hundredths / 100;
            const comma = hours.toFixed(2).replace(".", ",");
            for (const text of [`${hours}`, comma, `${hours} u`, `±${hours}`]) {
                const certainty = text[0] === "±" ? "assumed" : "exact";
                const { value } = readTyped(text);
                if (value?.hours !== hours || value.certainty !== certainty) {
                    wrong.push(text);
                }
            }
        }
        expect(wrong).toEqual([]);
    });

    test("every number of minutes, halves up", () => {
        const wrong = [];
        for (let minutes = 1; minutes < 1000; minutes++) {
            const hours = Math.floor((minutes * 10 + 3) / 6) / 100;
            const rest = String(minutes % 60).padStart(2, "0");
            const clock = `${Math.floor(minutes / 60)}u${rest}`;
            for (const text of [`${minutes} min`, clock]) {
                if (readTyped(text).value?.hours !== hours) {
                    wrong.push(text);
                }
            }
        }
        expect(wrong).toEqual([]);
    });

    test("what is shown, copied and edited", () => {
        const texts = (value) => [cellText(value), copyText(value), editText(value)];
        expect(texts(null)).toEqual(["", "", ""]);
        expect(texts(cell(2, "exact"))).toEqual(["2", "2", "2"]);
        expect(texts(cell(1.5, "exact"))).toEqual(["1,5", "1,5", "1,5"]);
        expect(texts(cell(0.25, "assumed"))).toEqual(["±0,25", "±0,25", "±0,25"]);
        expect(texts(cell(null, "unknown"))).toEqual(["?", "x", "x"]);
    });

    test("what was copied or edited without change is the same again", () => {
        for (const separators of [
            [",", "."],
            [".", ","],
        ]) {
            setDecimals(...separators);
            for (const value of [
                cell(2, "exact"),
                cell(12.75, "exact"),
                cell(0.33, "assumed"),
                cell(40, "assumed"),
                cell(null, "unknown"),
            ]) {
                const { hours, certainty } = value;
                expect(readTyped(copyText(value)).value).toEqual({ hours, certainty });
                expect(readTyped(editText(value)).value).toEqual({ hours, certainty });
            }
        }
        expect(readTyped(copyText(null))).toEqual({ remove: true });
    });
});

describe("fields of a line", () => {
    const read = (field, texts) => texts.map((text) => readField(field, text));

    test("applicable", () => {
        const yes = ["x", "JA", "yes", "1", "Applicable", "appl"];
        expect(read("applicable", yes)).toEqual(yes.map(() => true));
        const no = ["n.v.t.", "nvt", "nee", "no", "0", "not applicable"];
        expect(read("applicable", no)).toEqual(no.map(() => false));
        // Nothing is no answer here: a task is never undecided.
        expect(read("applicable", ["", "-", "maybe"])).toEqual(
            Array(3).fill(undefined),
        );
    });

    test("level", () => {
        expect(
            read("level", ["School", "s", "SG", "group", "Beide", "sh", "-", ""]),
        ).toEqual([
            "school",
            "school",
            "group",
            "group",
            "shared",
            "shared",
            null,
            null,
        ]);
        expect(read("level", ["x", "schools", "2"])).toEqual(Array(3).fill(undefined));
    });

    test("priority", () => {
        expect(
            read("priority", ["KT", "k.t.", "lt", "short", "Long term", "geen", " "]),
        ).toEqual(["short", "short", "long", "short", "long", "none", null]);
        expect(readField("priority", "1")).toBe(undefined);
    });

    test("a remark is any text", () => {
        expect(read("note", [" ask An\nsoon ", ""])).toEqual(["ask An\nsoon", ""]);
    });

    test("what is shown of a field is understood again", () => {
        const values = {
            applicable: [true, false],
            level: ["school", "group", "shared", null],
            priority: ["short", "long", "none", null],
            note: ["", "x", "-"],
        };
        for (const [field, all] of Object.entries(values)) {
            for (const value of all) {
                expect(readField(field, fieldText(field, value))).toBe(value);
            }
        }
        expect(fieldText("level", null)).toBe("");
        expect(fieldText("note", null)).toBe("");
    });
});
