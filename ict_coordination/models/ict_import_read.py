import base64
import re

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..tools.school_year import is_school_year, school_year_of
from ..workbook.catalogue import KnownTask, shipped_tasks
from ..workbook.found_json import to_json
from ..workbook.matching import hint_key, match_school, names_a_school
from ..workbook.opening import LIMITS, WorkbookError
from ..workbook.reader import read_book
from .ict_import_scope import catalogue_code, task_names
from .ict_import_sheet import sheet_key

_MEGABYTES = LIMITS.file_size // 1_000_000
_NAME_SIZE = 255


class IctImport(models.Model):
    """The dry run: a file becomes sheets, people, tasks and notes to look at."""

    _inherit = "ict.import"

    @api.model
    def upload_workbook(self, name, data):
        """Read one file and return the id of its import.

        :param str name: file name
        :param str data: the file, base64
        :raise UserError: the user may import nowhere, or ``data`` is no file at all
        """
        self.check_access("create")
        if not self._schools():
            raise UserError(
                self.env._(
                    "You are not yet coordinator, director or group manager of a "
                    "school. Ask who manages the users to name your schools."
                )
            )
        name = _file_name(name)
        try:
            if len(data) > 2 * LIMITS.file_size:  # as base64; not even unpacked
                raise UserError(
                    WorkbookError("too_big", _MEGABYTES).message(self.env.lang)
                )
            raw = base64.b64decode(data, validate=True)
        except (TypeError, ValueError) as error:
            raise UserError(
                self.env._("“%s” did not arrive as a file. Try again.", name)
            ) from error
        book = self._ours().create({"name": name, "file": base64.b64encode(raw)})
        book._read(raw)
        return book.id

    def action_read_again(self):
        """Read the file anew; what was chosen for people, tasks and notes stays."""
        for book in self.filtered(lambda book: book.state != "done"):
            content = book.with_context(bin_size=False).file
            book._ours()._read(base64.b64decode(content or b""))

    def _read(self, raw):
        """Fill this import from its file; an unreadable file sets state ``failed``."""
        self.ensure_one()
        try:
            found = read_book(raw, filename=self.name, tasks=self._known_tasks())
        except WorkbookError as error:
            message = error.message(self.env.lang)
            self.write({"state": "failed", "error": message})
            return
        self._take_found(found)

    @api.model
    def _known_tasks(self):
        """Return the catalogue and the own tasks of all schools the user may read."""
        # some hundreds: the file may hold the own tasks of any of these schools
        # pylint: disable-next=no-search-all
        tasks = self.env["ict.task"].search([])
        shipped = {task.code: task for task in shipped_tasks()}
        known = []
        for task, names in task_names(tasks).items():
            code = catalogue_code(task)
            known.append(
                KnownTask(
                    code,
                    task.cluster_id.code or "",
                    task.source_name or names[0],
                    tuple(names),
                    task.in_situation_sheets,
                )
            )
            shipped.pop(code, None)
        return (*known, *shipped.values())

    def _take_found(self, found):
        """Make the sheets and notes of a :class:`FoundBook`, and match them."""
        own = self.note_ids._decisions(with_open=True)
        schools = self._schools()
        chosen = self.sheet_ids._choices(schools)
        self.sheet_ids.unlink()
        remembered = self.env["ict.import.memory"]._school_of_hints(schools)
        vals_list = []
        for sequence, sheet in enumerate(found.sheets):
            vals = self._sheet_vals(sheet, schools, remembered)
            vals |= chosen.get(sheet_key(vals), {})
            vals_list.append({"import_id": self.id, "sequence": sequence, **vals})
        sheets = self.env["ict.import.sheet"].create(vals_list)
        self.write({"state": "draft", "error": False, "result_text": False})
        sheets._create_notes(found.sheets)
        self._match()
        if self.note_ids._decide_as(own):
            self._match()

    def _sheet_vals(self, sheet, schools, remembered):
        """Return the values of one found sheet, its school and year recognised."""
        vals = {
            "name": to_json(sheet.name),
            "sheet_kind": sheet.kind,
            "school_hint": to_json(sheet.school_hint),
            "found": to_json(sheet),
        }
        if sheet.kind not in ("current", "target"):
            return vals
        hints = [sheet.school_hint, sheet.name]
        if not names_a_school(sheet.school_hint):
            # Else a sheet of another school would come into that of the file.
            hints.append(self.name)
        key = next(filter(None, map(hint_key, hints)), "")
        school = remembered.get(key) or self.env["res.company"].browse(
            match_school(hints, [(school.id, school.name) for school in schools])
        )
        if not school and len(schools) == 1 and not self._means_other_school(sheet):
            school = schools
        year = sheet.school_year
        if not is_school_year(year):
            year = school_year_of(fields.Date.context_today(self))
        return vals | {
            "kind": sheet.kind,
            "hint_key": key,
            "company_id": school.id,
            "school_year": year,
            "selected": bool(school),
        }

    def _means_other_school(self, sheet):
        """Whether a sheet that names none of the user's schools is of another one.

        The words in the name of a file may be anything, unless they are a school.
        """
        if not any(note.code == "school_of_file" for note in sheet.notes):
            return names_a_school(sheet.school_hint)
        names = [(company.id, company.name) for company in self.env.companies]
        return bool(match_school([sheet.school_hint], names))

    # --- matching ---

    def _match(self):
        """Match what the selected sheets hold with the tasks and people of schools."""
        for book in self._ours():
            sheets = book.sheet_ids._to_import()
            moved = sheets._find_overview()
            book._match_sheets(sheets)
            if moved._decide_as_before():
                book._match_sheets(sheets)

    def _match_sheets(self, sheets):
        scopes, rows = sheets._scopes(), sheets._rows()
        self.task_ids._sync(self, rows, scopes)
        self.person_ids._sync(self, rows, scopes)
        sheets._count(rows, scopes)

    def _set_parts(self, field, wanted, keep=()):
        """Let the parts in ``field`` be ``wanted`` by (school, key); return the new.

        Values named in ``keep`` stay as they are where a part exists already.
        """
        self.ensure_one()
        existing = {(part.company_id.id, part.key): part for part in self[field]}
        gone = self[field].browse(
            part.id for key, part in existing.items() if key not in wanted
        )
        commands = [Command.delete(part.id) for part in gone]
        for key, vals in wanted.items():
            part = existing.get(key)
            if not part:
                vals = {**vals, "company_id": key[0], "key": key[1]}
                commands.append(Command.create(vals))
                continue
            changed = {
                name: value
                for name, value in vals.items()
                if name not in keep
                and part._fields[name].convert_to_write(part[name], part) != value
            }
            if changed:
                commands.append(Command.update(part.id, changed))
        if commands:
            self.write({field: commands})


def _file_name(name):
    """Return the name of a file without folders and without what no screen shows."""
    name = re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "", str(name or ""))
    return re.split(r"[/\\]", name)[-1].strip()[:_NAME_SIZE] or "?"
