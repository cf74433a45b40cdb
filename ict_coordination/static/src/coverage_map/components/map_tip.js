import { Component, onPatched, onMounted, useRef, useState } from "@odoo/owl";
import { linesOf, lookAt } from "../core/map_model";
import { lookLines, personWords } from "./map_words";

/** From the cell, in pixels. */
const GAP = 6;

/** What one place of the map says in words; names come a moment later. */
export class MapTip extends Component {
    static template = "ict_coordination.MapTip";
    static props = { tip: Object, people: Object };

    setup() {
        this.tip = useState(this.props.tip);
        this.people = useState(this.props.people);
        this.boxRef = useRef("box");
        onMounted(() => this.place());
        onPatched(() => this.place());
    }

    get shown() {
        const { task, school, kind } = this.tip;
        if (!school) {
            return null;
        }
        const look = lookAt(school, task, kind);
        const people = (cell) =>
            (cell && this.people.get([cell.line])?.map(personWords)) || [];
        return {
            lines: lookLines(look),
            before: people(look.old),
            people: people(look.cell),
            isCompared: look.before !== null && linesOf(look).length > 0,
        };
    }

    /** The names, as a screen reader says them after the cell. */
    spoken({ before, people }) {
        return [before, people]
            .filter((names) => names.length)
            .map((names) => names.join("; "))
            .join(" → ");
    }

    /** Below the cell, above it where there is no room; always within the window. */
    place() {
        const box = this.boxRef.el;
        const { rect } = this.tip;
        if (!box || !rect) {
            return;
        }
        const { offsetWidth, offsetHeight } = box;
        const below = rect.bottom + GAP;
        const fits = below + offsetHeight < window.innerHeight;
        const left = Math.min(rect.left, window.innerWidth - offsetWidth - GAP);
        box.style.left = `${Math.max(GAP, left)}px`;
        box.style.top = `${fits ? below : Math.max(GAP, rect.top - offsetHeight - GAP)}px`;
    }
}
