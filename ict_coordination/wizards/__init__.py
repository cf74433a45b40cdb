from . import ict_overview_copy
from . import ict_empty_workbook
