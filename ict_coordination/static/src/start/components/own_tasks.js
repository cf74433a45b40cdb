import { Component } from "@odoo/owl";
import { hoursWords, taskHoursWords } from "./start_words";

/** Beside the schools there is room for some; alone on the page for all. */
const FEW = 3;

/** What somebody does, where, with which hours: the own ones only. */
export class OwnTasks extends Component {
    static template = "ict_coordination.StartOwnTasks";
    static props = { own: [Object, Boolean], isMain: Boolean, onOpen: Function };

    setup() {
        this.hoursWords = hoursWords;
        this.taskHoursWords = taskHoursWords;
    }

    get tasks() {
        const { own, isMain } = this.props;
        const tasks = own ? own.tasks : [];
        return isMain ? tasks : tasks.slice(0, FEW);
    }

    open() {
        return this.props.onOpen(["ict_coordination.ict_allocation_my_action", {}]);
    }
}
