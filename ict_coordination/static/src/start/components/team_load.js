import { Component } from "@odoo/owl";
import { insightRequest } from "../core/start_actions";
import { TONE_ICONS, loadTone, loadWords } from "./start_words";

/** The people of the own schools, who has too much work first. */
export class TeamLoad extends Component {
    static template = "ict_coordination.StartTeamLoad";
    static props = { people: Array, onOpen: Function };

    get people() {
        return this.props.people.map((one) => {
            const tone = loadTone(one);
            return { ...one, tone, icon: TONE_ICONS[tone], words: loadWords(one) };
        });
    }

    open() {
        return this.props.onOpen(insightRequest("workload"));
    }
}
