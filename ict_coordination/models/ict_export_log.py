from odoo import api, fields, models

KINDS = [
    ("report", "Report"),
    ("list", "List"),
    ("document", "Document"),
    ("own", "Own data"),
    ("anonymous", "Made anonymous"),
]


class IctExportLog(models.Model):
    """Who took data of people out of the database, or took their names away for good.

    It says what and how much, never the content. A row is written in the transaction
    of the export itself: what failed or was refused leaves none. Nobody writes or
    deletes one through the screens.
    """

    _name = "ict.export.log"
    _description = "Log of exports"
    _order = "date desc, id desc"
    _rec_name = "name"

    date = fields.Datetime(
        "When", required=True, readonly=True, default=fields.Datetime.now, index=True
    )
    user_id = fields.Many2one(
        "res.users", "Who", required=True, readonly=True, ondelete="restrict"
    )
    kind = fields.Selection(KINDS, required=True, readonly=True)
    name = fields.Char("What", required=True, readonly=True)
    company_ids = fields.Many2many(
        "res.company",
        "ict_export_log_company_rel",
        "log_id",
        "company_id",
        "Schools",
        readonly=True,
    )
    record_count = fields.Integer("Records", readonly=True)

    @api.model
    def _note(self, kind, name, records=None, companies=None, count=None):
        """Note one export of the current user, as superuser.

        :param kind: a key of ``KINDS``
        :param name: what was exported, in words
        :param records: what was exported; gives schools and number when these are
            left out
        :param companies: the schools; those in use when nothing else tells them
        :param count: how many records
        """
        if companies is None:
            companies = self._schools_of(records)
        values = {
            "user_id": self.env.uid,
            "kind": kind,
            "name": name,
            "company_ids": companies.ids,
            "record_count": len(records or ()) if count is None else count,
        }
        return self.sudo().create(values)

    @api.model
    def _schools_of(self, records):
        """Return the schools that ``records`` are of, else the companies in use."""
        if records and records._name == "res.company":
            return records.sudo()
        if records and not records._abstract:
            for name in ("company_id", "school_ids", "company_ids"):
                if name in records._fields:
                    return records.sudo()[name] or self.env.companies
        return self.env.companies
