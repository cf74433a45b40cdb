import { beforeEach, describe, expect, test } from "@odoo/hoot";
import { allowTranslations } from "@web/../tests/web_test_helpers";
import {
    asUnknown,
    MANDATES,
    nextFunding,
    sameCell,
    toggleEstimate,
    toggleEstimates,
    toggleMandates,
    valueOf,
    withFunding,
    withHours,
} from "@ict_coordination/hours_grid/core/cell_value";
import { letterOf, lettersOf } from "@ict_coordination/hours_grid/core/letters";

const two = Object.freeze({
    hours: 2,
    certainty: "exact",
    mandates: Object.freeze(["executes"]),
    funding: null,
    note: "",
});
const unknown = { ...two, hours: null, certainty: "unknown" };

describe("values", () => {
    test("hours in an empty cell: somebody who executes", () => {
        expect(withHours(null, 2)).toEqual(two);
        expect(withHours(null, 1.5, "assumed")).toEqual({
            ...two,
            hours: 1.5,
            certainty: "assumed",
        });
    });

    test("other hours keep mandates, funding and remark", () => {
        const cell = { ...two, mandates: ["decides"], funding: 3, note: "mornings" };
        expect(withHours(cell, 4)).toEqual({ ...cell, hours: 4 });
        expect(cell.hours).toBe(2);
    });

    test("unknown hours are null, never 0", () => {
        expect(asUnknown(null)).toEqual(unknown);
        expect(asUnknown({ ...two, funding: 3 })).toEqual({ ...unknown, funding: 3 });
        expect(withHours(two, null)).toEqual(unknown);
        expect(withHours(two, 5, "unknown")).toEqual(unknown);
    });

    test("a mandate on nobody: unknown hours with only that mandate", () => {
        expect(toggleMandates([null], "decides")).toEqual([
            { ...unknown, mandates: ["decides"] },
        ]);
    });

    test("mandates stay in their order, and somebody without any stays", () => {
        const [both] = toggleMandates([two], "decides");
        expect(both.mandates).toEqual(["decides", "executes"]);
        expect(toggleMandates([both], "executes")[0].mandates).toEqual(["decides"]);
        expect(toggleMandates([two], "executes")).toEqual([{ ...two, mandates: [] }]);
        expect(two.mandates).toEqual(["executes"]);
    });

    test("a mandate on a range: everybody gets it, or it goes from everybody", () => {
        const range = [two, null, { ...two, mandates: ["decides"] }];
        const on = toggleMandates(range, "decides");
        expect(on.map((cell) => cell && cell.mandates)).toEqual([
            ["decides", "executes"],
            null,
            ["decides"],
        ]);
        expect(toggleMandates(on, "decides").map((cell) => cell?.mandates)).toEqual([
            ["executes"],
            undefined,
            [],
        ]);
        expect(toggleMandates([null, null], "steers")).toEqual([
            { ...unknown, mandates: ["steers"] },
            { ...unknown, mandates: ["steers"] },
        ]);
    });

    test("estimates", () => {
        const estimate = { ...two, certainty: "assumed" };
        expect(toggleEstimate(two)).toEqual(estimate);
        expect(toggleEstimate(estimate)).toEqual(two);
        expect(toggleEstimate(unknown)).toEqual(unknown);
        expect(toggleEstimate(null)).toBe(null);
        expect(toggleEstimates([two, estimate, null, unknown])).toEqual([
            estimate,
            estimate,
            null,
            unknown,
        ]);
        expect(toggleEstimates([estimate, null])).toEqual([two, null]);
    });

    test("funding goes round, and nobody is not paid", () => {
        const fundings = [{ id: 7 }, { id: 9 }];
        const first = nextFunding(two, fundings);
        const second = nextFunding(first, fundings);
        expect([first, second, nextFunding(second, fundings)]).toEqual([
            { ...two, funding: 7 },
            { ...two, funding: 9 },
            two,
        ]);
        expect(nextFunding({ ...two, funding: 5 }, fundings)).toEqual(two);
        expect(nextFunding(two, [])).toEqual(two);
        expect(nextFunding(null, fundings)).toBe(null);
        expect(withFunding(null, 7)).toBe(null);
    });

    test("the same value, whoever wrote it", () => {
        expect(sameCell(null, undefined)).toBe(true);
        expect(sameCell(null, two)).toBe(false);
        expect(sameCell({ ...two, by: "An" }, { ...two, by: "Jan" })).toBe(true);
        for (const change of [
            { hours: 3 },
            { hours: null },
            { certainty: "assumed" },
            { mandates: [] },
            { mandates: ["steers"] },
            { funding: 1 },
            { note: "x" },
        ]) {
            expect(sameCell(two, { ...two, ...change })).toBe(false);
        }
        expect(valueOf({ ...two, line: 1, member: 2, by: "An", on: "" })).toEqual(two);
    });
});

describe("letters", () => {
    beforeEach(allowTranslations);

    test("one letter for each mandate, and never the same", () => {
        const letters = MANDATES.map(letterOf);
        for (const letter of letters) {
            expect(letter).toMatch(/^[A-Z]$/);
        }
        expect(new Set(letters).size).toBe(MANDATES.length);
        expect(lettersOf({ ...two, mandates: ["decides", "contact"] })).toBe(
            letterOf("decides") + letterOf("contact"),
        );
        expect(lettersOf(null)).toBe("");
    });
});
