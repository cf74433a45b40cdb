# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""Formulas that read hours out of the text of person cells, so totals stay alive.

A cell says "Jan Peeters ca. 2,5 u (BPT)" under the heading "Jan Peeters". For a whole
range at once the formula takes the heading away (first occurrence only: the cell
starts with it), keeps what stands before the unit, drops "ca.", writes the decimal
comma as a point and reads the number independent of the locale. A minus sign is put
in front, because an empty text would be read as 0 by Excel while "-" alone is an
error: a name without hours stays without hours. For the same reason "-2 u" and "20%"
are no hours. A cell that holds just a number counts as that many hours.
"""

from __future__ import annotations

from functools import lru_cache

from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from ..layout import FIRST_ROW, HEADER_ROW


def hours_array(cells: str, headings: str, unit: str) -> str:
    """Return an array expression: minus the hours of each cell, or an error."""
    text = f'LOWER(SUBSTITUTE({cells},{headings},"",1))'
    # everything behind the first unit letter is pushed out of the first 60 characters
    text = f'LEFT(SUBSTITUTE({text},"{unit}",REPT(" ",60)),60)'
    for old, new in (("ca.", ""), (",", "."), ("%", "x")):
        text = f'SUBSTITUTE({text},"{old}","{new}")'
    return f'_xlfn.NUMBERVALUE("-"&{text},"."," ")'


def filled_in(cells: str, hint: str = "") -> str:
    """Return an expression: how many cells hold somebody.

    ``hint`` is a text that stands in a cell but is nobody.
    """
    count = f"COUNTA({cells})"
    return f'{count}-COUNTIF({cells},"{hint}")' if hint else count


@lru_cache(maxsize=16384)
def row_formulas(
    row: int, first: int, last: int, last_doer: int | None, unit: str, hint: str = ""
) -> tuple[str, str, str]:
    """Return hours, number without hours and number of people of one task row.

    The first two are array formulas. ``first`` and ``last`` are the person columns,
    those up to ``last_doer`` count as people.
    """
    left, right = xl_col_to_name(first), xl_col_to_name(last)
    cells = f"{left}{row + 1}:{right}{row + 1}"
    if last_doer is not None:
        cells_of_doers = f"{left}{row + 1}:{xl_col_to_name(last_doer)}{row + 1}"
    heading = HEADER_ROW + 1
    array = hours_array(cells, f"${left}${heading}:${right}${heading}", unit)
    return (
        f"=ROUND(-SUM(IFERROR({array},0)),2)",
        f"={filled_in(cells, hint)}-COUNT({array})",
        "=0" if last_doer is None else f"={filled_in(cells_of_doers, hint)}",
    )


@lru_cache(maxsize=16384)
def column_formulas(
    column: int, last_row: int, unit: str, hint: str = ""
) -> tuple[str, str]:
    """Return hours and number without hours of one person column (array formulas)."""
    name = xl_col_to_name(column)
    cells = f"{name}{FIRST_ROW + 1}:{name}{last_row + 1}"
    array = hours_array(cells, f"{name}${HEADER_ROW + 1}", unit)
    return (
        f"=ROUND(-SUM(IFERROR({array},0)),2)",
        f"={filled_in(cells, hint)}-COUNT({array})",
    )


@lru_cache(maxsize=16384)
def cluster_formula(column: int, last_row: int, unit: str, cluster: str) -> str:
    """Return the hours of one person in one cluster (array formula).

    ``cluster`` is the name as it stands in the first column.
    """
    name = xl_col_to_name(column)
    cells = f"{name}{FIRST_ROW + 1}:{name}{last_row + 1}"
    array = hours_array(cells, f"{name}${HEADER_ROW + 1}", unit)
    # Excel allows 255 characters between quotes
    literal = cluster[:250].replace('"', '""')
    where = f'$A${FIRST_ROW + 1}:$A${last_row + 1}="{literal}"'
    if len(cluster) > 250:
        where = f'LEFT($A${FIRST_ROW + 1}:$A${last_row + 1},250)="{literal}"'
    return f"=ROUND(-SUM(({where})*IFERROR({array},0)),2)"


def sum_formula(first_row: int, first_col: int, last_row: int, last_col: int) -> str:
    """Return a rounded sum over a range."""
    first = xl_rowcol_to_cell(first_row, first_col)
    last = xl_rowcol_to_cell(last_row, last_col)
    return f"=ROUND(SUM({first}:{last}),2)"


def quoted_sheet(name: str) -> str:
    """Return a sheet name for use before ``!``.

    >>> quoted_sheet("Huidig – 't Klavertje")
    "'Huidig – ''t Klavertje'"
    """
    return "'" + name.replace("'", "''") + "'"
