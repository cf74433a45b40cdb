import { Component, useState } from "@odoo/owl";
import { isGap, linesOf, lookAt } from "../core/map_model";
import { isCounted, totalOf } from "../core/map_totals";
import { SIGNS, gapText, stateLabel, totalWords } from "./map_words";

/** The map on a phone: what is open, school by school. */
export class MapCards extends Component {
    static template = "ict_coordination.MapCards";
    static props = { map: Object, layout: Object, kind: String, onOpen: Function };

    setup() {
        this.state = useState({ school: null });
    }

    get schools() {
        const { layout, kind } = this.props;
        return layout.schools.map((school) => {
            const isOpen = this.state.school === school.id;
            const total = totalOf([school], layout.tasks, kind);
            return {
                school,
                isOpen,
                isCounted: isCounted(school, kind),
                text: gapText(total),
                title: totalWords(total),
                clusters: isOpen ? this.clustersOf(school) : [],
            };
        });
    }

    /** The gaps of a school, of now or of the target, under their clusters. */
    clustersOf(school) {
        const { map, layout, kind } = this.props;
        const gaps = layout.tasks
            .map((task) => ({ task, look: lookAt(school, task, kind) }))
            .filter(({ look }) => isGap(look.state) || isGap(look.before));
        return map.clusters
            .map((cluster) => ({
                cluster,
                gaps: gaps
                    .filter(({ task }) => task.cluster === cluster.id)
                    .map(({ task, look }) => ({
                        task,
                        look,
                        lineIds: linesOf(look),
                        sign:
                            look.change === "coverage"
                                ? `${SIGNS[look.before]}→${SIGNS[look.state]}`
                                : SIGNS[look.state],
                        words: stateLabel(look.state),
                    })),
            }))
            .filter((group) => group.gaps.length);
    }

    toggle(school) {
        this.state.school = this.state.school === school.id ? null : school.id;
    }
}
