import { registry } from "@web/core/registry";

// A teacher on a phone: the beamer does not work, and whom to call.

registry.category("web_tour.tours").add("ict_who_teacher", {
    steps: () => [
        {
            content: "one types at once",
            trigger: ".o_ict_who input[name=query]:focus",
            run: "edit beamr",
        },
        {
            content: "the contact, with phone and mail",
            trigger:
                ".o_ict_who_card:first-child .o_ict_who_person:contains(Bert De Wit) a[href^='tel:']",
        },
        { trigger: ".o_ict_who_card:first-child a[href='mailto:bert@school.example']" },
        {
            content: "and a back-up",
            trigger:
                ".o_ict_who_card:first-child .o_ict_who_backup:contains(Jan Peeters)",
        },
        {
            content: "no hours",
            trigger: ".o_ict_who:not(:contains(hours))",
        },
        { trigger: "select[name=school]", run: "selectByLabel School B" },
        { trigger: ".o_ict_who_card:first-child:contains(An Claes)" },
        { trigger: ".o_ict_who input[name=query]", run: "edit qqqqq" },
        { trigger: "[data-section=nothing]:contains(qqqqq):contains(School B)" },
        { trigger: "button[name=list]", run: "click" },
        { trigger: ".o_list_view, .o_kanban_view" },
    ],
});
