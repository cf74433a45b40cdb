from odoo import api, models


class IrActionsReport(models.Model):
    """Every report of this addon is noted when it was made, once."""

    _inherit = "ir.actions.report"

    @api.model
    def _render_xlsx(self, report_ref, docids, data):
        result = super()._render_xlsx(report_ref, docids, data)
        self._ict_note(report_ref, docids)
        return result

    @api.model
    def _render_qweb_pdf(self, report_ref, res_ids=None, data=None):
        # A PDF is made of the page: that one is not noted as well.
        quiet = self.with_context(ict_export_noted=True)
        result = super(IrActionsReport, quiet)._render_qweb_pdf(
            report_ref, res_ids=res_ids, data=data
        )
        self._ict_note(report_ref, res_ids)
        return result

    @api.model
    def _render_qweb_html(self, report_ref, docids, data=None):
        result = super()._render_qweb_html(report_ref, docids, data=data)
        if not self.env.context.get("ict_export_noted"):
            self._ict_note(report_ref, docids)
        return result

    @api.model
    def _ict_note(self, report_ref, docids):
        """Note a report of this addon; those of personal data note themselves."""
        report = self._get_report(report_ref)
        name = report.report_name or ""
        if not name.startswith("ict_coordination.") or name.endswith(
            ("personal_data_xlsx", "empty_workbook_xlsx")
        ):
            return
        if isinstance(docids, int):
            docids = [docids]
        records = self.env[report.model].browse(docids or ())
        self.env["ict.export.log"]._note("report", report.name, records)
