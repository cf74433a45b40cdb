import { registry } from "@web/core/registry";
import { FormCompiler } from "@web/views/form/form_compiler";
import { formView } from "@web/views/form/form_view";
import { toStringExpression } from "@web/views/utils";

/** A tab with `data-count="field"` says how many there are to look at. */
export class CountingFormCompiler extends FormCompiler {
    compileNotebook(el, params) {
        const counts = new Map();
        for (const page of el.querySelectorAll(":scope > page[data-count]")) {
            const name = toStringExpression(page.getAttribute("name"));
            counts.set(name, page.getAttribute("data-count"));
        }
        const notebook = super.compileNotebook(el, params);
        for (const slot of notebook.children) {
            const count = counts.get(slot.getAttribute("name"));
            if (count) {
                const value = `__comp__.props.record.data.${count}`;
                const title = slot.getAttribute("title");
                slot.setAttribute(
                    "title",
                    `${title} + (${value} ? " (" + ${value} + ")" : "")`,
                );
            }
        }
        return notebook;
    }
}

registry.category("views").add("ict_import_form", {
    ...formView,
    Compiler: CountingFormCompiler,
});
