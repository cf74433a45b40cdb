# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Look into a Word file that somebody sends, before any program opens it."""

from __future__ import annotations

import io
import re
import zipfile

from .problems import TemplateProblem

#: megabytes of the file as it is sent
MAX_FILE = 5
#: megabytes, unpacked; the text itself is small, pictures are not
MAX_UNPACKED = 40
MAX_XML = 2
MAX_PARTS = 400
_MB = 1_000_000
_CHUNK = 1 << 16
_MAIN = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
)
#: relations that bring in a program, or another file when somebody opens this one
_UNSAFE_RELATIONS = re.compile(
    rb"/(attachedTemplate|oleObject|aFChunk|subDocument|frame|package|control"
    rb"|mailMergeSource|mailMergeHeaderSource|recipientData|vbaProject)[\"']",
    re.I,
)
_UNSAFE_FIELDS = re.compile(
    rb"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|MACROBUTTON|IMPORT|LINK"
    rb"|EMBED|DATABASE)\b"
)
_RELATION = re.compile(rb"<[^<>]*\bRelationship\b[^<>]*>", re.S)
_INSTRUCTION = re.compile(rb"<w:instrText[^<>]*>([^<]*)<|w:instr=[\"']([^\"']*)", re.S)


def check_package(content: bytes) -> None:
    """Raise :class:`TemplateProblem` for anything but a plain Word document."""
    if not content:
        raise TemplateProblem("empty")
    if len(content) > MAX_FILE * _MB:
        raise TemplateProblem("too_large", str(MAX_FILE))
    if content[:4] != b"PK\x03\x04":
        raise TemplateProblem("not_docx")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _check_parts(package)
    except TemplateProblem:
        raise
    except Exception as error:
        # zipfile lets struct, Unicode, zlib and other errors through
        raise TemplateProblem("broken") from error


def _check_parts(package: zipfile.ZipFile) -> None:
    infos = package.infolist()
    names = [info.filename.lower() for info in infos]
    if len(infos) > MAX_PARTS:
        raise TemplateProblem("unpacks_too_large")
    if len(set(names)) < len(names):
        raise TemplateProblem("broken")
    if any(name.rpartition("/")[2] == "vbaproject.bin" for name in names):
        raise TemplateProblem("macros")
    if not {"[content_types].xml", "word/document.xml"} <= set(names):
        raise TemplateProblem("not_docx")
    unpacked = 0
    for info, name in zip(infos, names, strict=True):
        if info.flag_bits & 1:
            raise TemplateProblem("locked")
        is_xml = name.endswith((".xml", ".rels"))
        most = min(MAX_UNPACKED * _MB - unpacked, MAX_XML * _MB if is_xml else 10**9)
        data = _read(package, info, most)
        unpacked += len(data)
        if is_xml:
            _check_xml(name, data)
        elif name.startswith(("word/embeddings/", "word/activex/")):
            raise TemplateProblem("unsafe")


def _read(package, info, most: int) -> bytes:
    """Unpack a part; count what comes out, whatever the zip says of itself."""
    pieces, size = [], 0
    with package.open(info) as stream:
        while piece := stream.read(_CHUNK):
            size += len(piece)
            if size > most:
                raise TemplateProblem("unpacks_too_large")
            pieces.append(piece)
    return b"".join(pieces)


def _check_xml(name: str, data: bytes) -> None:
    # UTF-16 would hide what is looked for here; Word writes UTF-8.
    if b"\x00" in data or b"<!DOCTYPE" in data.upper() or b"<!ENTITY" in data.upper():
        raise TemplateProblem("unsafe")
    if name == "[content_types].xml":
        if b"macroenabled" in data.lower():
            raise TemplateProblem("macros")
        if _MAIN not in data:
            raise TemplateProblem("not_docx")
    elif name.endswith(".rels"):
        for relation in _RELATION.findall(data):
            external = re.search(rb"TargetMode\s*=\s*[\"']external", relation, re.I)
            if _UNSAFE_RELATIONS.search(relation) or (
                external and b"/hyperlink" not in relation
            ):
                raise TemplateProblem("unsafe")
    else:
        # Word cuts the instruction of a field into pieces where it likes.
        told = b"".join(b"".join(parts) for parts in _INSTRUCTION.findall(data))
        if _UNSAFE_FIELDS.search(told.upper()):
            raise TemplateProblem("unsafe")
