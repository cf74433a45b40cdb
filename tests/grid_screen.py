"""The hours grid on one user's screen."""

import contextlib
import re

EDITOR = ".o_ict_grid_editor"
SHORT_TOTAL = re.compile(r"(?P<hours>\d+(?:,\d+)?)?(?:\s*\+\s*(?P<unknown>\d+)\s*\?)?")


YEAR = "2018-2019"  # long ago: no sheet of the demo goes out of force


def new_target(user, school):
    """Let somebody make an empty target; return the ids of the school and of it."""
    [company] = user.call("res.company", "search", [("name", "=", school)])
    values = {"company_id": company, "kind": "target", "school_year": YEAR}
    [overview] = user.call("ict.overview", "create", [values])
    return company, overview


class GridScreen:
    """What somebody does and sees in the grid of one overview.

    :param opened: a :class:`screen.Screen`
    """

    def __init__(self, opened, overview):
        self.opened, self.page, self.overview = opened, opened.page, overview
        self.open()

    def open(self):
        """Open the overview, or load it again, and wait for its cells."""
        self.opened.go(f"/odoo/ict-overviews/{self.overview}")
        self.page.locator(".o_ict_grid td[data-member]").first.wait_for()

    def leave(self):
        """Go to another page, whatever is left behind; nobody has the sheet open."""
        self.page.unroute_all()
        self.opened.context.set_offline(False)
        with self.agreeing():
            self.opened.go("/odoo/who-does-what")

    @contextlib.contextmanager
    def agreeing(self):
        """Within it the browser may leave the page although not all is saved."""

        def accept(dialog):
            dialog.accept()

        self.page.on("dialog", accept)
        yield
        self.page.remove_listener("dialog", accept)

    def cell(self, line, member):
        """Return the locator of a cell."""
        return self.page.locator(
            f".o_ict_grid td[data-line='{line}'][data-member='{member}']"
        )

    def cell_in(self, state, line, member):
        """Return the locator of a cell in a state: pending, failed, conflict, …"""
        return self.cell(line, member).and_(self.page.locator(f"[data-state={state}]"))

    def hours(self, line, member, text):
        """Wait until a cell shows these hours."""
        cell = self.cell(line, member).locator(".o_ict_hours")
        cell.get_by_text(text, exact=True).wait_for()

    def select(self, line, member):
        """Put the cursor in a cell, with the mouse."""
        self.cell(line, member).click()
        self.page.locator(f"{EDITOR}:focus").wait_for()

    def type(self, line, member, text):
        """Put the cursor in a cell, type and confirm."""
        self.select(line, member)
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def state(self, state):
        """Wait until the grid says saved, saving, pending or failed."""
        self.page.locator(f".o_ict_grid[data-save-state={state}]").wait_for()

    def total(self, kind, number=None):
        """Return (hours, without hours) of a total on the screen.

        :param kind: line, member, cluster or all
        """
        selector = f".o_ict_grid [data-total={kind}]"
        if number:
            selector += f"[data-{kind}='{number}']"
        text = self.page.locator(selector).first.inner_text().strip()
        found = SHORT_TOTAL.match(text)
        hours = float((found["hours"] or "0").replace(",", "."))
        return hours, int(found["unknown"] or 0)

    @contextlib.contextmanager
    def without_server(self):
        """Within it no writing of this browser's grid reaches the server."""
        refuse = "**/grid_write*"
        self.page.route(refuse, lambda route: route.abort("internetdisconnected"))
        yield
        self.page.unroute(refuse)

    def calm(self, *expected):
        """Forget the troubles that were expected; there must be no others.

        :param expected: regular expressions
        """
        left = [
            trouble
            for trouble in self.opened.troubles
            if not any(re.search(pattern, trouble) for pattern in expected)
        ]
        self.opened.troubles.clear()
        assert left == []
