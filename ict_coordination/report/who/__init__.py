from . import ict_who_search
