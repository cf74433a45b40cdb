"""The shipped tasks get the words that people look for them by.

The catalogue is noupdate: what a group made of it stays, and so do keywords that
somebody filled in already.
"""

from lxml import etree

from odoo.tools import SQL, file_open
from odoo.tools.sql import column_exists

MODULE = "ict_coordination"


def migrate(cr, version):
    if not version or not column_exists(cr, "ict_task", "keywords"):
        return
    with file_open(f"{MODULE}/data/ict_task_data.xml", "rb") as data:
        tree = etree.parse(data)
    words = [
        (record.get("id"), record.findtext("field[@name='keywords']"))
        for record in tree.iterfind("record[@model='ict.task']")
    ]
    cr.execute(
        SQL(
            """
            UPDATE ict_task t SET keywords = v.keywords
            FROM (VALUES %s) AS v (name, keywords), ir_model_data d
            WHERE d.module = %s AND d.model = 'ict.task' AND d.name = v.name
                AND d.res_id = t.id AND COALESCE(t.keywords, '') = ''
            """,
            SQL(", ").join(SQL("(%s, %s)", name, text) for name, text in words),
            MODULE,
        )
    )
