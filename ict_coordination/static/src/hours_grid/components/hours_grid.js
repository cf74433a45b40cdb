import {
    Component,
    markRaw,
    onMounted,
    onWillDestroy,
    useEffect,
    useState,
} from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { useService } from "@web/core/utils/hooks";
import { useSetupAction } from "@web/search/action_hook";
import { GridModel } from "../core/grid_model";
import { useGridLive } from "../saving/grid_live";
import { GridSaver } from "../saving/grid_saver";
import { messageOf } from "../saving/server_error";
import { CellBar } from "./cell_bar";
import { GridCards } from "./grid_cards";
import { GridController } from "./grid_controller";
import { readGrid } from "./grid_prefetch";
import { GridTable } from "./grid_table";
import { GridToolbar } from "./grid_toolbar";
import { HelpDialog } from "./help_dialog";
import { PersonDialog } from "./person_dialog";

/** Everything around a loaded grid: toolbar, bar of the cell, table; cards on a phone. */
export class GridFrame extends Component {
    static template = "ict_coordination.GridFrame";
    static components = { CellBar, GridCards, GridTable, GridToolbar };
    static props = { grid: Object, className: { type: String, optional: true } };

    setup() {
        const { grid } = this.props;
        this.grid = grid;
        this.model = useState(grid.model);
        this.view = useState(grid.view);
        this.ui = useState(useService("ui"));
        const bus = this.env.services.bus_service;
        useGridLive(() => ({
            model: grid.model,
            saver: grid.saver,
            overviewId: grid.model.overview.id,
            bus,
        }));
        onMounted(() => {
            // Ready to type, unless the user is somewhere else already.
            if (document.activeElement === document.body) {
                grid.focus();
            }
        });
        useEffect(
            (isFull) => {
                document.body.classList.toggle("o_ict_grid_covers", isFull);
            },
            () => [this.view.full],
        );
        onWillDestroy(() => document.body.classList.remove("o_ict_grid_covers"));
    }

    get class() {
        return {
            o_ict_grid_full: this.view.full,
            o_ict_grid_dark: this.view.dark,
            o_ict_grid_readonly: this.model.isReadonly,
            [this.props.className || ""]: Boolean(this.props.className),
        };
    }
}

/**
 * The hours grid of one overview: loads it, saves what is typed and follows what others
 * change. Everything on the screen is derived from its GridModel.
 */
export class HoursGrid extends Component {
    static template = "ict_coordination.HoursGrid";
    static components = { GridFrame };
    static props = {
        overviewId: Number,
        /** State of the overview as the page knows it: when it changes, so may rights. */
        state: { type: String, optional: true },
        onSaved: { type: Function, optional: true },
        className: { type: String, optional: true },
    };

    setup() {
        // Not `useService`: that orm never answers once the component is gone, and the
        // last edits are often sent just then.
        this.orm = this.env.services.orm;
        this.dialog = useService("dialog");
        this.notification = useService("notification");
        this.state = useState({ grid: null, error: "" });
        this.load();
        useEffect(
            () => {
                this.refresh();
            },
            () => [this.props.state],
        );
        useSetupAction({
            beforeLeave: () => this.beforeLeave(),
            beforeUnload: (ev) => this.beforeUnload(ev),
        });
        onWillDestroy(() => {
            this.isDestroyed = true;
            this.grid?.saver.stop();
        });
    }

    get grid() {
        return this.state.grid;
    }

    async load() {
        this.state.error = "";
        let data;
        try {
            data = await readGrid(this.orm, this.props.overviewId);
        } catch (error) {
            this.state.error = messageOf(error, _t("The hours could not be loaded."));
            return;
        }
        // Outside of the try: a fault of ours is no failed request.
        if (!this.isDestroyed) {
            this.state.grid = markRaw(this.makeGrid(data));
            this.grid.saver.start();
        }
    }

    makeGrid(data) {
        const model = new GridModel(data);
        const { overviewId } = this.props;
        const call = (method, args) =>
            this.orm.silent.call("ict.overview", method, [[overviewId], ...args]);
        const saver = new GridSaver({
            model,
            call,
            overviewId,
            // Without state the overview was deleted: there is nothing to read again.
            onSaved: ({ state }) =>
                !this.isDestroyed && state && this.props.onSaved?.(),
        });
        const services = {
            notify: (text, options) => this.notification.add(text, options),
            openDialog: (name) => this.openDialog(name),
            loadPeer: async () => model.setPeer(await call("grid_peer", [])),
        };
        return new GridController({ model, saver, services });
    }

    openDialog(name) {
        const { grid } = this;
        this.dialog.add(
            name === "help" ? HelpDialog : PersonDialog,
            { grid },
            { onClose: () => grid.focus() },
        );
    }

    /** The page did something with the overview: approved it, set it back to draft. */
    async refresh() {
        const { grid } = this;
        if (!grid || this.props.state === grid.model.overview.state) {
            return;
        }
        const { model, saver } = grid;
        await saver.alone(async () =>
            model.receive(await saver.call("grid_changes", [false]), false),
        );
    }

    // --- leaving ---

    async beforeLeave() {
        if (!this.grid) {
            return;
        }
        this.grid.table?.commit();
        if (!(await this.grid.saver.flush())) {
            const count = this.grid.model.pendingCount;
            this.notification.add(
                count === 1
                    ? _t(
                          "1 change is not saved. This browser keeps it: open the overview again to save or answer it.",
                      )
                    : _t(
                          "%s changes are not saved. This browser keeps them: open the overview again to save or answer them.",
                          count,
                      ),
                { type: "warning" },
            );
        }
    }

    beforeUnload(ev) {
        if (!this.grid) {
            return;
        }
        this.grid.table?.commit();
        if (this.grid.model.pendingCount) {
            this.grid.saver.flush();
            ev.preventDefault();
            ev.returnValue = _t("Not everything is saved yet.");
        }
    }
}
