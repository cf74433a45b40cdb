# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The hours grid without Odoo: its values as JSON, and what a batch of edits does."""
