import { _t } from "@web/core/l10n/translation";
import { getDataURLFromFile } from "@web/core/utils/urls";

export const WORKBOOK_ENDINGS = [".xlsx", ".xlsm"];

/** As the reader of the server, which has the last word; a workbook is far smaller. */
export const MAX_MEGABYTES = 20;

/**
 * What can be seen wrong with a file without reading it.
 *
 * @param {File} file
 * @returns {string} empty when it may be sent
 */
export function troubleOf(file) {
    const name = file.name.toLowerCase();
    if (/\.(xls|xlsb|ods|numbers|csv)$/.test(name)) {
        return _t("Open this file in your spreadsheet program and save it as .xlsx.");
    }
    if (!WORKBOOK_ENDINGS.some((ending) => name.endsWith(ending))) {
        return _t("This is not a workbook (.xlsx).");
    }
    if (!file.size) {
        return _t("This file is empty.");
    }
    if (file.size > MAX_MEGABYTES * 1_000_000) {
        return _t("This file is larger than %s megabytes.", MAX_MEGABYTES);
    }
    return "";
}

/** @param {File} file @returns {Promise<string>} its bytes as base64 */
export async function base64Of(file) {
    const url = await getDataURLFromFile(file);
    return url.slice(url.indexOf(",") + 1);
}
