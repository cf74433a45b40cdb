import { browser } from "@web/core/browser/browser";
import { cookie } from "@web/core/browser/cookie";

const KEY = "ict_coordination.grid_dark";

/** Dark as the user left the grid; who never chose follows Odoo. */
export function initialDark() {
    const chosen = browser.localStorage.getItem(KEY);
    return chosen ? chosen === "dark" : cookie.get("color_scheme") === "dark";
}

/** @param {boolean} isDark */
export function rememberDark(isDark) {
    browser.localStorage.setItem(KEY, isDark ? "dark" : "light");
}

/** A dialog stands outside the grid: it takes the colours along. */
export function dialogClass(grid) {
    return `o_ict_grid_dialog ${grid.view.dark ? "o_ict_grid_dark" : ""}`;
}
