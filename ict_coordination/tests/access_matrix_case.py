"""A record of every model in each of three schools."""

from .access_matrix_rows import AccessRows
from .common import IctCase


class AccessCase(AccessRows, IctCase):
    """``records[model, place]``: ``(record, values to create, values to write)``."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        other_employee = cls._new_employee("Olga Vreemd", cls.other)
        members = {
            cls.own: cls.member_own,
            cls.sibling: cls.member_sibling,
            cls.other: cls._new_member(other_employee, cls.other),
        }
        task = cls.env["ict.task"]
        cls.cluster = cls.env.ref("ict_coordination.cluster_technical")
        cls.records = {}
        for place, company in enumerate((cls.own, cls.sibling, cls.other)):
            overview = cls._new_overview(company)
            active = cls._new_overview(company, state="active", school_year="2025-2026")
            shared = {"company_id": company.id, "cluster_id": cls.cluster.id}
            extra = task.create({"name": f"Extra {place}", **shared})
            free_task = task.create({"name": f"Free {place}", **shared})
            line = cls._line(overview)
            seen = cls._allocate(cls._line(active), members[company], 2)
            by_model = {
                "ict.overview": (
                    overview,
                    {
                        "company_id": company.id,
                        "kind": "target",
                        "school_year": "2026-2027",
                    },
                    {"note": "x"},
                ),
                "ict.overview.line": (
                    line,
                    {"overview_id": overview.id, "task_id": extra.id},
                    {"note": "x"},
                ),
                "ict.allocation": (
                    cls._allocate(line, members[company], 2),
                    {
                        "line_id": cls._line(overview, "technical_02").id,
                        "member_id": members[company].id,
                    },
                    {"hours": 3},
                ),
                "ict.team.member": (
                    members[company],
                    {
                        "company_id": company.id,
                        "member_type": "vacancy",
                        "name": "Vacancy",
                    },
                    {"hours_available": 4},
                ),
                "ict.mandate": (
                    cls.env["ict.mandate"].create(
                        {
                            "company_id": company.id,
                            "cluster_id": cls.cluster.id,
                            "member_id": members[company].id,
                        }
                    ),
                    {
                        "company_id": company.id,
                        "cluster_id": cls.env.ref("ict_coordination.cluster_policy").id,
                        "member_id": members[company].id,
                    },
                    {"note": "x"},
                ),
                "ict.task": (extra, {"name": "Mine", **shared}, {"name": "Renamed"}),
                "ict.cluster": (
                    cls.env["ict.cluster"].create(
                        {"name": "Own cluster", "company_id": company.id}
                    ),
                    {"name": "Mine", "company_id": company.id},
                    {"name": "Renamed"},
                ),
                "ict.competency": (
                    cls.env["ict.competency"].create(
                        {"name": "Own competency", "task_id": free_task.id, **shared}
                    ),
                    {"name": "Mine", **shared},
                    {"name": "Renamed"},
                ),
                **cls._document_rows(company),
                "ict.who.does.what": (
                    cls.env["ict.who.does.what"].browse(seen.id),
                    {"company_id": company.id},
                    {"member_name": "x"},
                ),
                "ict.year.report": (
                    cls.env["ict.year.report"].browse(line.id),
                    {"company_id": company.id},
                    {"task_count": 2},
                ),
                "ict.settings": (
                    cls.env["ict.settings"].create({"company_id": company.id}),
                    # One record each: the next one is that of the group.
                    {"company_id": company.parent_id.id},
                    {"need_schools": 3},
                ),
                "ict.feedback": (
                    cls.env["ict.feedback"].create(
                        {
                            "company_id": company.id,
                            "kind": "idea",
                            "text": "Seen",
                            "delivered": True,
                        }
                    ),
                    {
                        "company_id": company.id,
                        "kind": "idea",
                        "text": "New",
                        "delivered": True,
                    },
                    {"state": "busy"},
                ),
                "ict.export.log": (
                    cls.env["ict.export.log"]._note("list", "x", companies=company),
                    {"user_id": cls.env.uid, "kind": "list", "name": "x"},
                    {"name": "y"},
                ),
                **cls._contact_rows(company),
                **cls._import_rows(company),
                **cls._handover_rows(seen),
                **cls._agreement_rows(seen),
            }
            for model, row in by_model.items():
                cls.records[model, place] = row
        cls.env.flush_all()
