from . import ict_start
from . import counts
from . import details
from . import school_page
