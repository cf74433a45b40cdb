from . import ict_report
