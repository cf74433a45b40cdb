from . import ict_document
from . import job_description
from . import agreements_note
from . import download
from . import reports
