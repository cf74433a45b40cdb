import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");
const task = (code) => `.o_field_x2many .o_kanban_record:contains(${code})`;

// A teacher on a phone: agree with one task, say of the other that it is too much.
tours.add("ict_agreement_teacher", {
    steps: () => [
        {
            content: "what waits for an answer",
            trigger: ".o_kanban_view .o_kanban_record:contains(School A)",
            run: "click",
        },
        {
            trigger: `${task("3 h")} button[name=action_agree]`,
            run: "click",
        },
        {
            content: "it is noted, and asked no more",
            trigger: `${task("3 h")}:contains(Agreed):not(:has(button))`,
        },
        {
            trigger: `${task("without hours")} button[name=action_too_much]`,
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=note] textarea",
            run: "edit Only with a colleague",
        },
        { trigger: ".modal button[name=action_answer]", run: "click" },
        {
            trigger: `body:not(:has(.modal)) ${task("Only with a colleague")}:contains(Too much)`,
        },
        {
            content: "nothing is left to agree with",
            trigger: ".o_form_view:not(:has(button[name=action_agree_all]))",
        },
    ],
});

// A coordinator: read what was answered, and propose it again after a conversation.
tours.add("ict_agreement_coordinator", {
    steps: () => [
        {
            trigger:
                ".o_data_row:contains(Not agreed) td[name=person_name]:contains(Tess Leraar)",
            run: "click",
        },
        {
            content: "whom to talk to, and about what",
            trigger:
                ".o-mail-Activity:contains(Too much):contains(Only with a colleague)",
        },
        {
            trigger:
                ".o_data_row:contains(Only with a colleague) button[name=action_ask_again]",
            run: "click",
        },
        {
            content: "asked once",
            trigger:
                ".o_field_x2many:contains(Only with a colleague):not(:has(button[name=action_ask_again]))",
        },
        { trigger: ".breadcrumb .o_back_button a", run: "click" },
        {
            content: "there it waits, and the old answer stands in the way no more",
            trigger:
                ".o_list_renderer:not(:contains(Not agreed)) .o_data_row:contains(Tess Leraar):contains(Waits for an answer)",
        },
    ],
});
