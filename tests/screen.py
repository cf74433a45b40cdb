"""One user at one real browser; whatever goes wrong on the way is kept."""

import time

#: building the assets of a fresh database takes long, with other tests beside it
SECONDS = 60

VISIBLE_TEXTS = """() => {
    const texts = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        const text = walker.currentNode.textContent.replace(/\\s+/g, " ").trim();
        if (text && parent.checkVisibility({ checkVisibilityCSS: true })) {
            texts.add(text);
        }
    }
    for (const field of document.querySelectorAll("[placeholder], [title]")) {
        texts.add(field.placeholder || field.title);
    }
    return [...texts];
}"""


class Screen:
    """A browser window of one user.

    ``troubles`` holds console errors, exceptions, failed requests and pages or assets
    with a status of 400 and more. ``answers`` holds the response of every call.
    """

    def __init__(
        self,
        browser,
        url,
        login,
        password,
        size=(1366, 768),
        seconds=SECONDS,
        **options,
    ):
        self.url, self.seconds = url, seconds
        self.troubles, self.answers, self.pending = [], [], []
        width, height = size
        self.context = browser.new_context(
            viewport={"width": width, "height": height},
            locale="nl-BE",
            timezone_id="Europe/Brussels",
            **options,
        )
        self.context.set_default_timeout(seconds * 1000)
        self.page = self.context.new_page()
        self._listen()
        self.page.goto(f"{url}/web/login")
        self.page.fill("input[name=login]", login)
        self.page.fill("input[name=password]", password)
        self.page.click("button[type=submit]")
        self.page.wait_for_selector(".o_main_navbar")
        self.wait()

    def _listen(self):
        page, troubles = self.page, self.troubles
        page.on("pageerror", lambda error: troubles.append(f"exception: {error}"))
        page.on("console", self._on_console)
        page.on("request", self._on_request)
        page.on("requestfinished", self._on_end)
        page.on("requestfailed", self._on_failed)
        page.on("response", self._on_response)

    def _on_console(self, message):
        if message.type == "error":
            self.troubles.append(f"console: {message.text}")

    def _on_request(self, request):
        # Only calls: of a worker's script the browser does not tell the end.
        if request.resource_type in ("fetch", "xhr"):
            self.pending.append(request.url)

    def _on_end(self, request):
        if request.url in self.pending:
            self.pending.remove(request.url)

    def _on_failed(self, request):
        self._on_end(request)
        # What the browser itself ends when it leaves a page is no trouble.
        if "ERR_ABORTED" not in (request.failure or ""):
            self.troubles.append(f"failed: {request.url} {request.failure}")

    def _on_response(self, response):
        if response.status >= 400:
            self.troubles.append(f"{response.status}: {response.url}")
        if "/web/dataset/call_" in response.url:
            self.answers.append(response)

    def go(self, path):
        """Open a page of the web client and wait until it stands there."""
        self.page.goto(self.url + path)
        self.page.wait_for_selector(".o_action_manager > .o_action")
        self.wait()

    def wait(self):
        """Wait until the web client has had all its answers."""
        quiet = 0
        until = time.monotonic() + self.seconds
        while quiet < 3:
            assert time.monotonic() < until, f"no answer: {self.pending}"
            self.page.wait_for_timeout(50)
            quiet = 0 if self.pending else quiet + 1

    def save(self):
        """Save the form and wait for the server's answer."""
        with self.page.expect_response(lambda answer: "/web_save" in answer.url):
            self.page.click(".o_form_button_save")
        self.wait()

    def menu(self, xmlid):
        """Choose a menu entry of the addon, in the bar or in one of its drop-downs."""
        selector = f"[data-menu-xmlid='ict_coordination.{xmlid}']"
        self.page.click(f".o_menu_sections {selector}, .o-dropdown--menu {selector}")
        self.wait()

    def menus(self):
        """Return the names of the menu entries in the bar."""
        return self.page.locator(".o_menu_sections > *").all_inner_texts()

    def texts(self):
        """Return every text that the user can see, and placeholders and titles."""
        return set(self.page.evaluate(VISIBLE_TEXTS))

    def bodies(self):
        """Return what the server answered to the calls of the web client, as text.

        Only the records: what fields a model has is no secret.
        """
        return [
            answer.text()
            for answer in self.answers
            if not answer.url.endswith("get_views")
        ]

    def shot(self, path):
        """Take a picture."""
        self.page.screenshot(path=path)

    def close(self):
        """Close the window."""
        self.context.close()
