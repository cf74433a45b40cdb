import { registry } from "@web/core/registry";

// A teacher on a phone: send something without a name, look with the code.

registry.category("web_tour.tours").add("ict_feedback_teacher", {
    steps: () => [
        {
            content: "the answer to what was sent by name",
            trigger:
                ".o_ict_feedback [data-section=mine]:contains(passwords):contains(every morning)",
        },
        { trigger: "label[for=o_ict_feedback_problem]", run: "click" },
        { trigger: "textarea[name=text]", run: "edit The beamer in room 12 hums" },
        { trigger: "select[name=school]", run: "selectByLabel School B" },
        { trigger: "input[name=anonymous]", run: "click" },
        {
            content: "what is protected and what not",
            trigger: "#o_ict_feedback_honest:contains(does not store who you are)",
        },
        { trigger: "button[name=send]:enabled", run: "click" },
        {
            content: "the code, to be used below",
            trigger: ".o_ict_feedback_code",
            run() {
                const input = document.querySelector("input[name=code]");
                input.value = this.anchor.textContent.toLowerCase();
                input.dispatchEvent(new Event("input", { bubbles: true }));
            },
        },
        { trigger: "button[name=look]:enabled", run: "click" },
        {
            trigger:
                "[data-section=code] .o_ict_feedback_one:contains(room 12):contains(No answer yet)",
        },
        {
            content: "it does not stand among what has a name",
            trigger: "[data-section=mine]:not(:contains(room 12))",
        },
    ],
});
