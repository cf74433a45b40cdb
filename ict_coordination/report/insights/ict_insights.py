from odoo import api, models

from ...insights import KEYS, WITHOUT_THRESHOLD, Insight, Names, Table
from ...tools.plain_rows import read_rows
from ...tools.school_year import is_school_year
from .scope import Scope


class IctInsights(models.AbstractModel):
    """What a group can act on: common needs, overlap, key people, workload …

    Each insight is one SELECT that aggregates, over tables that carry the record rules
    of the reader (``scope.py``). For each key there are two methods, in the file of its
    theme: ``_insight_<key>(scope)`` returns the typed rows, ``_table_<key>(scope,
    insight)`` the same in words.
    """

    _name = "ict.insights"
    _inherit = ["ict.group.reader"]
    _description = "ICT insights"

    # --- RPC ---

    @api.model
    @api.readonly
    def insight_list(self, year=False):
        """Return what was found, per insight in a few words.

        :param year: a school year such as ``2026-2027``; false: the sheets in force
        :raise AccessError: the user may not read overviews
        """
        scope, language = self._scope(year), self.env.lang
        insights = []
        for table in self._tables(KEYS, scope):
            top = [table.headline(row, language) for row in table.rows[:3]]
            insights.append(
                {
                    "key": table.key,
                    "title": table.title,
                    "question": table.question,
                    "summary": table.summary,
                    "tone": table.tone,
                    "count": sum(not row.is_total for row in table.rows),
                    "top": top,
                }
            )
        return {
            **self._frame(scope),
            "schools": sum(not school.is_group for school in scope.schools),
            "insights": insights,
        }

    @api.model
    @api.readonly
    def insight_read(self, key, year=False):
        """Return the :class:`Table` of one insight as JSON; see ``insights/table.py``.

        An insight that does not exist is the first one.

        :param year: a school year such as ``2026-2027``; false: the sheets in force
        :raise AccessError: the user may not read overviews
        """
        scope = self._scope(year)
        [table] = self._tables([key if key in KEYS else KEYS[0]], scope)
        frame = self._frame(scope)
        frame["can_configure"] &= table.key not in WITHOUT_THRESHOLD
        return {**frame, **table.as_json()}

    # --- API ---

    @api.model
    def _scope(self, year=False):
        """Return the :class:`Scope` of a school year, or of the sheets in force.

        :raise AccessError: the user may not read overviews
        """
        self._check_reader()
        named = isinstance(year, str) and is_school_year(year)
        return Scope(self, year if named else None)

    @api.model
    def _insight(self, key, scope) -> Insight:
        """Return the typed rows of one insight; see ``insights/rows.py``.

        Asked once of each scope: the start page needs the workload three times.
        """
        if key not in scope.insights:
            scope.insights[key] = getattr(self, f"_insight_{key}")(scope)
        return scope.insights[key]

    @api.model
    def _tables(self, keys, scope) -> list[Table]:
        """Return the insights in words, with the names of what they refer to."""
        tables = [
            getattr(self, f"_table_{key}")(scope, self._insight(key, scope))
            for key in keys
        ]
        wanted = {}
        for table in tables:
            for name, found in table.references().items():
                wanted.setdefault(name, set()).update(found)
        names = self._names(scope, **wanted)
        return [table.named(names) for table in tables]

    # --- parts ---

    def _thresholds(self):
        return self.env["ict.settings"]._thresholds()

    def _frame(self, scope):
        """Return what the screen shows around every insight."""
        return {
            "year": scope.year or False,
            "years": scope.years,
            "can_configure": self.env.user.has_group(
                "ict_coordination.group_ict_manager"
            ),
        }

    def _names(self, scope, tasks, clusters, competencies, people):
        """Return the :class:`Names` of these ids, in the reader's language."""
        tasks = self._read_tasks(tasks) if tasks else ()
        found = self._read_clusters(clusters) if clusters else ()
        asked = self._read_competencies(competencies) if competencies else ()
        names = scope.people.names if people else {}
        left = scope.people.left if people else frozenset()
        return Names(
            tasks={task.id: task.name for task in tasks},
            # more than the cells name: looking which ones takes longer
            schools={school.id: school.name for school in scope.schools},
            clusters={cluster.id: cluster.name for cluster in found},
            competencies={row["id"]: row["name"] for row in asked},
            people={key: names[key] for key in people if key in names},
            core=frozenset(task.id for task in tasks if task.core),
            left=left.intersection(people),
        )

    def _read_competencies(self, competency_ids):
        return list(
            read_rows(
                self.env["ict.competency"].sudo().with_context(active_test=False),
                [("id", "in", list(competency_ids))],
                ["id", "name"],
            )
        )
