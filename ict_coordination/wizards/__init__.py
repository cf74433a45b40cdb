from . import ict_overview_copy
