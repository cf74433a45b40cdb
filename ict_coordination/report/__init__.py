from . import ict_who_does_what
from . import ict_coverage_map
from . import overview_xlsx
from . import empty_workbook_xlsx
