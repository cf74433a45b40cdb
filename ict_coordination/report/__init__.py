from . import ict_who_does_what
from . import ict_coverage_map
from . import ict_insights_facts
from . import overview_xlsx
from . import empty_workbook_xlsx
