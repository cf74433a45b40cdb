import { registry } from "@web/core/registry";

// One tour for every role: the main thing that this role comes to do.

const tours = registry.category("web_tour.tours");

const openFirstOverview = [
    {
        content: "open the card of the school",
        trigger: ".o_kanban_record:contains(School A)",
        run: "click",
    },
    { trigger: ".o_ict_overview_form" },
];

tours.add("ict_coordinator_fills_a_line", {
    steps: () => [
        ...openFirstOverview,
        {
            content: "the cell of a person at the first task",
            trigger: ".o_ict_grid_row:first td[data-member]:first",
            run: "click",
        },
        {
            trigger: ".o_ict_grid_editor:focus",
            async run({ press }) {
                for (const key of ["2", ".", "5", "Enter"]) {
                    await press(key);
                }
            },
        },
        {
            content: "the task says who does it",
            trigger:
                ".o_ict_grid_row:first td[data-member]:first .o_ict_hours:contains(2.5)",
        },
        { trigger: ".o_ict_grid[data-save-state=saved]" },
    ],
});

tours.add("ict_director_activates", {
    steps: () => [
        ...openFirstOverview,
        { trigger: "button[name=action_activate]", run: "click" },
        {
            content: "agree to approve",
            trigger: ".modal-footer .btn-primary",
            run: "click",
        },
        {
            trigger: ".o_statusbar_status button[data-value=active][aria-checked=true]",
        },
        {
            content: "who approved stands on the overview",
            trigger: "[name=approved_by_id]:contains(ict_director)",
        },
    ],
});

tours.add("ict_hr_edits_on_the_employee", {
    steps: () => [
        {
            content: "the page with the ICT tasks",
            trigger: ".o_notebook a[name=ict_tasks]",
            run: "click",
        },
        {
            trigger: "[name=ict_allocation_ids] .o_data_row td[name=hours]",
            run: "click",
        },
        {
            trigger: "[name=ict_allocation_ids] .o_selected_row [name=hours] input",
            run: "edit 3.25",
        },
        { trigger: ".o_form_button_save", run: "click" },
        { trigger: ".o_form_saved" },
        {
            content: "the button shows the new load",
            trigger: "button[name=action_open_ict_allocations]:contains(3.25 h)",
        },
    ],
});

tours.add("ict_manager_pivots_and_exports", {
    steps: () => [
        {
            content: "the pivot opens filled: two people, two clusters",
            trigger: ".o_pivot:contains(Jan Peeters):contains(An Claes)",
        },
        {
            content: "to the overviews",
            trigger:
                ".o_menu_sections [data-menu-xmlid='ict_coordination.menu_ict_overview']",
            run: "click",
        },
        { trigger: ".o_ict_overview_kanban" },
        { trigger: ".o_switch_view.o_list", run: "click" },
        { trigger: ".o_list_view thead .o_list_record_selector input", run: "click" },
        {
            trigger: ".o_control_panel .o_cp_action_menus button:has(.fa-print)",
            run: "click",
        },
        { trigger: ".o-dropdown--menu .o_menu_item:contains(Workbook)", run: "click" },
        {
            content:
                "the list is loaded again: it is after a download, not after an error",
            trigger: ".o_list_view:not(:has(.o_data_row_selected))",
        },
    ],
});

tours.add("ict_teacher_sees_no_hours", {
    steps: () => [
        {
            content: "below the search stands the whole list",
            trigger: "button[name=list]:contains(whole list)",
            run: "click",
        },
        {
            content: "names, but nothing about hours",
            trigger: ".o_list_view:contains(Jan Peeters):not(:has([name*=hours]))",
        },
        {
            content: "no way to the overviews",
            trigger: ".o_menu_sections:not(:has([data-menu-xmlid*=overview]))",
        },
        {
            trigger:
                ".o_menu_sections [data-menu-xmlid='ict_coordination.menu_ict_my']",
            run: "click",
        },
        {
            trigger:
                ".o-dropdown--menu [data-menu-xmlid='ict_coordination.menu_ict_my_tasks']",
            run: "click",
        },
        {
            content: "the own task with its hours, and nobody else's",
            trigger: ".o_list_view .o_data_row:contains(1.5 h)",
        },
        { trigger: ".o_list_view:not(:contains(4 h))" },
    ],
});
