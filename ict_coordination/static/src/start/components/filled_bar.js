import { Component } from "@odoo/owl";
import { percentOf } from "../core/start_model";
import { filledText, filledWords } from "./start_words";

/** How many tasks of a sheet are decided: a bar, and always the numbers beside it. */
export class FilledBar extends Component {
    static template = "ict_coordination.StartFilledBar";
    static props = { filled: [Array, Boolean] };

    get percent() {
        return percentOf(this.props.filled);
    }

    get text() {
        return filledText(this.props.filled);
    }

    get words() {
        return filledWords(this.props.filled);
    }
}
