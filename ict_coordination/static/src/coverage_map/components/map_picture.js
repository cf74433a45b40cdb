import { _t } from "@web/core/l10n/translation";
import { downloadFile } from "@web/core/network/download";
import { STATES, levelsOf, lookAt } from "../core/map_model";
import { svgOf } from "../core/map_svg";
import { isCounted, totalOf } from "../core/map_totals";
import { LEGEND_STATES, SIGNS, cellText, gapText, stateLabel } from "./map_words";

/** Pixels for what stands in a cell: as on the screen, one school a column. */
const WIDTHS = { none: 26, people: 38, hours: 66 };
const COMPARED_WIDTHS = { none: 46, people: 70, hours: 124 };

/** Sharp when somebody enlarges it; a browser draws no more than so many pixels. */
const SCALE = 2;
const MOST_PIXELS = 16000;

/** @returns {Object} the colours of the screen: they stand in the scss alone */
function coloursOf(root) {
    const style = getComputedStyle(root);
    const value = (name) => style.getPropertyValue(name).trim();
    return Object.fromEntries(
        STATES.map((state) => [
            state,
            { fill: value(`--ict-map-${state}`), ink: value(`--ict-map-${state}-ink`) },
        ]),
    );
}

/**
 * @param {Object} shown
 * @param {Object} shown.layout of `layoutOf`
 * @param {Object} shown.map of `readMap`
 * @param {Object} shown.view of `newView`
 * @returns {Object} plain values for `svgOf`, without the colours
 */
export function pictureOf({ layout, map, view, title, date }) {
    const { kind, number } = view;
    const { schools } = layout;
    const totalsOf = (tasks) => ({
        texts: schools.map((school) =>
            isCounted(school, kind) ? gapText(totalOf([school], tasks, kind)) : "",
        ),
        total: gapText(totalOf(schools, tasks, kind)),
    });
    const taskRow = (task) => ({
        type: "task",
        core: task.core,
        label: [
            task.core ? "◆" : "",
            levelsOf(map.schools, task, kind).length > 1 ? "≠" : "",
            task.name,
        ]
            .filter(Boolean)
            .join(" "),
        cells: schools.map((school) => {
            const look = lookAt(school, task, kind);
            return {
                state: look.state,
                was: look.change === "coverage" ? look.before : null,
                change: look.change,
                short: look.short,
                text: cellText(look, number),
            };
        }),
        total: gapText(totalOf(schools, [task], kind)),
    });
    const rows = layout.rows.map((row) =>
        row.task
            ? taskRow(row.task)
            : { type: "cluster", label: row.cluster.name, ...totalsOf(row.tasks) },
    );
    rows.push({ type: "foot", label: _t("Open"), ...totalsOf(layout.tasks) });
    return {
        title,
        date,
        rows,
        totalLabel: _t("Open"),
        columnWidth: (kind === "compare" ? COMPARED_WIDTHS : WIDTHS)[number],
        columns: schools.map(({ name }) => name),
        legend: [
            ...LEGEND_STATES.map((state) => ({
                state,
                text: SIGNS[state],
                label: stateLabel(state),
            })),
            { state: "absent", text: "", short: true, label: _t("Short term") },
        ],
    };
}

/**
 * @param {{svg: string, width: number, height: number}} picture
 * @returns {Promise<Blob>} a PNG
 */
export async function drawn({ svg, width, height }) {
    const image = new window.Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    const scale = Math.min(SCALE, MOST_PIXELS / Math.max(width, height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

/** @param {Object} shown as `pictureOf`, with `root`: the element that has the colours */
export async function savePicture(shown) {
    const picture = { ...pictureOf(shown), colours: coloursOf(shown.root) };
    downloadFile(await drawn(svgOf(picture)), `${shown.title}.png`, "image/png");
}
