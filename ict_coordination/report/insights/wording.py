"""What the tables of the insights share: how many schools, and in which order."""

from odoo import models


class IctInsights(models.AbstractModel):
    _inherit = "ict.insights"

    def _count_schools(self, count):
        """Return a number of schools in words: it ends or starts a sentence's part."""
        return self.env._("1 school") if count == 1 else self.env._("%s schools", count)

    @staticmethod
    def _school_order(scope):
        """Return a sort key for ids of schools: by name, as on every screen."""
        # as a key of sorted() faster than a function: it is asked very often
        return scope.order.__getitem__
