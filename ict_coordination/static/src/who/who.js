import {
    Component,
    markRaw,
    onMounted,
    onWillUnmount,
    useRef,
    useState,
} from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { KeepLast } from "@web/core/utils/concurrency";
import { useService } from "@web/core/utils/hooks";
import { useSetupAction } from "@web/search/action_hook";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

/** Why somebody is named as the contact, or to turn to when that one is away. */
const WHY = {
    contact: _t("Contact for this task"),
    executes: _t("Does this task"),
    does: _t("Is on this task"),
    task: _t("Is on this task too"),
    cluster: _t("Does other tasks of this kind"),
    group: _t("Of the school group"),
};

/** Milliseconds that somebody may type on before the server is asked. */
const PAUSE = 200;

/** Everybody's page: type what you need help with, and see whom to turn to. */
export class Who extends Component {
    static template = "ict_coordination.Who";
    static components = { Layout };
    static props = { ...standardActionServiceProps };
    static displayName = _t("Who does what");

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.input = useRef("input");
        this.last = new KeepLast();
        // What people look for most; the server finds any other word as well.
        this.examples = [
            _t("beamer"),
            _t("password"),
            _t("wifi"),
            _t("printer"),
            _t("laptop"),
            "Smartschool",
        ];
        const { query = this.props.action.context?.who_query || "", school = 0 } =
            this.props.state || {};
        this.state = useState({ query, school, answer: null, error: "" });
        // The way back finds the same words again.
        useSetupAction({
            getLocalState: () => ({
                query: this.state.query,
                school: this.state.school,
            }),
        });
        onMounted(() => this.input.el.focus());
        onWillUnmount(() => browser.clearTimeout(this.timer));
        this.load();
    }

    async load() {
        browser.clearTimeout(this.timer);
        const query = this.state.query.trim();
        try {
            const answer = await this.last.add(
                this.orm.call("ict.who.search", "who_search", [
                    query,
                    this.state.school || false,
                ]),
            );
            this.state.answer = markRaw({ ...answer, query });
            this.state.school = answer.school;
            this.state.error = "";
        } catch (error) {
            this.state.error = error.data?.message || error.message || String(error);
        }
    }

    get answer() {
        return this.state.answer;
    }

    /** Whole sentences: other languages order their words otherwise. */
    get words() {
        const { query, school: own, schools, count, tasks } = this.answer;
        const school = schools.find(({ id }) => id === own).name;
        return {
            found: _t("%s tasks found", count),
            more: _t(
                "The first %(shown)s of %(count)s: type another word to see fewer.",
                {
                    shown: tasks.length,
                    count,
                },
            ),
            nobody: _t("Nobody does this in %s yet.", school),
            nothing: _t("Nothing found for “%(query)s” in %(school)s.", {
                query,
                school,
            }),
            notFilled: _t(
                "The overview of %s is not approved yet: as soon as the director has done that, you see here who helps.",
                school,
            ),
        };
    }

    why(person) {
        return WHY[person.why];
    }

    phoneLink(phone) {
        return `tel:${phone.replace(/[^\d+]/g, "")}`;
    }

    onInput() {
        browser.clearTimeout(this.timer);
        this.timer = browser.setTimeout(() => this.load(), PAUSE);
    }

    onExample(word) {
        this.state.query = String(word);
        this.input.el.focus();
        return this.load();
    }

    onSchool(ev) {
        this.state.school = Number(ev.target.value);
        return this.load();
    }

    openList() {
        return this.action.doAction("ict_coordination.ict_who_does_what_action");
    }
}

registry.category("actions").add("ict_coordination.who", Who);
