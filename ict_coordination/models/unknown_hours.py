"""Hours that can be unknown: stored as 0, and never shown, summed or exported as 0."""

from odoo import api, fields, models
from odoo.tools import SQL

_AGGREGATES = {f"hours:{function}" for function in ("sum", "avg", "min", "max")}


class HoursField(fields.Float):
    """Hours a week that leave the database empty where they are unknown."""

    def convert_to_export(self, value, record):
        if not value and record[record._unknown_hours_field]:
            return ""
        return super().convert_to_export(value, record)


class IctUnknownHours(models.AbstractModel):
    """A model with ``hours`` and a number of people without hours beside it.

    Where nobody's hours are known every aggregate of ``hours`` is empty, not 0: a
    pivot shows a dash, and the average counts known hours only.
    """

    _name = "ict.unknown.hours"
    _description = "Hours that can be unknown"

    _unknown_hours_field = "unknown_hours"

    def _read_group_select(self, aggregate_spec, query):
        aggregate = super()._read_group_select(aggregate_spec, query)
        if aggregate_spec not in _AGGREGATES:
            return aggregate
        hours, unknown = (
            self._field_to_sql(self._table, name, query)
            for name in ("hours", self._unknown_hours_field)
        )
        return SQL(
            "%s FILTER (WHERE %s != 0 OR COALESCE(%s, 0) = 0)",
            aggregate,
            hours,
            unknown,
        )

    @api.model
    @api.readonly
    def formatted_read_grouping_sets(
        self, domain, grouping_sets, aggregates=(), *, order=None
    ):
        """For the pivot: its download writes ``False`` in words, and None as empty."""
        result = super().formatted_read_grouping_sets(
            domain, grouping_sets, aggregates, order=order
        )
        for spec in _AGGREGATES.intersection(aggregates):
            for groups in result:
                for group in groups:
                    if group[spec] is False:
                        group[spec] = None
        return result
