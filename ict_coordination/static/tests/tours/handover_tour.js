import { registry } from "@web/core/registry";

// HR: somebody leaves. What falls open, who takes over, with the load before and after.

registry.category("web_tour.tours").add("ict_hand_over", {
    steps: () => [
        {
            content: "the personnel file says what is still in this name",
            trigger: ".o_ict_falls_open:contains(School A (2)) button",
            run: "click",
        },
        {
            content: "who is on the task already is proposed",
            trigger:
                ".o_ict_handover .o_data_row:contains(Bert De Wit):contains(3 h together)",
        },
        { trigger: "button[name=action_give]", run: "click" },
        { trigger: ".modal [name=member_id] input", run: "edit Tess" },
        {
            trigger: ".o-autocomplete--dropdown-item:contains(Tess Leraar)",
            run: "click",
        },
        { trigger: ".modal button[name=action_give]", run: "click" },
        {
            content: "back on the page: everything goes to Tess",
            trigger:
                "body:not(:has(.modal)) .o_ict_handover .o_data_row:contains(Tess Leraar):not(:contains(Bert))",
        },
        { trigger: ".o_notebook a[name=load]", run: "click" },
        {
            trigger:
                ".o_ict_handover_preview tr:contains(Tess Leraar) b:contains(2 h + 1 without hours)",
        },
        { trigger: "button[name=action_hand_over]", run: "click" },
        { trigger: ".modal-footer .btn-primary", run: "click" },
        { trigger: ".o_arrow_button_current:contains(Done)" },
        { trigger: ".o_notebook a[name=tasks]", run: "click" },
        { trigger: ".o_data_row:contains(Handed over)" },
    ],
});
