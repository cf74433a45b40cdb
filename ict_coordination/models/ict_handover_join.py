"""What becomes of two allocations of one task that one person gets."""

from dataclasses import dataclass

from ..workbook.hours import Hours, round_hours
from .ict_allocation import MANDATES


@dataclass(frozen=True)
class Joined:
    """The result of adding what somebody hands over to what the taker has already.

    :param values: what to write on the allocation of the taker
    :param hours: its hours afterwards
    :param more: what the load of the taker grows with; an unknown number may go
    """

    values: dict
    hours: Hours
    more: Hours


def hours_of(allocation):
    """Return the hours of an allocation, or of a line of a hand-over, as ``Hours``."""
    unknown = allocation.certainty == "unknown"
    return Hours.of(None if unknown else allocation.hours)


def join(taker, giver, name):
    """Return the :class:`Joined` of two records with hours, funding and mandates.

    Hours add up and mandates join. Where only one of both is known the sum is an
    estimate, and the remark says which part has no hours: nothing is made 0 silently.
    Of two ways to pay, the one of the taker stays and the remark names the other.

    :param name: who hands over, for the remark
    """
    env = taker.env
    known = [one.hours for one in (taker, giver) if one.certainty != "unknown"]
    remarks = [taker.note]
    if not known:
        certainty = "unknown"
    elif len(known) == 1 or "assumed" in (taker.certainty, giver.certainty):
        certainty = "assumed"
    else:
        certainty = "exact"
    if len(known) == 1:
        remarks.append(
            env._("Taken over from %s, without hours", name)
            if giver.certainty == "unknown"
            else env._(
                "%(hours)s taken over from %(name)s, the own part without hours",
                hours=hours_of(giver).format(env.lang),
                name=name,
            )
        )
    if taker.funding_id and giver.funding_id != taker.funding_id:
        paid = giver.funding_id.name or env._("not decided")
        remarks.append(
            env._(
                "%(hours)s of %(name)s, funding: %(paid)s",
                hours=hours_of(giver).format(env.lang),
                name=name,
                paid=paid,
            )
        )
    if giver.note and giver.note != taker.note:
        remarks.append(giver.note)
    values = {
        "hours": round_hours(sum(known)),
        "certainty": certainty,
        "funding_id": (taker.funding_id or giver.funding_id).id,
        "note": "; ".join(filter(None, remarks)) or False,
        **{mandate: taker[mandate] or giver[mandate] for mandate in MANDATES},
    }
    after = Hours.of(values["hours"] if known else None)
    before = hours_of(taker)
    more = Hours(after.known - before.known, after.unknown_count - before.unknown_count)
    return Joined(values, after, more)
