from odoo import http

from odoo.addons.report_xlsx.controllers.main import ReportController


def _is_not_logged(_controller, _rule, args):
    """Whether a report can be made on a cursor that only reads: not one of ours."""
    return not args.get("reportname", "").startswith("ict_coordination.")


class IctReportController(ReportController):
    """Our reports are noted in the log of exports, so their address may write."""

    @http.route(readonly=_is_not_logged)
    def report_routes(self, reportname, docids=None, converter=None, **data):
        return super().report_routes(reportname, docids, converter, **data)
