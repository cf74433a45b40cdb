import { registry } from "@web/core/registry";

// Two workbooks come in, a name and a note are solved, and nothing changes twice.

const FILES = ["current.xlsx", "target.xlsx"];
let transfer = null;

/** The files of the test, as if somebody picked them up in a folder. */
async function pickUp(...names) {
    transfer = new DataTransfer();
    for (const name of names) {
        const answer = await fetch(`/ict_import_tour/${name}`);
        transfer.items.add(new File([await answer.blob()], name));
    }
}

const dispatch = (target, type) =>
    target.dispatchEvent(
        new DragEvent(type, {
            bubbles: true,
            cancelable: true,
            dataTransfer: transfer,
        }),
    );

const drop = (...names) => [
    {
        content: `drag ${names.join(" and ")} over the list`,
        trigger: ".o_action_manager .o_view_controller .o_content",
        async run() {
            await pickUp(...names);
            dispatch(this.anchor, "dragenter");
        },
    },
    {
        content: "drop them",
        trigger: ".o_ict_workbook_dropzone:contains(Drop the workbooks here)",
        run() {
            dispatch(this.anchor, "drop");
        },
    },
];

const toImports = {
    content: "to the workbooks",
    trigger: ".o_menu_sections [data-menu-xmlid='ict_coordination.menu_ict_import']",
    run: "click",
};

const openTab = (name, text) => ({
    content: `the tab says how many: ${text}`,
    trigger: `.o_notebook a[name=${name}]:contains(${text})`,
    run: "click",
});

registry.category("web_tour.tours").add("ict_coordinator_imports_workbooks", {
    steps: () => [
        {
            content: "the empty list says what to do",
            trigger: ".o_view_nocontent .o_ict_choose_workbooks",
        },
        ...drop(...FILES),
        {
            content: "both were read",
            trigger: ".o_data_row:contains(target.xlsx):contains(Ready)",
        },
        {
            trigger:
                ".o_data_row:contains(current.xlsx):contains(1 to choose) td[name=name]",
            run: "click",
        },
        {
            content: "what will happen and what to do next",
            trigger:
                ".o_ict_import_form .alert-warning:contains(Nothing is changed yet)",
        },

        openTab("people", "People (1)"),
        {
            content: "who is Klaas?",
            trigger: ".o_data_row:contains(Klaas Vermeulen) td[name=choice]",
            run: "click",
        },
        {
            trigger: ".o_selected_row [name=choice] .o_select_menu input",
            run: "click",
        },
        { trigger: ".o_select_menu_item:contains(Team member)", run: "click" },
        {
            trigger: ".o_selected_row [name=member_id] input",
            run: "edit Tess",
        },
        {
            trigger: ".ui-autocomplete .dropdown-item:contains(Tess Leraar)",
            run: "click",
        },

        openTab("notes", "Notes (1)"),
        {
            content: "the choice of the name is saved with the first proposal",
            trigger:
                ".o_data_row:contains(Jan Peeters 2-3u) .o_ict_accept:contains(The middle)",
            run: "click",
        },
        { trigger: ".o_data_row:contains(Jan Peeters 2-3u):contains(Accepted)" },
        {
            content: "nothing is left to choose",
            trigger: ".o_ict_import_form .alert-info:contains(Nothing is changed yet)",
        },
        { trigger: "button[name=action_import]", run: "click" },
        {
            trigger: ".o_statusbar_status button[data-value=done][aria-checked=true]",
        },
        { trigger: "button[name=action_open_overviews]", run: "click" },
        {
            content: "the overview with its hours: the note and the name",
            trigger: ".o_ict_grid td[data-certainty=assumed]:contains(±2.5)",
        },
        {
            trigger: ".o_ict_grid td[data-member] .o_ict_hours:contains(1.5)",
        },

        toImports,
        { trigger: ".o_ict_import_ready", run: "click" },
        {
            trigger:
                ".o_ict_workbook_progress .o_ict_workbook_row[data-status=done]:contains(target.xlsx)",
        },
        {
            trigger: ".o_ict_workbook_progress .modal-footer button:contains(Close)",
            run: "click",
        },
        {
            trigger:
                ".o_list_view .o_data_row:contains(target.xlsx):contains(Imported)",
        },

        ...drop("current.xlsx"),
        {
            content: "the name is known now: nothing to choose",
            trigger: ".o_ict_import_form .alert-info:contains(Nothing is changed yet)",
        },
        { trigger: "button[name=action_import]", run: "click" },
        {
            trigger: ".o_ict_import_form .alert-success:contains(Nothing to change)",
        },
    ],
});
