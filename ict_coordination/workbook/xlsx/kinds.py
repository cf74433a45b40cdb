# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Recognises files that are no workbook, to say what to do about them."""

from __future__ import annotations

from .limits import WorkbookError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z")


def check_kind(content: bytes) -> None:
    """Raise the ``WorkbookError`` that fits, unless the bytes begin as a zip does."""
    if not content:
        raise WorkbookError("empty")
    if content.startswith(b"PK"):
        return
    if content.startswith(_OLE):
        raise WorkbookError(_ole_kind(content))
    if content.startswith(_OTHER):
        raise WorkbookError("other_document")
    start = content[:4096]
    wide = start.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = start.decode("utf-16" if wide else "latin-1", errors="replace")
    bare = text.removeprefix("ï»¿").lstrip("\ufeff \r\n\t")
    if bare.startswith("<"):
        raise WorkbookError("web_page")
    if any(ord(letter) < 32 and letter not in "\t\n\r\f" for letter in text):
        raise WorkbookError("not_a_workbook")
    raise WorkbookError("text")


def _ole_kind(content: bytes) -> str:
    # names of streams stand in the directory as UTF-16
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "encrypted"
    if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book\0")):
        return "old_excel"
    return "other_document"


def check_zip_kind(package) -> None:
    """Raise the ``WorkbookError`` that fits a zip of something else."""
    names = set(package.names())
    if "xl/workbook.bin" in names:
        raise WorkbookError("binary_excel")
    if "mimetype" in names and "content.xml" in names:
        mimetype = b"".join(package.chunks("mimetype"))[:100]
        ods = b"spreadsheet" in mimetype
        raise WorkbookError("opendocument" if ods else "other_document")
    if any(name.startswith("index/") and name.endswith(".iwa") for name in names):
        raise WorkbookError("numbers")
    if any(name.startswith(("word/", "ppt/", "visio/")) for name in names) and not any(
        name.startswith("xl/") for name in names
    ):
        raise WorkbookError("other_document")
