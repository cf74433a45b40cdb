"""Objections after which the person was asked again are settled.

Before, an objection stood open for ever, also when it had been asked anew.
"""

from odoo.tools.sql import table_exists


def migrate(cr, version):
    if not version or not table_exists(cr, "ict_agreement_line"):
        return
    cr.execute(
        """
        UPDATE ict_agreement_line objection SET is_settled = TRUE
        WHERE objection.answer IN ('too_much', 'different')
            AND EXISTS (
                SELECT FROM ict_agreement_line later
                WHERE later.allocation_id = objection.allocation_id
                    AND later.id > objection.id
            )
        """
    )
