from . import ict_who_does_what
