"""What a person has to do for ICT, for the personnel file and the public profile."""

from dataclasses import dataclass

from odoo.fields import Domain

from ..workbook.hours import Hours


@dataclass(frozen=True)
class Load:
    """Load of one person in the sheets in force that the reader may see.

    :param text: "12.5 h + 3 without hours / 20 h", in the reader's language
    :param task_count: number of allocations
    """

    text: str
    task_count: int


def load_by_employee(employees):
    """Return ``{employee id: Load}`` of the current situation in force.

    The key False has the empty load of an employee who is not saved yet.

    Reads with the rights of the caller: no total over schools that the caller may not
    see. ``employees`` are records of hr.employee or hr.employee.public.
    """
    env = employees.env
    done = {
        employee.id: (Hours(hours, unknown), count)
        for employee, hours, unknown, count in env["ict.allocation"]._read_group(
            Domain("employee_id", "in", employees.ids)
            & Domain("kind", "=", "current")
            & Domain("overview_id.in_force", "=", True),
            ["employee_id"],
            ["hours:sum", "unknown_hours:sum", "__count"],
        )
    }
    available = {
        employee.id: hours
        for employee, hours in env["ict.team.member"]._read_group(
            [("employee_id", "in", employees.ids)],
            ["employee_id"],
            ["hours_available:sum"],
        )
    }
    loads = {}
    for employee_id in (*employees.ids, False):
        hours, count = done.get(employee_id, (Hours(), 0))
        text = hours.format(env.lang)
        if available.get(employee_id):
            text += f" / {Hours(available[employee_id]).format(env.lang)}"
        loads[employee_id] = Load(text, count)
    return loads


def allocations_action(employee):
    """Return the action that lists, and for who may edits, a person's tasks."""
    employee.ensure_one()
    env = employee.env
    action = env["ir.actions.act_window"]._for_xml_id(
        "ict_coordination.ict_allocation_action"
    )
    action["domain"] = [("employee_id", "=", employee.id)]
    action["context"] = {"search_default_in_force": 1}
    action["views"] = [(False, view) for view in ("list", "pivot", "graph", "form")]
    action["display_name"] = env._("ICT tasks of %s", employee.name)
    return action
