from . import ict_who_does_what
from . import ict_year_report
from . import ict_group_reader
from . import ict_coverage_map
from . import insights
from . import overview_xlsx
from . import empty_workbook_xlsx
from . import plan_report
