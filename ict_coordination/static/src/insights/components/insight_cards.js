import { Component, onMounted, useRef } from "@odoo/owl";
import { cardsOf } from "../core/insight_list";
import { rowsWords, toneWords } from "./insight_words";

/** All insights in a few words each, what cannot wait first. */
export class InsightCards extends Component {
    static template = "ict_coordination.InsightCards";
    static props = {
        list: Object,
        focus: { type: [String, Boolean] },
        onOpen: Function,
    };

    setup() {
        this.rootRef = useRef("root");
        // Who comes back from an insight goes on from its card.
        onMounted(() => {
            const { focus } = this.props;
            if (focus) {
                this.rootRef.el.querySelector(`[data-key='${focus}']`)?.focus();
            }
        });
    }

    get cards() {
        return cardsOf(this.props.list).map((card) => ({
            ...card,
            words: toneWords(card.tone),
            rows: card.count ? rowsWords(card.count, card.count) : "",
        }));
    }
}
