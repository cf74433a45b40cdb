# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The inside of an .xlsx file that may be broken or hostile; see ``..opening``."""
