import { useExternalListener } from "@odoo/owl";

/** Width of A4 on its side within its margins, in pixels of a page. */
const PAGE_WIDTH = 1040;

/**
 * While the browser prints, whatever started it, the page is the map and nothing else,
 * as small as needed to have every school on the sheet.
 *
 * @param {{el: HTMLElement}} rootRef
 */
export function useMapPrint(rootRef) {
    useExternalListener(window, "beforeprint", () => {
        const table = rootRef.el?.querySelector(".o_ict_map_table");
        if (table) {
            const zoom = Math.min(1, PAGE_WIDTH / table.offsetWidth);
            rootRef.el.style.setProperty("--ict-map-zoom", zoom.toFixed(3));
            document.body.classList.add("o_ict_map_printing");
        }
    });
    useExternalListener(window, "afterprint", () =>
        document.body.classList.remove("o_ict_map_printing"),
    );
}
