"""Who may do what: every cell of the table is tried for real.

The users have own and sibling school ticked, so nothing here rests on the companies
in use alone.
"""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .access_matrix_case import AccessCase
from .access_matrix_table import MATRIX, SHARED_MATRIX


@tagged("post_install", "-at_install")
class TestAccessMatrix(AccessCase):
    def _allowed(self, role, record, create_vals, write_vals):
        """Return the letters of what ``role`` can really do, each tried for real."""
        model = self._as(record.browse(), role)
        if record._name.startswith("ict.import"):
            # What an import may do for this role; test_import_hostile has the people.
            model = model._ours()
        deletable = record.browse()

        def read():
            found = model.search([("id", "=", record.id)])
            found.read(list(write_vals))
            model.browse(record.id).read(list(write_vals))
            return found

        def write():
            model.browse(record.id).write(write_vals)
            return True

        def create():
            model.create(create_vals)
            return True

        def delete():
            nonlocal deletable
            deletable = record.sudo().create(create_vals)
            model.browse(deletable.id).unlink()
            return True

        letters = ""
        for letter, attempt in zip("rwcd", (read, write, create, delete), strict=True):
            if letter == "d" and not record._auto:
                continue
            try:
                with self.env.cr.savepoint():
                    if attempt():
                        letters += letter
                    self.env.flush_all()
                    raise _Undo
            except _Undo:
                self.env.invalidate_all()
            except AccessError:
                self.env.invalidate_all()
        return letters

    def test_matrix(self):
        failures = []
        for model, rows in MATRIX.items():
            for role, cells in rows.items():
                for place, expected in enumerate(cells):
                    found = self._allowed(role, *self.records[model, place])
                    if found != expected:
                        where = ("own", "sibling", "other")[place]
                        failures.append(
                            f"{model} {role} {where}: {found!r}, not {expected!r}"
                        )
        self.assertFalse(failures, "\n".join(failures))

    def test_shared_models(self):
        for model, rows in SHARED_MATRIX.items():
            record = self.env[model].create({"name": "New"})
            for role, expected in rows.items():
                with self.subTest(model=model, role=role):
                    found = self._allowed(
                        role, record, {"name": "Mine"}, {"name": "Renamed"}
                    )
                    self.assertEqual(found, expected)

    def test_every_model_has_a_row(self):
        """A new model without a row in the matrix fails here."""
        models = {
            model.model
            for model in self.env["ir.model"].search([("model", "=like", "ict.%")])
            if not model.transient and not model.abstract
        }
        self.assertEqual(models, MATRIX.keys() | SHARED_MATRIX.keys())

    def test_every_rule_is_needed(self):
        """Take every rule away in turn: the matrix must notice."""
        rules = self.env["ir.rule"].search(
            [("model_id.model", "=like", "ict.%"), ("model_id.transient", "=", False)]
        )
        self.assertTrue(rules)
        unnoticed = []
        for rule in rules:
            rule.active = False
            self.env.flush_all()
            self.env.registry.clear_cache()
            if self._matrix_holds_without(rule):
                unnoticed.append(rule.get_external_id()[rule.id])
            rule.active = True
            self.env.flush_all()
            self.env.registry.clear_cache()
        self.assertFalse(unnoticed)

    def _matrix_holds_without(self, rule):
        """Whether no cell changes; those that most likely do are tried first.

        A rule of a role gives that role something in its own school; one of all users
        keeps strangers out.
        """
        model, places = rule.model_id.model, (0, 1, 2)
        if not rule.groups:
            places = (2, 1, 0)
        roles = sorted(
            MATRIX[model],
            key=lambda role: not self.users[role].all_group_ids & rule.groups,
        )
        return all(
            self._allowed(role, *self.records[model, place])
            == MATRIX[model][role][place]
            for place in places
            for role in roles
        )


class _Undo(Exception):
    """Rolls the savepoint of one attempt back."""
