from odoo.exceptions import ValidationError

from ..tools.school_year import is_school_year


def check_school_year(env, school_year):
    """Raise ValidationError unless ``school_year`` is two years in a row."""
    if not is_school_year(school_year):
        raise ValidationError(
            env._(
                "“%s” is no school year. Write two years in a row, such as 2026-2027.",
                school_year,
            )
        )
