import { registry } from "@web/core/registry";

// The coverage map, for every role that may see it.

const tours = registry.category("web_tour.tours");

tours.add("ict_map_manager", {
    steps: () => [
        {
            content: "the first entry of Analysis",
            trigger:
                ".o_menu_sections [data-menu-xmlid='ict_coordination.menu_ict_analysis']",
            run: "click",
        },
        {
            trigger: ".o-dropdown--menu .dropdown-item:first:contains(Coverage map)",
            run: "click",
        },
        {
            content: "both schools are columns",
            trigger: ".o_ict_map_head:contains(School A):contains(School B)",
        },
        {
            content: "what one person does, and who that is",
            trigger: ".o_ict_map_row td.o_ict_map_single",
            run: "hover",
        },
        { trigger: ".o_ict_map_tip:contains(School A):contains(Jan Peeters)" },
        {
            content: "most open tasks first",
            trigger: "select[name=sort]",
            run: "select gaps",
        },
        { trigger: ".o_ict_map_head th:nth-child(2):contains(School B)" },
        {
            content: "a cell leads to its line",
            trigger: ".o_ict_map_row td.o_ict_map_single",
            run: "click",
        },
        { trigger: ".o_form_view:contains(Jan Peeters)" },
        {
            content: "back: the map is as it was left",
            trigger: ".o_breadcrumb .breadcrumb-item a, .o_back_button",
            run: "click",
        },
        {
            trigger: ".o_ict_map_toolbar select[name=sort]",
            run() {
                if (this.anchor.value !== "gaps") {
                    throw new Error("The map was sorted, and is not any more.");
                }
            },
        },
    ],
});

tours.add("ict_map_director", {
    steps: () => [
        {
            content: "only the own school",
            trigger: ".o_ict_map_head:contains(School A):not(:contains(School B))",
        },
        {
            content: "its column leads to its overview",
            trigger: ".o_ict_map_head th:contains(School A)",
            run: "click",
        },
        { trigger: ".o_ict_overview_form" },
    ],
});

tours.add("ict_map_coordinator", {
    steps: () => [
        {
            content: "the keyboard walks over the map and opens a task",
            trigger: ".o_ict_map_table [tabindex='0']",
            async run({ press, anchor }) {
                anchor.focus();
                await press("ArrowDown");
                await press("Enter");
            },
        },
        { trigger: ".o_list_view .o_data_row:contains(School A)" },
        {
            content: "of this school alone",
            trigger: ".o_list_view:not(:has(.o_data_row:contains(School B)))",
        },
    ],
});
