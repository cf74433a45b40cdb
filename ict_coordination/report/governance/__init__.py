from . import ict_governance
from . import facts
