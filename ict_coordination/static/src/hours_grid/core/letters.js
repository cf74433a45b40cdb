import { _t } from "@web/core/l10n/translation";
import { MANDATES } from "./cell_value";

/**
 * One letter for each mandate, in the order of MANDATES: B, U, S, A in Dutch. Each is
 * also the key that toggles it. One term, as Odoo leaves terms of one letter
 * untranslated. F, L, N, P, R and X are other keys of the grid.
 */
const LETTERS = _t("D, E, S, C");

/** @param {import("./cell_value").Mandate} mandate @returns {string} a capital */
export function letterOf(mandate) {
    const letters = String(LETTERS).toUpperCase().split(", ");
    return letters[MANDATES.indexOf(mandate)];
}

/** @param {import("./cell_value").CellValue|null} cell @returns {string} "BU" */
export function lettersOf(cell) {
    return cell ? cell.mandates.map(letterOf).join("") : "";
}
