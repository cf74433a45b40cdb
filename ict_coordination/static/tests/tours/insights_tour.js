import { registry } from "@web/core/registry";

// From what was found to the records behind it, and back to where one was.

registry.category("web_tour.tours").add("ict_insights_manager", {
    steps: () => [
        {
            content: "the second entry of Analysis",
            trigger:
                ".o_menu_sections [data-menu-xmlid='ict_coordination.menu_ict_analysis']",
            run: "click",
        },
        {
            trigger: ".o-dropdown--menu .dropdown-item:eq(1):contains(Insights)",
            run: "click",
        },
        {
            content: "every insight has a card",
            trigger:
                ".o_ict_insight_cards:has([data-key=workload]) [data-key=common_needs]",
            run: "click",
        },
        {
            content: "the rule stands with its threshold",
            trigger: ".o_ict_insight_rule:contains(at least 2 schools)",
        },
        {
            trigger: "[role=search] input",
            run: "edit network",
        },
        {
            content: "a task that nobody does in both schools",
            trigger:
                "tbody tr:contains(School A, School B) .o_ict_insight_records button",
            run: "click",
        },
        {
            content: "leads to its lines in both",
            trigger:
                ".o_list_view:has(.o_data_row:contains(School A)):has(.o_data_row:contains(School B))",
        },
        {
            content: "back: the same insight, as it was left",
            trigger: ".o_breadcrumb .breadcrumb-item a:contains(Common needs)",
            run: "click",
        },
        {
            trigger: "[role=search] input",
            async run({ press }) {
                if (this.anchor.value !== "network") {
                    throw new Error("The rows were searched, and are not any more.");
                }
                if (!location.search.includes("key=common_needs")) {
                    throw new Error("The address does not say which insight is open.");
                }
                this.anchor.focus();
                await press("Escape");
                await press("Escape");
            },
        },
        { trigger: ".o_ict_insight_cards" },
    ],
});
