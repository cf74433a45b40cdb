from . import hr_departure_wizard
from . import ict_handover_give
from . import ict_overview_copy
from . import ict_year_close
from . import ict_year_close_school
from . import ict_empty_workbook
from . import ict_reminder
from . import mail_activity_schedule
