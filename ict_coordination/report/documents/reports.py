from odoo import api, models


class ReportJobDescription(models.AbstractModel):
    """The job description of employees on paper."""

    _name = "report.ict_coordination.job_description"
    _description = "ICT job description on paper"

    _source = "hr.employee"

    @api.model
    def _get_report_values(self, docids, data=None):
        """Return the documents of these ids, with the rights of the reader.

        :raise AccessError: the reader may not have one of them
        """
        document = self.env["ict.document"]
        found = document._job_descriptions(self._source, list(docids or ()))
        return {
            "doc_ids": docids,
            "doc_model": self._source,
            "docs": [one for one, _schools in found],
            "labels": document._labels(),
        }


class ReportJobDescriptionMember(models.AbstractModel):
    """The same, asked for on the page of a team member."""

    _name = "report.ict_coordination.job_description_member"
    _inherit = "report.ict_coordination.job_description"
    _description = "ICT job description of a member on paper"

    _source = "ict.team.member"


class ReportAgreementsNote(models.AbstractModel):
    """The agreements of a school on paper."""

    _name = "report.ict_coordination.agreements_note"
    _description = "ICT agreements on paper"

    @api.model
    def _get_report_values(self, docids, data=None):
        """Return the documents of these sheets, with the rights of the reader.

        :raise AccessError: the reader may not read one of them
        """
        document = self.env["ict.document"]
        found = document._agreements_notes(list(docids or ()))
        return {
            "doc_ids": docids,
            "doc_model": "ict.overview",
            "docs": [one for one, _schools in found],
            "labels": document._labels(),
        }
