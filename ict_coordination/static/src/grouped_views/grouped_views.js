import { registry } from "@web/core/registry";
import { RelationalModel } from "@web/model/relational_model/relational_model";
import { kanbanView } from "@web/views/kanban/kanban_view";
import { listView } from "@web/views/list/list_view";

/**
 * Odoo names the group of records without a value for every type of field but a
 * selection: there the header stays empty. "Undecided" is a column people plan with.
 */
class LabelledGroup extends RelationalModel.Group {
    setup(config, data) {
        super.setup(config, data);
        if (!this.displayName) {
            this.displayName = this.groupByField.falsy_value_label;
        }
    }
}

class LabelledGroupModel extends RelationalModel {
    static Group = LabelledGroup;
}

registry.category("views").add("ict_list", { ...listView, Model: LabelledGroupModel });
registry
    .category("views")
    .add("ict_kanban", { ...kanbanView, Model: LabelledGroupModel });
