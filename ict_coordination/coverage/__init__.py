# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The coverage map without Odoo: tasks × schools, for the screen and for the sheet."""
