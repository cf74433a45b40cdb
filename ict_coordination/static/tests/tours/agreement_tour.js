import { registry } from "@web/core/registry";

// A teacher on a phone: agree with one task, say of the other that it is too much.

const task = (code) => `.o_field_x2many .o_kanban_record:contains(${code})`;

registry.category("web_tour.tours").add("ict_agreement_teacher", {
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
            trigger: ".modal .o_field_widget[name=note] input",
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
