# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Why a template cannot be used."""

from __future__ import annotations

#: every code that a :class:`TemplateProblem` can have
CODES = (
    "empty",
    "too_large",
    "not_docx",
    "macros",
    "unsafe",
    "locked",
    "unpacks_too_large",
    "broken",
    "unknown_tag",
    "mistake",
    "not_closed",
    "not_allowed",
    "misplaced",
    "too_much",
)


class TemplateProblem(ValueError):
    """A file that is no usable template.

    ``code`` is one of ``CODES``; ``detail`` is the tag that is wrong, as it stands in
    the file, or the limit in MB.
    """

    def __init__(self, code: str, detail: str = ""):
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
