/**
 * The graph of the years: each coverage has its own colour, that of the coverage map
 * but darker, and its own place in the bar. Odoo's colours follow the order of what it
 * finds, so that open tasks would be green in one school and blue in the next.
 */
import { registry } from "@web/core/registry";
import { GraphRenderer } from "@web/views/graph/graph_renderer";
import { graphView } from "@web/views/graph/graph_view";

/** From the bottom of the bar up. */
const COLOURS = {
    team: "#63b37a",
    single: "#f2bd4b",
    open: "#dd6470",
    undecided: "#f0b3b9",
    not_applicable: "#c6cad0",
};

export class YearGraphRenderer extends GraphRenderer {
    getBarChartData() {
        const labels = this.model.metaData.fields.coverage.selection;
        const places = new Map(
            labels.map(([key, label]) => [label, Object.keys(COLOURS).indexOf(key)]),
        );
        const placeOf = (dataset) =>
            places.get(dataset.label.split(" / ").at(-1)) ?? -1;
        const { datasets } = this.model.data;
        // The model reads them by their place when somebody clicks: sort its own.
        datasets.sort((one, other) => placeOf(one) - placeOf(other));
        const data = super.getBarChartData();
        for (const dataset of datasets) {
            const colour = Object.values(COLOURS)[placeOf(dataset)];
            dataset.backgroundColor = colour || dataset.backgroundColor;
        }
        return data;
    }
}

registry
    .category("views")
    .add("ict_year_graph", { ...graphView, Renderer: YearGraphRenderer });
