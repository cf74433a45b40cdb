import { Component, useState } from "@odoo/owl";
import { whoRequest } from "../core/start_actions";

/** Who helps with what: a task or a name leads to whom to turn to. */
export class WhoSearch extends Component {
    static template = "ict_coordination.StartWhoSearch";
    static props = { onOpen: Function };

    setup() {
        this.state = useState({ text: "" });
    }

    open(ev) {
        ev.preventDefault();
        return this.props.onOpen(whoRequest(this.state.text));
    }
}
