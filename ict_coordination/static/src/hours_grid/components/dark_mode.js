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
