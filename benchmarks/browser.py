"""A real Chromium at a real Odoo that serves the benchmark's database."""

import contextlib
import os
import shutil
import sys
import tempfile
from pathlib import Path

from launcher.paths import PROJECT
from launcher.serving import serving

sys.path.insert(0, str(PROJECT / "tests"))

from screen import Screen

#: the assets of a fresh database are built at the first visit
SECONDS = 180

#: opens an action as a menu entry does: the page itself is not loaded again
OPEN = """async ([action, ready]) => {
    const { action: service } = odoo.__WOWL_DEBUG__.root.env.services;
    window.benchStart = performance.now();
    service.doAction(action, { clearBreadcrumbs: true });
    return await benchUntil(() => document.querySelector(ready), (element) => {
        element.scrollIntoView({ block: "nearest" });
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x + width / 2, y + height / 2];
    });
}"""

#: window.benchUntil(test, result): asks each frame, gives up after a minute
UNTIL = """window.benchUntil = (test, result) => new Promise((resolve, reject) => {
    const end = performance.now() + 60000;
    const look = () => {
        const found = test();
        if (found) {
            resolve(result(found));
        } else if (performance.now() > end) {
            reject(new Error("not seen within a minute: " + test));
        } else {
            requestAnimationFrame(look);
        }
    };
    look();
});"""

FOCUSED = """(selector) => benchUntil(
    () => document.activeElement.matches(selector), () => true
)"""

TYPED = """(digit) => benchUntil(
    () => document.activeElement.value?.includes(digit),
    () => performance.now() - window.benchStart
)"""


@contextlib.contextmanager
def web_client(login, password):
    """Yield a :class:`Screen`: the user, logged in, in a browser of its own."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium")
    if not chromium:
        raise SystemExit("This benchmark needs Chromium (Debian: chromium).")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        port, _log, _process = stack.enter_context(
            serving(os.environ["ICT_CONF_FILE"], os.environ["ICT_DB"], Path(folder))
        )
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        stack.callback(browser.close)
        screen = Screen(
            browser, f"http://127.0.0.1:{port}", login, password, seconds=SECONDS
        )
        screen.context.grant_permissions(["clipboard-read", "clipboard-write"])
        screen.page.add_init_script(UNTIL)
        screen.go("/odoo/ict-overviews")
        yield screen


def milliseconds_to_typed(screen, action, cell, editor, digit="7"):
    """Open an action and type in its first cell; return the milliseconds it took.

    From the moment that the web client is asked to open it, until the digit of a real
    key stands in the cell that a real click made ready.

    :param cell: selector of the first cell that can be edited
    :param editor: selector of the input that must have the focus
    """
    page = screen.page
    x, y = page.evaluate(OPEN, [action, cell])
    page.mouse.click(x, y)
    page.evaluate(FOCUSED, editor)
    page.keyboard.press(digit)
    return page.evaluate(TYPED, digit)
