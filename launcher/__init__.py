"""The launcher: Odoo, PostgreSQL and the addon from a bare machine, stdlib only."""
