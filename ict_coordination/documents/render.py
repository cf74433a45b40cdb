# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""A Word template and a document → a Word file."""

from __future__ import annotations

import io
import re
from dataclasses import asdict
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import TemplateError, TemplateSyntaxError
from lxml import etree

from .package import check_package
from .problems import TemplateProblem
from .sandbox import NotAllowed, TagEnvironment, UnknownTag

_TAG = re.compile(r"\{[{%#].*?[}%#]\}", re.S)
# docxtpl looks three lines back from where Jinja stopped
_LINES_BEFORE = 3


def shipped_template(kind: str) -> bytes:
    """Return the Word template that is shipped for this kind of document."""
    return (Path(__file__).parent / "templates" / f"{kind}.docx").read_bytes()


class WordTemplate:
    """A template that is read once and filled in as often as needed.

    :param content: the .docx
    :raise TemplateProblem: it is no plain Word document
    """

    def __init__(self, content: bytes):
        check_package(content)
        self._content = content
        self._environment = TagEnvironment()

    def render(self, document, labels: dict[str, str]) -> bytes:
        """Return the .docx of a document.

        :param document: a dataclass of ``content.py``
        :param labels: words in the language of the reader, as ``labels.x`` in a tag
        :raise TemplateProblem: a tag is wrong
        """
        context = {**asdict(document), "labels": labels}
        word = _Word(io.BytesIO(self._content))
        try:
            word.render(context, self._environment, autoescape=True)
            filled = io.BytesIO()
            word.save(filled)
        except TemplateProblem:
            raise
        except UnknownTag as error:
            raise TemplateProblem("unknown_tag", word.tag_with(str(error))) from error
        except NotAllowed as error:
            raise TemplateProblem("not_allowed", _tag_at(error)) from error
        except TemplateSyntaxError as error:
            code = "not_closed" if "end of template" in str(error) else "mistake"
            raise TemplateProblem(code, _tag_at(error)) from error
        except TemplateError as error:
            raise TemplateProblem("mistake", word.tag_with("")) from error
        except etree.XMLSyntaxError as error:
            raise TemplateProblem("misplaced") from error
        except Exception as error:
            # A file of somebody else: python-docx and lxml let anything through.
            raise TemplateProblem("broken") from error
        return filled.getvalue()


class _Word(DocxTemplate):
    """Remembers the text it looks at, and wants XML that is right."""

    source = ""

    def render_xml_part(self, src_xml, part, context, jinja_env=None):
        self.source = src_xml
        rendered = super().render_xml_part(src_xml, part, context, jinja_env)
        # docxtpl mends what does not fit and loses text on the way.
        etree.fromstring(
            rendered.encode(),
            etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False),
        )
        return rendered

    def tag_with(self, name: str) -> str:
        """Return the first tag of the text that holds this name, as it stands there."""
        for tag in _TAG.findall(self.source):
            if re.search(rf"\b{re.escape(name)}\b", tag):
                return _plain(tag)
        return name


def _plain(text: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", text).split())


def _tag_at(error: TemplateSyntaxError) -> str:
    """Return the tag where Jinja stopped, or the text around it."""
    lines = list(getattr(error, "docx_context", ()))
    if not lines:
        return ""
    place = min(_LINES_BEFORE, max(error.lineno - 1, 0), len(lines) - 1)
    line = lines[place]
    tags = _TAG.findall(line)
    return _plain(tags[0] if tags else line)[:200]
