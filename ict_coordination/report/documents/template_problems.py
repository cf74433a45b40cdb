"""What is wrong with a Word template, in the language of the reader."""

from ...documents.package import MAX_FILE, MAX_UNPACKED


def problem_text(env, problem):
    """Return the sentence of a :class:`documents.TemplateProblem`; it names the tag."""
    # Files are written by others: nothing of them is taken as a format.
    texts = {
        "empty": env._("The file is empty."),
        "too_large": env._("The file is larger than %s MB.", MAX_FILE),
        "not_docx": env._(
            "This is no Word document (.docx). Open it in Word or LibreOffice and save "
            "it as .docx."
        ),
        "macros": env._("The document holds macros. Save it as .docx, without macros."),
        "unsafe": env._(
            "The document loads something from elsewhere, or holds another file. Take "
            "out links to files, embedded objects and fields that fetch something."
        ),
        "locked": env._("The document has a password. Save it without one."),
        "unpacks_too_large": env._(
            "The document is larger than %s MB when it is unpacked. Use smaller "
            "pictures.",
            MAX_UNPACKED,
        ),
        "broken": env._(
            "The document cannot be filled in. Open it in Word, save it again and try "
            "once more."
        ),
        "unknown_tag": env._(
            "There is no tag like this: %s\nLook at the list of tags, or start from "
            "the template that is shipped.",
            problem.detail,
        ),
        "mistake": env._("There is a mistake in this tag: %s", problem.detail),
        "not_closed": env._(
            "A tag with “for” or “if” is not closed with “endfor” or “endif”: %s",
            problem.detail,
        ),
        "not_allowed": env._(
            "This tag does more than a template may do: %s\nA template may show a "
            "value, choose with “if” and repeat with “for”.",
            problem.detail,
        ),
        "misplaced": env._(
            "A tag with “for” or “if” stands in the wrong place: it begins in one "
            "paragraph or row of a table and ends in another. Use %(paragraph)s "
            "around paragraphs and %(row)s around rows.",
            paragraph="{%p …%}",
            row="{%tr …%}",
        ),
        "too_much": env._("The template repeats too much."),
    }
    return texts[problem.code]
