import { registry } from "@web/core/registry";

// The hours grid with real key events: filled, pasted into, and only read.

const tours = registry.category("web_tour.tours");

const EDITOR = ".o_ict_grid_editor";

const openGrid = [
    {
        content: "open the card of the school",
        trigger: ".o_kanban_record:contains(School A)",
        run: "click",
    },
    {
        content: "the cursor to the first person of the first task, by keyboard",
        trigger: ".o_ict_grid td[data-member]",
        async run({ press }) {
            document.querySelector(EDITOR).focus();
            await press("Control+Home");
            // The columns before it: applicable and level.
            await press("ArrowRight");
            await press("ArrowRight");
        },
    },
];

const saved = {
    content: "everything stands in the database",
    trigger: ".o_ict_grid[data-save-state=saved]",
};

/** Press the keys one by one: a string is typed, an array is one key with a name. */
const keys =
    (...all) =>
    async ({ press }) => {
        for (const key of all) {
            for (const one of Array.isArray(key) ? key : [...key]) {
                await press(one);
            }
        }
    };

tours.add("ict_coordinator_fills_ten_tasks", {
    steps: () => [
        ...openGrid,
        {
            content: "hours under each other, with Enter",
            trigger: `${EDITOR}:focus`,
            run: keys("1", ["Enter"], "1.5", ["Enter"], "0.25", ["Enter"]),
        },
        {
            content: "two people beside each other, with Tab, then the next task",
            trigger: `${EDITOR}:focus`,
            run: keys("2", ["Tab"], "3", ["Enter"], "4", ["Tab"], "x", ["Enter"]),
        },
        {
            content: "without hours, an estimate, mandates",
            trigger: `${EDITOR}:focus`,
            run: keys(
                ["x", "ArrowDown"],
                "2",
                ["Enter", "ArrowUp", "~", "ArrowDown"],
                "5",
                ["Enter", "ArrowUp", "d", "c", "ArrowDown"],
            ),
        },
        {
            content: "emptied again, and a mistake undone",
            trigger: `${EDITOR}:focus`,
            run: keys("7", ["Enter", "ArrowUp", "Delete"], "8", ["Enter"], "9", [
                "Enter",
                "Control+z",
            ]),
        },
        {
            trigger: ".o_ict_grid td[data-member] .o_ict_hours:contains(8)",
        },
        {
            content: "the total of everybody, and who has no hours apart",
            trigger: ".o_ict_grid [data-total=all]:contains(26.75 +2?)",
        },
        saved,
    ],
});

tours.add("ict_coordinator_pastes_a_block", {
    steps: () => [
        ...openGrid,
        {
            trigger: `${EDITOR}:focus`,
            async run() {
                const answer = await fetch("/ict_grid_tour/block.tsv");
                const clipboardData = new DataTransfer();
                clipboardData.setData("text/plain", await answer.text());
                this.anchor.dispatchEvent(
                    new ClipboardEvent("paste", {
                        bubbles: true,
                        cancelable: true,
                        clipboardData,
                    }),
                );
            },
        },
        {
            content: "what could be two things is asked",
            trigger: ".o_ict_grid td[data-state=asked]:contains(2-3u)",
            run: "click",
        },
        {
            trigger: ".o_ict_cell_answer[data-state=asked] .o_ict_proposal:first",
            run: "click",
        },
        { trigger: ".o_ict_grid:not(:has([data-state=asked]))" },
        saved,
    ],
});

tours.add("ict_coordinator_reads_an_active_sheet", {
    steps: () => [
        ...openGrid,
        {
            content: "it says why nothing can be changed",
            trigger: ".o_ict_grid.o_ict_grid_readonly:contains(draft)",
        },
        {
            trigger: `${EDITOR}:focus`,
            run: keys("5", ["Enter", "ArrowUp", "Delete"]),
        },
        {
            content: "what was there still is, and nothing is being edited",
            trigger:
                ".o_ict_grid:not(:has([data-editing])):not(:has([data-state=pending])) td[data-member] .o_ict_hours:contains(1.5)",
        },
        saved,
    ],
});
