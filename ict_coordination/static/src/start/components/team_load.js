import { Component } from "@odoo/owl";
import { insightRequest } from "../core/start_actions";
import { TONE_ICONS, loadStatus, loadTone, loadWords } from "./start_words";

/** So many people stand there; who has too much always does. */
const FEW = 5;

/** The people of the own schools, who has too much work first. */
export class TeamLoad extends Component {
    static template = "ict_coordination.StartTeamLoad";
    static props = { people: Array, onOpen: Function };

    get people() {
        return this.props.people
            .filter((one, index) => index < FEW || loadTone(one) === "danger")
            .map((one) => {
                const tone = loadTone(one);
                return {
                    name: one.person,
                    tone,
                    icon: TONE_ICONS[tone],
                    status: loadStatus(one),
                    words: loadWords(one),
                };
            });
    }

    open() {
        return this.props.onOpen(insightRequest("workload"));
    }
}
