from . import test_access_matrix
from . import test_allocation
from . import test_catalogue
from . import test_doctests
from . import test_overview
from . import test_overview_xlsx
from . import test_side_doors
from . import test_tours
