# Licence AGPL-3.0 or later (https://www.gnu.org/licenses/agpl).
"""The look of the workbook: colours and cell formats, each made once per workbook."""

from __future__ import annotations

PURPLE_FILL, PURPLE_FONT = "#E6D9F2", "#5B2A86"
HEADER_FILL, GROUP_FILL, TOTAL_FILL = "#1F4E79", "#2F75B5", "#EAF1F8"
VACANCY_FILL, PARTNER_FILL = "#B45F06", "#3B6E6E"
OPEN_FILL, GREY_FONT, GREY_FILL, LINE = "#FCE4D6", "#808080", "#EDEDED", "#BFBFBF"
NOTE_FILL = "#FFF176"
CLUSTER_COLOURS = ("#2F75B5", "#2E9E6B", "#C55A11", "#7F6BB3", "#8C8C8C", "#B8860B")

# whole hours without a loose decimal mark, the rest as the reader's locale writes it
HOURS = "General"
# a total of 0 says nothing where nobody stands, and is wrong where the hours of
# everybody are unknown: leave it empty
HOURS_OR_EMPTY = "General;-General;"

_TOP = {"valign": "top", "text_wrap": True}
_HEADER = {
    "bold": True,
    "font_color": "white",
    "bg_color": HEADER_FILL,
    "border": 1,
    "border_color": LINE,
    "text_wrap": True,
    "valign": "vcenter",
    "align": "center",
}
# LibreOffice applies the first rule that holds, so each one carries the lines as well
_LINE = {"border": 1, "border_color": LINE}
_MAP = {**_LINE, "align": "center", "valign": "vcenter"}
_TOTAL = {"bg_color": TOTAL_FILL, "border": 1, "border_color": LINE, "valign": "top"}

STYLES = {
    "title": {"bold": True, "font_size": 16, "font_color": HEADER_FILL},
    "subtitle": {"bold": True, "font_size": 12, "font_color": HEADER_FILL},
    "label": {"font_color": GREY_FONT},
    "value": {"bold": True},
    "info": {"font_color": "#404040"},
    "rule": {"italic": True, "font_color": "#404040"},
    "wrap": {"text_wrap": True, "valign": "top"},
    "bullet": {"text_wrap": True, "valign": "top", "indent": 1},
    "header": _HEADER,
    "header_left": {**_HEADER, "align": "left"},
    "header_up": {**_HEADER, "rotation": 90, "valign": "bottom"},
    "group_header": {**_HEADER, "bg_color": GROUP_FILL},
    "header_vacancy": {**_HEADER, "bg_color": VACANCY_FILL},
    "header_partner": {**_HEADER, "bg_color": PARTNER_FILL},
    "text": _TOP,
    "core": {**_TOP, "bg_color": PURPLE_FILL, "font_color": PURPLE_FONT},
    "core_legend": {"bg_color": PURPLE_FILL, "font_color": PURPLE_FONT, "bold": True},
    "hint": {**_TOP, "font_color": GREY_FONT, "italic": True},
    "noted": {**_TOP, "bg_color": NOTE_FILL},
    "note_legend": {"bg_color": NOTE_FILL, "bold": True},
    "mark": {"align": "center", "valign": "top"},
    "hours": {**_TOP, "num_format": HOURS, "align": "center"},
    "hours_or_empty": {**_TOP, "num_format": HOURS_OR_EMPTY, "align": "center"},
    "count_or_empty": {**_TOP, "num_format": "0;-0;", "align": "center"},
    "count": {**_TOP, "num_format": "0", "align": "center"},
    "total_label": {**_TOTAL, "bold": True},
    "total": {**_TOTAL, "bold": True, "num_format": HOURS, "align": "center"},
    "total_hours": {
        **_TOTAL,
        "bold": True,
        "num_format": HOURS_OR_EMPTY,
        "align": "center",
    },
    "total_plain": {**_TOTAL, "num_format": HOURS_OR_EMPTY, "align": "center"},
    "total_plain_label": {**_TOTAL},
    # the coverage map: the colours of the screen
    "map_task": {**_TOP, **_LINE},
    "map_core": {
        **_TOP,
        **_LINE,
        "bg_color": PURPLE_FILL,
        "font_color": PURPLE_FONT,
    },
    "map_cluster": {"bold": True, "bg_color": TOTAL_FILL, "top": 1, "bottom": 1},
    "map_count": {**_MAP, "num_format": "0;-0;", "bold": True},
    "map_cell": _MAP,
    "map_open": {**_MAP, "bg_color": "#F9CFD3", "font_color": "#8A1420"},
    "map_single": {**_MAP, "bg_color": "#FFE6AB"},
    "map_team": {**_MAP, "bg_color": "#B9E0C2"},
    "map_not_applicable": {**_MAP, "bg_color": "#E6E8EB", "font_color": GREY_FONT},
    "map_undecided": {**_MAP, "font_color": "#8A1420"},
    # for conditional formats
    "if_line": _LINE,
    "if_not_applicable": {**_LINE, "font_color": "#9A9A9A", "bg_color": GREY_FILL},
    "if_noted": {**_LINE, "bg_color": NOTE_FILL},
    "if_open": {**_LINE, "bg_color": OPEN_FILL},
    "if_minus": {**_LINE, "font_color": "#C00000"},
}


class Formats:
    """The formats of one xlsxwriter workbook, made when first asked for.

    ``formats["header"]`` is an xlsxwriter ``Format``; names as in ``STYLES``.
    """

    def __init__(self, workbook):
        self._workbook = workbook
        self._made = {}

    def __getitem__(self, name):
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = self._workbook.add_format(STYLES[name])
        return made
