from . import ict_insights
from . import needs
