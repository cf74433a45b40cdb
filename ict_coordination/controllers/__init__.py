from . import ict_document
from . import ict_report
