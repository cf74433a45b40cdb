import { registry } from "@web/core/registry";

// The start page, of who looks after schools and of who has own tasks only.

const tours = registry.category("web_tour.tours");

tours.add("ict_start_manager", {
    steps: () => [
        {
            content: "where the app opens: each school with what asks for attention",
            trigger:
                ".o_ict_start_row:contains(School A) .o_ict_start_light i[aria-label*='Open tasks']",
        },
        {
            content: "a row opens where it stands",
            trigger: ".o_ict_start_row:contains(School A) .o_ict_start_name button",
            run: "click",
        },
        {
            content: "remind a school that has no overview",
            trigger: ".o_ict_start_row:contains(School B) input[type=checkbox]",
            run: "click",
        },
        { trigger: "button[name=remind]:enabled", run: "click" },
        {
            trigger:
                ".modal .o_field_widget[name=school_ids]:contains(School B):not(:contains(School A))",
        },
        { trigger: ".modal .btn-close, .modal .o_form_button_cancel", run: "click" },
        {
            content: "the next action of a light leads to the tasks that it is about",
            trigger:
                "body:not(:has(.modal)) .o_ict_start_detail [data-light=open] button",
            run: "click",
        },
        { trigger: ".o_list_view .o_data_row, .o_list_view .o_group_header" },
        {
            content: "back: the same school is open, and everything was asked anew",
            trigger: ".o_breadcrumb .breadcrumb-item a, .o_back_button",
            run: "click",
        },
        {
            trigger:
                ".o_ict_start_open:contains(School A) + .o_ict_start_detail button[name=print]",
        },
    ],
});

tours.add("ict_start_teacher", {
    steps: () => [
        {
            content: "the own task with the own hours, and no school",
            trigger:
                ".o_ict_start:not(:has(.o_ict_start_table)) .o_ict_start_main [data-section=own] li:contains(2 h):contains(School A)",
        },
        {
            content: "who helps with what",
            trigger: "input[name=who]",
            run: "edit Tess",
        },
        { trigger: "[data-section=who] button[type=submit]", run: "click" },
        {
            content: "the colleague is found with the own task, and Jan is not",
            trigger:
                ".o_ict_who_card .o_ict_who_person:contains(Tess Leraar):not(:contains(Jan Peeters))",
        },
    ],
});
