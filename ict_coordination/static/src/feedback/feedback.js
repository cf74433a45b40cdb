import { Component, markRaw, useRef, useState } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { deserializeDate, formatDate } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

const KINDS = {
    idea: { label: _t("Idea"), icon: "fa-lightbulb-o" },
    problem: { label: _t("Problem"), icon: "fa-wrench" },
    question: { label: _t("Question"), icon: "fa-question-circle-o" },
};

const STATES = {
    new: _t("Not read yet"),
    busy: _t("Taken up"),
    answered: _t("Answered"),
    closed: _t("Closed"),
};

/**
 * Everybody's page: send an idea, a problem or a question, and read the answers.
 *
 * What is typed goes to the server once, in one request, and is kept nowhere before.
 */
export class Feedback extends Component {
    static template = "ict_coordination.Feedback";
    static components = { Layout };
    static props = { ...standardActionServiceProps };
    static displayName = _t("Feedback");

    setup() {
        this.orm = useService("orm");
        this.kinds = Object.entries(KINDS).map(([id, kind]) => ({ id, ...kind }));
        this.sentBox = useRef("sent");
        this.state = useState({
            answer: null,
            error: "",
            // the form
            kind: "idea",
            text: "",
            task: "",
            school: 0,
            anonymous: false,
            isSending: false,
            refused: "",
            sent: null,
            isCopied: false,
            // the code of an earlier one
            code: "",
            found: null,
        });
        this.load();
    }

    async load() {
        try {
            const answer = await this.orm.call("ict.feedback", "feedback_page", []);
            this.state.answer = markRaw(answer);
            this.state.error = "";
            if (!answer.schools.some(({ id }) => id === this.state.school)) {
                const own = answer.schools.find(({ id }) => id === answer.school);
                this.state.school = (own || answer.schools[0]).id;
            }
        } catch (error) {
            this.state.error = wordsOf(error);
        }
    }

    get answer() {
        return this.state.answer;
    }

    get clusters() {
        const clusters = new Map();
        for (const task of this.answer.tasks) {
            clusters.set(task.cluster, [...(clusters.get(task.cluster) || []), task]);
        }
        return [...clusters].map(([name, tasks]) => ({ name, tasks }));
    }

    kindOf(feedback) {
        return KINDS[feedback.kind];
    }

    stateOf(feedback) {
        return STATES[feedback.state];
    }

    dateOf(feedback) {
        return feedback.date ? formatDate(deserializeDate(feedback.date)) : "";
    }

    get left() {
        return this.answer.longest - this.state.text.length;
    }

    async send() {
        const { state } = this;
        if (state.isSending) {
            return;
        }
        state.isSending = true;
        state.refused = "";
        state.sent = null;
        try {
            const { code } = await this.orm.call("ict.feedback", "feedback_send", [
                {
                    kind: state.kind,
                    text: state.text,
                    school: Number(state.school),
                    task: Number(state.task) || false,
                    anonymous: state.anonymous,
                },
            ]);
            Object.assign(state, { sent: { code }, text: "", task: "" });
            state.isCopied = false;
            await this.load();
            this.sentBox.el?.focus();
        } catch (error) {
            state.refused = wordsOf(error);
        } finally {
            state.isSending = false;
        }
    }

    async copy() {
        try {
            await browser.navigator.clipboard.writeText(this.state.sent.code);
            this.state.isCopied = true;
        } catch {
            // It stands there to be written down.
            this.state.isCopied = false;
        }
    }

    async look() {
        try {
            const code = this.state.code.trim();
            const found = await this.orm.call("ict.feedback", "feedback_look", [code]);
            this.state.found = { feedback: found };
        } catch (error) {
            this.state.error = wordsOf(error);
        }
    }
}

function wordsOf(error) {
    return error.data?.message || error.message || String(error);
}

registry.category("actions").add("ict_coordination.feedback", Feedback);
