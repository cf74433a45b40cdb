import { useExternalListener } from "@odoo/owl";

/** Width of A4 on its side within its margins, in pixels of a page. */
const PAGE_WIDTH = 1040;

/**
 * While the browser prints, whatever started it, the page is one screen and nothing
 * else, with its table as small as needed to be on the sheet. The screen's own styles
 * say so, for `body.<className>` and with `--ict-print-zoom`.
 *
 * @param {{el: HTMLElement}} rootRef
 * @param {string} className of the body, while it prints
 * @param {string} table selector of what must fit
 */
export function usePrintAlone(rootRef, className, table) {
    useExternalListener(window, "beforeprint", () => {
        const width = rootRef.el?.querySelector(table)?.offsetWidth || PAGE_WIDTH;
        const zoom = Math.min(1, PAGE_WIDTH / width);
        rootRef.el?.style.setProperty("--ict-print-zoom", zoom.toFixed(3));
        document.body.classList.add(className);
    });
    useExternalListener(window, "afterprint", () =>
        document.body.classList.remove(className),
    );
}
