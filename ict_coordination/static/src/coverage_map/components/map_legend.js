import { Component } from "@odoo/owl";
import { LEGEND_STATES, SIGNS, stateLabel } from "./map_words";

/** What the colours, patterns and signs of the map mean. */
export class MapLegend extends Component {
    static template = "ict_coordination.MapLegend";
    static props = { kind: String };

    get states() {
        return LEGEND_STATES.map((state) => ({
            state,
            sign: SIGNS[state],
            label: stateLabel(state),
        }));
    }
}
