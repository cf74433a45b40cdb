import { registry } from "@web/core/registry";

// A visit is noted, and the school is no longer overdue.

registry.category("web_tour.tours").add("ict_contact_visit", {
    steps: () => [
        {
            content: "the school that should have been visited",
            trigger:
                ".o_data_row:contains(School A):has(td[name=is_overdue] input:checked) button[name=action_note_visit]",
            run: "click",
        },
        {
            content: "what there was to see",
            trigger: ".modal .o_field_widget[name=note] textarea",
            run: "edit The wifi is slow",
        },
        { trigger: ".modal .o_form_button_save", run: "click" },
        {
            content: "back on the list, with the note",
            trigger:
                "body:not(:has(.modal)) .o_data_row:contains(School A):contains(The wifi is slow)",
        },
        {
            content: "the school opens its meetings",
            trigger: ".o_data_row:contains(School A) td[name=company_id]",
            run: "click",
        },
        {
            trigger: ".o_data_row:contains(The wifi is slow) td[name=name]",
            run: "click",
        },
        {
            content: "and the next one follows from the rhythm",
            trigger: ".o_statusbar_buttons button[name=action_plan_next]",
            run: "click",
        },
        {
            trigger:
                ".o_statusbar_status button[data-value=planned][aria-checked=true]",
        },
        { trigger: "button[name=action_open_event]" },
    ],
});
