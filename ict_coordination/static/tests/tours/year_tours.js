import { registry } from "@web/core/registry";

// From plan to activity, and from one school year to the next.

const tours = registry.category("web_tour.tours");

tours.add("ict_plan_director", {
    steps: () => [
        {
            content: "what changes, with the hours before and after",
            trigger: ".o_kanban_record:contains(2 h → 4 h)",
        },
        {
            content: "a card is dragged to another priority",
            trigger: ".o_kanban_record:contains(2 h → 4 h)",
            run: "drag_and_drop .o_kanban_group:contains(Short term)",
        },
        {
            trigger:
                ".o_kanban_group:contains(Short term) .o_kanban_record:contains(2 h → 4 h)",
        },
        {
            content: "in the list: an activity for several tasks at once",
            trigger: ".o_switch_view.o_list",
            run: "click",
        },
        {
            trigger: ".o_data_row:contains(2 h → 4 h) .o_list_record_selector input",
            run: "click",
        },
        { trigger: "button[name=action_plan_activities]", run: "click" },
        {
            content: "the dialog says what changes already",
            trigger: ".modal .o_field_widget[name=summary] input:value(hours)",
        },
        {
            trigger: ".modal button[name=action_schedule_activities]",
            run: "click",
        },
        {
            content: "the row shows who has it",
            trigger:
                "body:not(:has(.modal)) .o_data_row:contains(2 h → 4 h) [name=activity_user_id]:contains(ict_director)",
        },
    ],
});

tours.add("ict_year_director", {
    steps: () => [
        {
            content: "close the year",
            trigger:
                ".o_menu_sections [data-menu-xmlid='ict_coordination.menu_ict_configuration']",
            run: "click",
        },
        {
            trigger: ".o-dropdown--menu .dropdown-item:contains(Close the school year)",
            run: "click",
        },
        {
            content: "what will happen is said before",
            trigger:
                ".modal .o_data_row:contains(School A):contains(New current situation of 2027-2028, from the target)",
        },
        { trigger: ".modal button[name=action_close]", run: "click" },
        { trigger: ".modal .modal-footer .btn-primary:contains(Ok)", run: "click" },
        {
            content: "what happened, and the way to what was made",
            trigger: ".modal .o_data_row:contains(School A):contains(Closed)",
        },
        { trigger: ".modal button[name=action_open_overviews]", run: "click" },
        {
            trigger:
                "body:not(:has(.modal)) .o_data_row:contains(2027-2028), body:not(:has(.modal)) .o_kanban_record:contains(2027-2028)",
        },
    ],
});
