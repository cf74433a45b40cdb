from odoo.exceptions import ValidationError

from ..workbook.hours import format_number

#: hours a week; more is not plausible
HOURS_MAX = 60


def check_hours(env, hours):
    """Raise ValidationError unless ``hours`` a week is plausible.

    The database refuses the same numbers. This comes first, so that a typing error is
    answered in words and leaves no database error in the log.
    """
    if hours and not 0 <= hours <= HOURS_MAX:
        raise ValidationError(
            env._(
                "%(hours)s hours a week is not possible: fill in a number from 0 to "
                "%(maximum)s.",
                hours=format_number(hours, env.lang),
                maximum=HOURS_MAX,
            )
        )
