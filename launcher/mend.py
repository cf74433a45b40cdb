"""Repairs of the private copy of Debian's Odoo: no missing assets, no noise."""


def mend(odoo):
    """Repair ``odoo``, the Python package folder, in place."""
