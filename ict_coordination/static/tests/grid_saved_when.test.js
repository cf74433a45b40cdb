import { expect, test } from "@odoo/hoot";
import { mockDate } from "@odoo/hoot-mock";
import { allowTranslations } from "@web/../tests/web_test_helpers";
import { savedWhen } from "@ict_coordination/hours_grid/components/saved_when";

test("what was saved a moment ago was saved just now", () => {
    allowTranslations();
    for (const [now, text] of [
        ["18:04:58", "just now"],
        ["18:05:59", "just now"],
        ["18:06:10", "1 minute ago"],
    ]) {
        mockDate(`2026-11-22 ${now}`, 0);
        expect(savedWhen("2026-11-22T18:05:00Z")).toBe(text, { message: now });
    }
    expect(savedWhen(null)).toBe("");
});
