from odoo.http import Controller, content_disposition, request, route


class IctDocument(Controller):
    """The Word files of ``report/documents``."""

    @route(
        "/ict/document/<string:kind>/<string:source>/<string:ids>/docx",
        type="http",
        auth="user",
        methods=["GET"],
    )
    def word(self, kind, source, ids, cids="", **_other):
        """Send the Word file of these ids, or a zip; refuse what may not be read.

        :param ids: numbers with a comma between them
        :param cids: the companies in use with ``-`` between them; others than those
            of the user are refused by Odoo
        """
        document = request.env["ict.document"]
        companies = _numbers(cids, "-")
        if companies:
            document = document.with_context(allowed_company_ids=companies)
        model = document._source_model(kind, source)
        numbers = _numbers(ids, ",")
        content, name, mime = document._word(kind, model, numbers)
        request.env["ict.export.log"]._note(
            "document", name, request.env[model].browse(numbers)
        )
        return request.make_response(
            content,
            headers=[
                ("Content-Type", mime),
                ("Content-Length", len(content)),
                ("Content-Disposition", content_disposition(name)),
                ("X-Content-Type-Options", "nosniff"),
                ("Cache-Control", "no-store"),
            ],
        )


def _numbers(text, separator):
    """Return the numbers of a part of an address, each once, without the rest."""
    parts = dict.fromkeys(text.split(separator))
    return [int(one) for one in parts if one.isdecimal() and len(one) < 10]
