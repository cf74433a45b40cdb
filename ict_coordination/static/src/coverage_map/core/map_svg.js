/** The map as a picture: the text of an SVG, from plain values. Nothing is measured. */

const CELL = { height: 22, sign: 15 };
const TASK = 500;
// Of two schools with the same name only the end tells which is which.
const HEAD = 250;
const TOP = 92;
const MARGIN = 20;
const LETTER = 6.4;

/** Lines over a colour, so that a picture printed in grey is still read. */
const PATTERNS = {
    open: (ink) => `<path d="M-2 2l4-4M0 8l8-8M6 10l4-4" stroke="${ink}"/>`,
    undecided: (ink) => `<path d="M-2 6l4 4M0 0l8 8M6-2l4 4" stroke="${ink}"/>`,
    single: (ink) => `<circle cx="2" cy="2" r="1" fill="${ink}"/>`,
    not_applicable: (ink) => `<path d="M0 4h8" stroke="${ink}"/>`,
    no_sheet: (ink) => `<path d="M4 0v8" stroke="${ink}"/>`,
    team: () => "",
    absent: () => "",
};

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(content) {
    return String(content).replace(/[&<>"]/g, (char) => ENTITIES[char]);
}

/** @returns {string} cut to a width, about: letters are as wide as the widest font's */
function fitted(content, width) {
    const count = Math.max(1, Math.floor(width / LETTER));
    return escaped(
        content.length > count ? `${content.slice(0, count - 1)}…` : content,
    );
}

function text(x, y, content, attributes = "") {
    return `<text x="${x}" y="${y}" ${attributes}>${content}</text>`;
}

function rect(x, y, width, height, fill) {
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
}

function patternsOf(colours) {
    return Object.entries(PATTERNS).map(
        ([state, draw]) =>
            `<pattern id="${state}" width="8" height="8" patternUnits="userSpaceOnUse">` +
            rect(0, 0, 8, 8, colours[state].fill) +
            `${draw(colours[state].ink)}</pattern>`,
    );
}

/** A place of the map: its colour, its mark for the short term and what stands in it. */
function cell(x, y, width, { state, was, text: content, short, change }) {
    const parts = was
        ? [
              rect(x, y, width / 2, CELL.height, `url(#${was})`),
              rect(x + width / 2, y, width / 2, CELL.height, `url(#${state})`),
          ]
        : [rect(x, y, width, CELL.height, `url(#${state})`)];
    const edge = change ? 'stroke="#212529" stroke-width="2"' : 'stroke="#c3c7cc"';
    parts.push(
        `<rect x="${x}" y="${y}" width="${width}" height="${CELL.height}" fill="none" ${edge}/>`,
    );
    if (short) {
        const right = x + width;
        parts.push(`<path d="M${right - 8} ${y}h8v8z" fill="#212529"/>`);
    }
    const middle = 'text-anchor="middle"';
    parts.push(text(x + width / 2, y + CELL.sign, escaped(content), middle));
    return parts.join("");
}

function legend(items, x, y) {
    let left = x;
    return items
        .map(({ label, text: content, ...look }) => {
            const drawn =
                cell(left, y, 28, { ...look, text: content }) +
                text(left + 34, y + CELL.sign, escaped(label));
            left += 34 + label.length * LETTER + 22;
            return drawn;
        })
        .join("");
}

/**
 * @param {Object} picture
 * @param {string} picture.title
 * @param {string} picture.date
 * @param {number} picture.columnWidth in pixels
 * @param {Object<string, {fill: string, ink: string}>} picture.colours of each state
 * @param {{label: string, state: string, text: string}[]} picture.legend
 * @param {string[]} picture.columns names of the schools
 * @param {string} picture.totalLabel above the totals of the rows
 * @param {{label: string, type: "cluster"|"task"|"foot", core: boolean,
 *     cells: Object[], texts: string[], total: string}[]} picture.rows
 * @returns {{svg: string, width: number, height: number}}
 */
export function svgOf(picture) {
    const { title, date, columnWidth, colours, columns, rows, totalLabel } = picture;
    const left = MARGIN + TASK;
    const top = TOP + HEAD;
    const right = left + columns.length * columnWidth;
    const legendWidth = picture.legend.reduce(
        (sum, { label }) => sum + 56 + label.length * LETTER,
        MARGIN * 2,
    );
    const width = Math.ceil(Math.max(right + 60 + MARGIN, legendWidth));
    const height = top + rows.length * CELL.height + MARGIN;
    const parts = [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`,
        ` font-family="sans-serif" font-size="12" fill="#212529">`,
        `<defs>${patternsOf(colours).join("")}</defs>`,
        rect(0, 0, width, height, "#ffffff"),
        text(MARGIN, 34, escaped(title), 'font-size="20" font-weight="bold"'),
        text(MARGIN, 54, escaped(date)),
        legend(picture.legend, MARGIN, 64),
    ];
    columns.forEach((name, index) => {
        const x = left + (index + 0.5) * columnWidth + 4;
        parts.push(
            `<text transform="translate(${x} ${top - 6}) rotate(-90)">` +
                `${fitted(name, HEAD - 20)}</text>`,
        );
    });
    parts.push(text(right + 8, top - 6, escaped(totalLabel)));
    rows.forEach((row, index) => {
        const y = top + index * CELL.height;
        const isTask = row.type === "task";
        const style = row.core ? 'fill="#7030a0" font-weight="bold"' : "";
        if (!isTask) {
            parts.push(rect(MARGIN, y, right + 60 - MARGIN, CELL.height, "#e3e6ea"));
        }
        const bold = isTask ? style : 'font-weight="bold"';
        const label = fitted(row.label, TASK - 20);
        parts.push(text(MARGIN + (isTask ? 12 : 4), y + CELL.sign, label, bold));
        (isTask ? row.cells : row.texts).forEach((content, column) => {
            const x = left + column * columnWidth;
            parts.push(
                isTask
                    ? cell(x, y, columnWidth, content)
                    : text(
                          x + columnWidth / 2,
                          y + CELL.sign,
                          escaped(content),
                          'text-anchor="middle"',
                      ),
            );
        });
        parts.push(text(right + 8, y + CELL.sign, escaped(row.total)));
    });
    return { svg: `${parts.join("")}</svg>`, width, height };
}
