from . import ict_who_does_what
from . import overview_xlsx
