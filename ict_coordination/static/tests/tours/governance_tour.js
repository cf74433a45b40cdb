import { registry } from "@web/core/registry";

// A director: what is missing in the team, added in the dialog that opens filled in;
// then the chart, and the mandates of a person.

registry.category("web_tour.tours").add("ict_governance_director", {
    steps: () => [
        {
            content: "one school: it is open, with what is missing in words",
            trigger:
                ".o_ict_team_school:contains(School A):not(:has(.o_ict_team_list)) [data-finding=anchor]:contains(No anchor point in this school)",
        },
        {
            content: "the next step opens a new member with its role and school",
            trigger: "button[name=step_sounding_board]",
            run: "click",
        },
        {
            trigger: ".modal .o_field_widget[name=name] input",
            run: "edit Parents of A",
        },
        { trigger: ".modal .o_form_button_save", run: "click" },
        {
            content: "it is no longer missing",
            trigger:
                "body:not(:has(.modal)) .o_ict_team_done [data-finding=sounding_board]:contains(Parents of A)",
        },
        { trigger: "button[name=page_chart]", run: "click" },
        {
            content: "group, its team, the school, and who decides in a cluster",
            trigger:
                ".o_ict_chart:contains(Group G):contains(Bert De Wit) article:contains(School A) td[data-label=Decides]:contains(Jan Peeters)",
        },
        { trigger: "button[name=page_mandates]", run: "click" },
        { trigger: "button[name=by_person]", run: "click" },
        {
            content: "a page for each person; from there to the tasks",
            trigger:
                ".o_ict_mandate_page:contains(Jan Peeters) td[data-label=Cluster] button",
            run: "click",
        },
        { trigger: ".o_list_view:contains(Jan Peeters)" },
    ],
});
