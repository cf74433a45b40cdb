import { _t } from "@web/core/l10n/translation";
import { MANDATES } from "./cell_value";

/** One letter for each mandate: B U S A in Dutch. It is also the key that toggles it. */
const LETTERS = {
    decides: _t("D"),
    executes: _t("E"),
    steers: _t("S"),
    contact: _t("C"),
};

/** @param {import("./cell_value").Mandate} mandate @returns {string} a capital */
export function letterOf(mandate) {
    return String(LETTERS[mandate]).toUpperCase();
}

/**
 * @param {string} letter in capitals or not
 * @returns {import("./cell_value").Mandate|null}
 */
export function mandateOf(letter) {
    const capital = letter.toUpperCase();
    return MANDATES.find((mandate) => letterOf(mandate) === capital) || null;
}

/** @param {import("./cell_value").CellValue|null} cell @returns {string} "BU" */
export function lettersOf(cell) {
    return cell ? cell.mandates.map(letterOf).join("") : "";
}
