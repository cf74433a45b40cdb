import { useExternalListener } from "@odoo/owl";

/** While the browser prints, the page is the insights and nothing else. */
export function useInsightPrint() {
    const { classList } = document.body;
    useExternalListener(window, "beforeprint", () =>
        classList.add("o_ict_insights_printing"),
    );
    useExternalListener(window, "afterprint", () =>
        classList.remove("o_ict_insights_printing"),
    );
}
