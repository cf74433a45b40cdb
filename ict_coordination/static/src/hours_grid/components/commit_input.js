import {
    Component,
    onWillUnmount,
    useEffect,
    useExternalListener,
    useRef,
} from "@odoo/owl";

/**
 * An input that gives its text once: at Enter, when it loses the focus, when it or the
 * page goes (a phone's back button), and before anything else hears of a press elsewhere
 * (which may move the active cell that the text is meant for). Escape brings the old
 * text back.
 */
export class CommitInput extends Component {
    static template = "ict_coordination.CommitInput";
    static props = {
        value: String,
        label: String,
        onCommit: Function,
        onLeave: { type: Function, optional: true },
        className: { type: String, optional: true },
        inputmode: { type: String, optional: true },
        placeholder: { type: String, optional: true },
        readonly: { type: Boolean, optional: true },
        maxlength: { type: Number, optional: true },
    };
    static defaultProps = { className: "", inputmode: "text", placeholder: "" };

    setup() {
        this.inputRef = useRef("input");
        this.isDirty = false;
        useEffect(
            (value) => {
                if (!this.isDirty) {
                    this.inputRef.el.value = value;
                }
            },
            () => [this.props.value],
        );
        useExternalListener(
            window,
            "pointerdown",
            (ev) => ev.target !== this.inputRef.el && this.commit(),
            { capture: true },
        );
        // Before the page asks whether all is saved.
        useExternalListener(window, "beforeunload", () => this.commit(), {
            capture: true,
        });
        onWillUnmount(() => this.commit());
    }

    commit() {
        if (!this.isDirty) {
            return;
        }
        this.isDirty = false;
        const { el } = this.inputRef;
        const text = el.value;
        // What is shown is the value that comes back: "2u" becomes "2".
        el.value = this.props.value;
        if (text !== this.props.value) {
            this.props.onCommit(text);
        }
    }

    onInput() {
        this.isDirty = true;
    }

    onKeydown(ev) {
        ev.stopPropagation();
        if (ev.key === "Escape") {
            this.isDirty = false;
            this.inputRef.el.value = this.props.value;
        } else if (ev.key === "Enter" && !ev.isComposing) {
            ev.preventDefault();
            this.commit();
        } else {
            return;
        }
        this.props.onLeave?.(ev);
    }
}
