import { Component, status, useComponent, useRef } from "@odoo/owl";
import { useCustomDropzone } from "@web/core/dropzone/dropzone_hook";
import { Dropzone } from "@web/core/dropzone/dropzone";
import { _t } from "@web/core/l10n/translation";
import { useService } from "@web/core/utils/hooks";
import { isReady } from "./import_status";
import { base64Of, troubleOf, WORKBOOK_ENDINGS } from "./workbook_files";
import { WorkbookProgress } from "./workbook_progress";
import { WorkbookQueue } from "./workbook_queue";

const MODEL = "ict.import";
const READ = ["name", "state", "is_ready", "person_todo_count", "task_todo_count"];

class WorkbookDropzone extends Component {
    static template = "ict_coordination.WorkbookDropzone";
    static components = { Dropzone };
    static props = Dropzone.props;
}

/**
 * Gives a list or kanban of imports its files: dropped anywhere on it, or chosen.
 *
 * @param {{ el: HTMLElement|null }} rootRef what files can be dropped on
 */
export function useWorkbookDrop(rootRef) {
    const component = useComponent();
    const dialog = useService("dialog");
    const notification = useService("notification");
    const orm = useService("orm");
    const inputRef = useRef("workbooks");

    /** Show the queue while it runs; go on when it has ended and is closed. */
    async function runWithProgress(jobs, props) {
        const queue = new WorkbookQueue(jobs);
        // Started first: the dialog shows a queue that runs.
        const ended = queue.run();
        const closed = new Promise((resolve) =>
            dialog.add(WorkbookProgress, { ...props, queue }, { onClose: resolve }),
        );
        const [rows] = await Promise.all([ended, closed]);
        return rows;
    }

    async function reload() {
        if (status(component) !== "destroyed") {
            await component.model.load();
        }
    }

    function uploadJob(file) {
        return {
            name: file.name,
            async run() {
                const message = troubleOf(file);
                if (message) {
                    return { status: "refused", message };
                }
                const args = [file.name, await base64Of(file)];
                const id = await orm.silent.call(MODEL, "upload_workbook", args);
                const [book] = await orm.silent.searchRead(
                    MODEL,
                    [["id", "=", id]],
                    ["state", "error"],
                );
                return book?.state === "failed"
                    ? { status: "failed", message: book.error || "", id }
                    : { status: "done", message: _t("Read"), id };
            },
        };
    }

    /** @param {Iterable<File>} files read one by one; the order is that of the files */
    async function upload(files) {
        const jobs = [...files].map(uploadJob);
        if (!jobs.length) {
            return;
        }
        const rows = await runWithProgress(jobs, {
            title: _t("Reading workbooks"),
            closesItself: true,
        });
        if (rows.length === 1 && rows[0].id && status(component) !== "destroyed") {
            return component.props.selectRecord(rows[0].id, {});
        }
        return reload();
    }

    function importJob({ id, name }) {
        return {
            name,
            run: () => orm.silent.call(MODEL, "import_one", [[id]]),
        };
    }

    /**
     * Import what is ticked, or else every file of the list with nothing left to
     * choose; the oldest first, each in a request of its own.
     */
    async function importReady() {
        const { selection, domain } = component.model.root;
        const isTicked = Boolean(selection?.length);
        const found = await orm.searchRead(
            MODEL,
            isTicked
                ? [["id", "in", selection.map(({ resId }) => resId)]]
                : [...domain, ["state", "=", "draft"]],
            READ,
            { order: "id" },
        );
        const canImport = (data) => (isTicked ? data.is_ready : isReady(data));
        const jobs = found.filter(canImport).map(importJob);
        const left = found.filter((data) => !canImport(data)).map(({ name }) => name);
        if (!jobs.length) {
            notification.add(
                _t("No file is ready. Open one to see what is still to choose."),
                { type: "warning" },
            );
            return;
        }
        await runWithProgress(jobs, {
            title: _t("Importing workbooks"),
            note: left.length
                ? _t("Left out, still something to choose: %s", left.join(", "))
                : "",
        });
        return reload();
    }

    useCustomDropzone(rootRef, WorkbookDropzone, {
        extraClass: "o_ict_workbook_dropzone",
        onDrop: (ev) => upload(ev.dataTransfer.files),
    });

    return {
        endings: WORKBOOK_ENDINGS.join(","),
        choose: () => inputRef.el.click(),
        importReady,
        get hasReady() {
            const { records, selection } = component.model.root;
            return selection?.length
                ? selection.some(({ data }) => data.is_ready)
                : records.some(({ data }) => isReady(data));
        },
        get readyLabel() {
            const count = component.model.root.selection?.length;
            return count ? _t("Import the selection") : _t("Import all that are ready");
        },
        /** The help of an empty list has a button of its own. */
        onClick(ev) {
            if (ev.target.closest(".o_ict_choose_workbooks")) {
                ev.preventDefault();
                inputRef.el.click();
            }
        },
        async onChosen(ev) {
            const files = [...ev.target.files];
            // The same file again must be a change too.
            ev.target.value = "";
            await upload(files);
        },
    };
}
