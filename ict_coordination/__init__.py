from . import controllers
from . import models, report, wizards
