"""The workbook of schools that start: their tasks and people, and nothing filled in."""

from ..workbook import Row, Sheet
from ..workbook.model import SHEET_KINDS
from .book_parts import book_of, people_of, task_key, team_of


def empty_book(schools, school_year, title, kinds=SHEET_KINDS, with_group=False):
    """Return the :class:`Book` with an empty sheet of each kind for each school.

    Tasks that a new overview would mark as not applicable are marked here as well.

    :param schools: recordset of ``res.company``, in the language of the workbook
    :param with_group: whether members of the school group get a column too
    """
    groups = schools.school_group_id
    teams = team_of(schools | groups if with_group else schools)
    sheets = []
    for school in schools:
        group = school.school_group_id
        members = teams[school] | (teams[group] if with_group else teams[school])
        people = people_of(members, school, with_hours=False)
        rows = _rows(school)
        sheets += [
            Sheet(
                school=school.name,
                kind=kind,
                school_year=school_year,
                group_name=group.sudo().name or "",
                people=people,
                rows=rows,
                state="draft",
                school_key=str(school.id),
            )
            for kind in kinds
        ]
    return book_of(title, schools, tuple(sheets))


def _rows(school):
    """Return the tasks that a new overview of the school starts with."""
    task = school.env["ict.task"]
    return tuple(
        Row(
            task_code=task_key(found),
            cluster=str(found.cluster_id.id),
            name=found.name,
            is_core=found.is_core,
            applicable=found._applies_to(school),
        )
        for found in task.search(task._domain_for_school(school))
    )
