"""From a key until its cell is painted, measured in the page with real keys."""

import random
import statistics

from common import report

KEYS = 84
CELL = "td[data-line][data-member]"
EDITOR = ".o_ict_grid_editor"

# What a key changed is looked up each frame, after it was painted: a message that is
# posted in a frame comes after it.
MEASURE_KEYS = """() => {
    const editor = document.querySelector(".o_ict_grid_editor");
    const place = () => editor.getBoundingClientRect();
    const under = () => {
        const { x, y, width, height } = place();
        return document.elementsFromPoint(x + width / 2, y + height / 2).find(
            (element) => element.matches("td[role=gridcell]")
        );
    };
    window.benchKeys = [];
    // Looked up between two keys: asking for it takes milliseconds itself.
    let cell = under();
    let before = place();
    const onKey = (ev) => {
        const text = editor.value;
        const done = () => {
            if (ev.key.length === 1) {
                return editor.value.endsWith(ev.key);
            }
            const { x, y } = place();
            // At the edge the sheet scrolls and the box stays.
            const moved = x !== before.x || y !== before.y || under() !== cell;
            return moved && (ev.key !== "Enter" || cell.textContent.includes(text));
        };
        let frames = 0;
        const look = () => requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
                const ms = performance.now() - ev.timeStamp;
                frames += 1;
                if (!done() && frames < 60) {
                    look();
                    return;
                }
                window.benchKeys.push({
                    key: ev.key, ms, frames: done() ? frames : null,
                });
                cell = under();
                before = place();
            };
            port2.postMessage(null);
        });
        look();
    };
    document.addEventListener("keydown", onKey, { capture: true });
}"""
FRAME = """() => new Promise((resolve) => {
    const times = [];
    const next = (time) => {
        times.push(time);
        if (times.length > 90) {
            const lengths = times.slice(1).map((end, index) => end - times[index]);
            resolve(lengths.sort((a, b) => a - b)[45]);
        } else {
            requestAnimationFrame(next);
        }
    };
    requestAnimationFrame(next);
})"""


def open_grid(screen, overview_id):
    """Open the overview and put the cursor in its first cell of a person."""
    screen.go(f"/odoo/ict-overviews/{overview_id}")
    page = screen.page
    page.locator(CELL).first.click()
    page.locator(f"{EDITOR}:focus").wait_for()
    return page


def report_keys(screen, overview_id):
    """Type with real keys; report the frames from a key until its cell is painted."""
    page = open_grid(screen, overview_id)
    page.evaluate(MEASURE_KEYS)
    rng = random.Random(5)
    keys = []
    while len(keys) < KEYS:
        keys += [str(rng.randint(1, 9)), "Enter", str(rng.randint(1, 9)), "Enter"]
        keys += ["ArrowRight", "ArrowUp", "ArrowLeft"]
    for number, key in enumerate(keys, 1):
        # Some ten keys a second, not in step with the frames.
        page.wait_for_timeout(rng.randint(50, 100))
        page.keyboard.press(key)
        page.wait_for_function(f"window.benchKeys.length === {number}")
    measured = page.evaluate("window.benchKeys")
    lost = [row["key"] for row in measured if row["frames"] is None]
    if lost:
        raise SystemExit(f"Keys without effect on the screen: {lost}")
    frame = page.evaluate(FRAME)
    for kind, found in (
        ("digits", [row["ms"] for row in measured if len(row["key"]) == 1]),
        ("Enter", [row["ms"] for row in measured if row["key"] == "Enter"]),
        ("arrows", [row["ms"] for row in measured if "Arrow" in row["key"]]),
    ):
        print(f"  {len(found)} {kind}: {statistics.median(found):.1f} ms at the median")
    frames = statistics.median(row["frames"] for row in measured)
    print(f"  the change stands in frame {frames:.0f} after the key, at the median")
    return report(
        f"{len(keys)} keys until painted, in frames of {frame:.1f} ms",
        statistics.median(row["ms"] for row in measured) / frame,
        1,
        "frames",
    )
