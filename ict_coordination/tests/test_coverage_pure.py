"""The pure parts of the coverage map, and that they stay without Odoo."""

import doctest
import sys
from pathlib import Path
from subprocess import run

from odoo.tests import BaseCase, tagged

from ..coverage import choosing, codes, result

ADDON = Path(__file__).parents[1]


@tagged("-at_install", "post_install")
class TestCoveragePure(BaseCase):
    def test_doctests(self):
        for module in (choosing, codes, result):
            with self.subTest(module=module.__name__):
                failed, tried = doctest.testmod(module)
                self.assertEqual(failed, 0)
                self.assertGreater(tried, 2)

    def test_imports_nothing_of_odoo(self):
        """In a Python of its own, where this addon is no addon."""
        names = sorted(path.stem for path in (ADDON / "coverage").glob("[!_]*.py"))
        self.assertGreater(len(names), 2)
        code = (
            "import importlib, sys, types\n"
            "package = types.ModuleType('pure'); package.__path__ = [sys.argv[1]]\n"
            "sys.modules['pure'] = package\n"
            "for name in sys.argv[2:]:\n"
            "    importlib.import_module(f'pure.coverage.{name}')\n"
            "print(sorted(name for name in sys.modules if name.startswith('odoo')))"
        )
        done = run(
            [sys.executable, "-c", code, str(ADDON), *names],
            capture_output=True,
            text=True,
            check=False,
        )
        self.assertEqual((done.stdout.strip(), done.stderr), ("[]", ""))
