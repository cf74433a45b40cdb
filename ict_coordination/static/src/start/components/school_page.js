import { Component } from "@odoo/owl";
import * as actions from "../core/start_actions";
import { isBare, makingLight, partLights, percentOf } from "../core/start_model";
import { FilledBar } from "./filled_bar";
import { TONE_ICONS, dateWords, toneLabel } from "./start_words";

/** One school: how far it is, its traffic lights with the next action, and the ways on. */
export class SchoolPage extends Component {
    static template = "ict_coordination.StartSchoolPage";
    static components = { FilledBar };
    static props = {
        school: Object,
        canRemind: Boolean,
        // Within a row of the table the name stands there already.
        isInRow: { type: Boolean, optional: true },
        onOpen: Function,
    };

    setup() {
        this.icons = TONE_ICONS;
        this.toneLabel = toneLabel;
    }

    get school() {
        return this.props.school;
    }

    get isBare() {
        return isBare(this.school);
    }

    get lights() {
        return partLights(this.school.lights);
    }

    get making() {
        return makingLight(this.school);
    }

    get reminded() {
        return this.school.reminded ? dateWords(this.school.reminded) : "";
    }

    /** Nobody is reminded of what is filled in. */
    get canRemind() {
        return this.props.canRemind && percentOf(this.school.filled.current) !== 100;
    }

    remind() {
        return this.props.onOpen(actions.remindRequest([this.school.id]));
    }

    act(light) {
        return this.props.onOpen(actions.lightRequest(light.action));
    }

    print() {
        return this.props.onOpen(actions.printRequest(this.school.id));
    }

    /** @param {"overview"|"map"|"insights"|"plan"|"team"} way */
    go(way) {
        const { id, overview } = this.school;
        const requests = {
            overview: () =>
                actions.overviewRequest(overview.current || overview.target),
            map: () => ["ict_coordination.ict_coverage_map_action", {}],
            insights: () => ["ict_coordination.ict_insights_action", {}],
            plan: () => actions.planRequest(id),
            team: () => actions.teamRequest(id),
        };
        return this.props.onOpen(requests[way]());
    }
}
