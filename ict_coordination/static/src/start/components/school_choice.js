import { Component, useState } from "@odoo/owl";
import { SchoolPage } from "./school_page";

/** The own school; of somebody with several, one after the other. */
export class SchoolChoice extends Component {
    static template = "ict_coordination.StartSchoolChoice";
    static components = { SchoolPage };
    static props = {
        schools: Array,
        view: Object,
        canRemind: Boolean,
        onOpen: Function,
    };

    setup() {
        this.view = useState(this.props.view);
    }

    get school() {
        const { schools } = this.props;
        return schools.find(({ id }) => id === this.view.open) || schools[0];
    }
}
