"""pytest plugin: a test fails when Odoo logs a warning that it did not expect."""

import json
import logging
import os
from pathlib import Path

import pytest

from launcher.testing import OUTCOMES, PART


class _Collector(logging.Handler):
    """Keeps warnings; ``mute_logger`` and ``assertLogs`` hide expected ones from it."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines = []
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))

    def emit(self, record):
        self.lines.append(self.format(record))

    def take(self):
        """Return the lines and forget them."""
        lines, self.lines = self.lines, []
        return lines


collector = _Collector()


def pytest_sessionstart():
    """Listen from before the registry is loaded."""
    logging.getLogger().addHandler(collector)


def pytest_collection_modifyitems(config, items):
    """Keep the part of the addon's tests that was asked for; see ``launcher.testing``.

    A test needs the database when its class opens a cursor on it.
    """
    if part := os.environ.get(PART):
        from odoo.tests import TransactionCase

        kept, left = [], []
        for item in items:
            needs_database = issubclass(item.cls or object, TransactionCase)
            mine = needs_database == (part == "database")
            (kept if mine else left).append(item)
        config.hook.pytest_deselected(items=left)
        items[:] = kept


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Turn a passed phase of a test into a failed one when warnings were logged."""
    outcome = yield
    report = outcome.get_result()
    lines = collector.take()
    if lines and report.passed:
        report.outcome = "failed"
        report.longrepr = "Logged, and no test expected it:\n" + "\n".join(lines)


def pytest_terminal_summary(terminalreporter):
    """Name every skipped test with its reason; leave the counts for who started it."""
    if folder := os.environ.get("ICT_TEST_COUNTS"):
        counts = {
            name: len(terminalreporter.stats[name])
            for name in OUTCOMES
            if terminalreporter.stats.get(name)
        }
        Path(folder, f"{os.getpid()}.json").write_text(json.dumps(counts))
    skipped = terminalreporter.stats.get("skipped", [])
    if skipped:
        terminalreporter.section(f"{len(skipped)} skipped")
    for report in skipped:
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        terminalreporter.line(f"{report.nodeid}: {reason}")
