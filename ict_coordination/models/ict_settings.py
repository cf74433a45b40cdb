from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

from ..insights import Thresholds

_DEFAULTS = Thresholds()

#: field → the smallest number that makes sense: a threshold of people or schools
#: starts at one, hours can be none at all.
_SMALLEST = {
    "need_schools": 1,
    "overlap_schools": 1,
    "scale_hours": 0,
    "key_tasks": 1,
    "experts": 1,
    "free_hours": 0,
    "overload_hours": 0,
    "deciders": 1,
    "minority": 1,
}


class IctSettings(models.Model):
    """From when on something is worth attention in a school group: one record each.

    A group without a record uses the defaults of :class:`Thresholds`.
    """

    _name = "ict.settings"
    _description = "ICT coordination settings"
    _rec_name = "company_id"

    company_id = fields.Many2one(
        "res.company",
        "School group",
        required=True,
        readonly=True,
        ondelete="cascade",
        default=lambda self: self._group(self.env.company),
    )
    need_schools = fields.Integer(
        "Common needs",
        default=_DEFAULTS.need_schools,
        required=True,
        help="A task that nobody does is a common need when it is open in this many "
        "schools or more. Lower: more tasks are listed.",
    )
    overlap_schools = fields.Integer(
        "Overlap",
        default=_DEFAULTS.overlap_schools,
        required=True,
        help="A task is done double when this many schools or more each do it "
        "themselves (level School). Lower: more tasks are listed.",
    )
    scale_hours = fields.Float(
        "Scale benefits",
        digits=(7, 2),
        default=_DEFAULTS.scale_hours,
        required=True,
        help="Schools that each do the same task are listed when together they spend "
        "at least this many hours a week more than if all did it as the school that "
        "needs the fewest hours. Lower: more tasks are listed.",
    )
    key_tasks = fields.Integer(
        "Key people",
        default=_DEFAULTS.key_tasks,
        required=True,
        help="Somebody is a key person when this many tasks or more fall open if that "
        "person leaves. Lower: more people are listed.",
    )
    experts = fields.Integer(
        "Expertise",
        default=_DEFAULTS.experts,
        required=True,
        help="A competency is marked as scarce when fewer people than this have the "
        "skill, or do the very task that it belongs to. Higher: more competencies are "
        "marked.",
    )
    free_hours = fields.Float(
        "Free hours",
        digits=(7, 2),
        default=_DEFAULTS.free_hours,
        required=True,
        help="Somebody has free hours when at least this many hours a week of those "
        "available have no task yet. Lower: more people are listed.",
    )
    overload_hours = fields.Float(
        "Overload",
        digits=(7, 2),
        default=_DEFAULTS.overload_hours,
        required=True,
        help="Somebody has too much when the tasks take more than this many hours a "
        "week above those available. 0: every hour too much counts.",
    )
    deciders = fields.Integer(
        "People who decide",
        default=_DEFAULTS.deciders,
        required=True,
        help="A task is listed as a gap in the mandates when more people than this "
        "decide about it. Nobody who decides is always listed.",
    )
    minority = fields.Integer(
        "Disagreement on the level",
        default=_DEFAULTS.minority,
        required=True,
        help="A task is listed when this many schools or more chose another level "
        "(school, group, shared) than most. Lower: more tasks are listed.",
    )
    fill_in_before = fields.Date(
        "Fill in before",
        help="From this day on a school whose overview is not complete is called late. "
        "Empty: no school is ever late.",
    )

    _company_uniq = models.UniqueIndex(
        "(company_id)", "This school group has its settings already. Reload the page."
    )

    @api.constrains(*_SMALLEST)
    def _check_thresholds(self):
        for settings in self:
            for name, smallest in _SMALLEST.items():
                if settings[name] < smallest:
                    raise ValidationError(
                        self.env._(
                            "“%(label)s” must be %(smallest)s or more.",
                            label=self._fields[name]._description_string(self.env),
                            smallest=smallest,
                        )
                    )

    # --- of a group ---

    @api.model
    def _group(self, company):
        """Return the company of the group of ``company``; it can be its own group."""
        # one column: Odoo reads all of the company otherwise, for each insight
        company = company.sudo().with_context(prefetch_fields=False)
        return company.school_group_id or company

    @api.model
    def _of_company(self, company=None):
        """Return the settings that count in ``company``, as superuser; maybe none.

        :param company: a school or a group; the active company when left out
        """
        group = self._group(company or self.env.company)
        return self.sudo().search([("company_id", "=", group.id)])

    @api.model
    def _thresholds(self):
        """Return the :class:`Thresholds` of the group of the active company."""
        settings = self._of_company()
        if not settings:
            return _DEFAULTS
        return Thresholds(**{name: settings[name] for name in _SMALLEST})

    # --- screen ---

    @api.model
    def _get_view(self, view_id=None, view_type="form", **options):
        """Show under each number what it changes: the help of its field."""
        arch, view = super()._get_view(view_id, view_type, **options)
        for setting in arch.iter("setting"):
            field = self._fields[setting.find("field").get("name")]
            setting.set("help", field._description_help(self.env))
        return arch, view

    def action_reset(self):
        """Set every number back to what it was at first; the date stays."""
        self.write({name: getattr(_DEFAULTS, name) for name in _SMALLEST})

    @api.model
    def _action_open(self):
        """Return the action that shows the settings of the group, made if need be."""
        if not self.has_access("create"):
            raise AccessError(
                self.env._("Only the manager of a school group has these settings.")
            )
        settings = self._of_company().sudo(False) or self.create({})
        settings.check_access("write")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Settings"),
            "res_model": self._name,
            "res_id": settings.id,
            "views": [(False, "form")],
        }
