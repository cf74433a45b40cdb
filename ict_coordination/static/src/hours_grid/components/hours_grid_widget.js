import { Component, useEffect } from "@odoo/owl";
import { registry } from "@web/core/registry";
import { useDebounced } from "@web/core/utils/timing";
import { formView } from "@web/views/form/form_view";
import { standardWidgetProps } from "@web/views/widgets/standard_widget_props";
import { prefetchGrid } from "./grid_prefetch";
import { HoursGrid } from "./hours_grid";

/** A pause in the typing, after which the counters of the form are read again. */
const RELOAD_AFTER = 2000;

/** The hours grid on the form of an overview. */
export class HoursGridWidget extends Component {
    static template = "ict_coordination.HoursGridWidget";
    static components = { HoursGrid };
    static props = { ...standardWidgetProps };

    setup() {
        this.onSaved = useDebounced(() => this.reload(), RELOAD_AFTER);
    }

    get resId() {
        return this.props.record.resId;
    }

    /** What the user is typing in the form itself is not read over. */
    async reload() {
        const { record } = this.props;
        const { activeElement } = document;
        const isElsewhere =
            activeElement?.matches("input, textarea, [contenteditable]") &&
            !activeElement.closest(".o_ict_grid");
        if (isElsewhere || (await record.isDirty())) {
            this.onSaved();
        } else {
            await record.model.load();
        }
    }
}

registry.category("view_widgets").add("ict_hours_grid", { component: HoursGridWidget });

class OverviewFormController extends formView.Controller {
    setup() {
        const { resId } = this.props;
        if (resId) {
            prefetchGrid(this.env.services.orm, resId);
        }
        super.setup();
        // An overview's grid takes the keyboard (the view disables Odoo's autofocus); a
        // new one has no grid yet, only fields.
        useEffect(
            (isNew) => {
                if (isNew) {
                    this.rootRef.el.querySelector(".o_field_widget input")?.focus();
                }
            },
            () => [this.model.root.isNew],
        );
    }
}

registry
    .category("views")
    .add("ict_overview_form", { ...formView, Controller: OverviewFormController });
