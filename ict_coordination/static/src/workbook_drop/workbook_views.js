import { registry } from "@web/core/registry";
import { KanbanController } from "@web/views/kanban/kanban_controller";
import { kanbanView } from "@web/views/kanban/kanban_view";
import { ListController } from "@web/views/list/list_controller";
import { listView } from "@web/views/list/list_view";
import { useWorkbookDrop } from "./workbook_drop_hook";

export class WorkbookListController extends ListController {
    static template = "ict_coordination.WorkbookListView";

    setup() {
        super.setup();
        this.workbooks = useWorkbookDrop(this.rootRef);
    }
}

export class WorkbookKanbanController extends KanbanController {
    static template = "ict_coordination.WorkbookKanbanView";

    setup() {
        super.setup();
        this.workbooks = useWorkbookDrop(this.rootRef);
    }
}

const views = registry.category("views");
views.add("ict_workbook_list", { ...listView, Controller: WorkbookListController });
views.add("ict_workbook_kanban", {
    ...kanbanView,
    Controller: WorkbookKanbanController,
});
