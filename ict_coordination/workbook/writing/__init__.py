# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The sheets of an exported workbook, one module each; ``..writer`` is the door."""
