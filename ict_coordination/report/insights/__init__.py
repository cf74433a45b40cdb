from . import ict_insights
from . import needs
from . import wording, overlap, scale, key_tasks, mandates, levels
from . import anchors, budget, expertise, key_people, load
from . import budget_table, expertise_table, load_table
