"""Who may do what, as a table: model → role → own school, sibling school, other group.

Each cell holds the letters of what is allowed: r(ead), w(rite), c(reate), d(elete).
"""

ALL, READ, NONE = "rwcd", "r", ""

#: A workbook on its way in: for those who make overviews, nobody else.
IMPORT_ROW = {
    "teacher": (NONE, NONE, NONE),
    "coordinator": (ALL, NONE, NONE),
    "director": (ALL, NONE, NONE),
    "hr": (NONE, NONE, NONE),
    "manager": (ALL, ALL, NONE),
}

#: Visits, consultation and goals: a group's own are in test_contact_rights.
CONTACT_ROW = {
    "teacher": (NONE, NONE, NONE),
    "coordinator": (ALL, NONE, NONE),
    "director": (ALL, NONE, NONE),
    "hr": (READ, READ, NONE),
    "manager": (ALL, ALL, NONE),
}

#: What people agree with is asked and answered by buttons. The teacher's own: in
#: test_agreement_rights.
AGREEMENT_ROW = {
    "teacher": (NONE, NONE, NONE),
    "coordinator": (READ, NONE, NONE),
    "director": (READ, NONE, NONE),
    "hr": (READ, READ, NONE),
    "manager": (READ, READ, NONE),
}

#: model → role → (own school, sibling school, other group)
MATRIX = {
    "ict.overview": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (ALL, NONE, NONE),
        "director": (ALL, NONE, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.overview.line": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (ALL, NONE, NONE),
        "director": (ALL, NONE, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.allocation": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (ALL, NONE, NONE),
        "director": (ALL, NONE, NONE),
        "hr": (ALL, ALL, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.team.member": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (ALL, NONE, NONE),
        "director": (ALL, NONE, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.mandate": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (ALL, NONE, NONE),
        "director": (ALL, NONE, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.task": {
        "teacher": (READ, READ, NONE),
        "coordinator": (ALL, READ, NONE),
        "director": (ALL, READ, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.cluster": {
        "teacher": (READ, READ, NONE),
        "coordinator": (ALL, READ, NONE),
        "director": (ALL, READ, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.competency": {
        "teacher": (READ, READ, NONE),
        "coordinator": (ALL, READ, NONE),
        "director": (ALL, READ, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.document.template": {
        "teacher": (READ, READ, NONE),
        "coordinator": (ALL, READ, NONE),
        "director": (ALL, READ, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    "ict.who.does.what": {
        "teacher": (READ, READ, NONE),
        "coordinator": (READ, READ, NONE),
        "director": (READ, READ, NONE),
        "hr": (READ, READ, NONE),
        "manager": (READ, READ, NONE),
    },
    "ict.year.report": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (READ, NONE, NONE),
        "director": (READ, NONE, NONE),
        "hr": (READ, READ, NONE),
        "manager": (READ, READ, NONE),
    },
    "ict.settings": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (READ, READ, NONE),
        "director": (READ, READ, NONE),
        "hr": (READ, READ, NONE),
        "manager": (ALL, ALL, NONE),
    },
    # Written by what exports, never by hand: and not even by who may read it.
    "ict.export.log": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (NONE, NONE, NONE),
        "director": (NONE, NONE, NONE),
        "hr": (NONE, NONE, NONE),
        "manager": (READ, READ, NONE),
    },
    # Made by a button, never by hand; what was handed over is never thrown away.
    "ict.handover": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (READ, NONE, NONE),
        "director": ("rwd", NONE, NONE),
        "hr": ("rwd", "rwd", NONE),
        "manager": ("rwd", "rwd", NONE),
    },
    "ict.handover.line": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (READ, NONE, NONE),
        "director": ("rw", NONE, NONE),
        "hr": ("rw", "rw", NONE),
        "manager": ("rw", "rw", NONE),
    },
    "ict.agreement": AGREEMENT_ROW,
    "ict.agreement.line": AGREEMENT_ROW,
    "ict.feedback": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": ("rw", NONE, NONE),
        "director": ("rw", NONE, NONE),
        "hr": (NONE, NONE, NONE),
        "manager": ("rwd", "rwd", NONE),
    },
    "ict.rhythm": CONTACT_ROW,
    "ict.meeting": CONTACT_ROW,
    "ict.goal": CONTACT_ROW,
    "ict.school.contact": {
        "teacher": (NONE, NONE, NONE),
        "coordinator": (READ, NONE, NONE),
        "director": (READ, NONE, NONE),
        "hr": (READ, READ, NONE),
        "manager": (READ, READ, NONE),
    },
    "ict.import": IMPORT_ROW,
    "ict.import.sheet": IMPORT_ROW,
    "ict.import.person": IMPORT_ROW,
    "ict.import.task": IMPORT_ROW,
    "ict.import.note": IMPORT_ROW,
    "ict.import.memory": IMPORT_ROW,
}

#: model without a school → role → letters
SHARED_MATRIX = {
    "ict.team": {
        "teacher": READ,
        "coordinator": READ,
        "director": READ,
        "hr": READ,
        "manager": ALL,
    },
    "ict.funding": {
        "teacher": READ,
        "coordinator": READ,
        "director": READ,
        "hr": READ,
        "manager": ALL,
    },
}
