"""What people fill in about an action and its indicators."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField
from wtforms.validators import Optional

from portal.foundation.wording import Wording
from portal.plans.types import (
    CARRIER_ROLE_LABELS,
    DOMAIN_LABELS,
    MONTH_LABELS,
    PLACE_KIND_LABELS,
    SPENDING_CATEGORY_LABELS,
    TARGET_GROUP_LABELS,
    THRESHOLD_LABELS,
    TRACK_LABELS,
    CarrierRole,
    Share,
)
from portal.web.forms import (
    CHOSEN,
    NEEDED,
    CodesField,
    DayField,
    LineField,
    ListField,
    PlainTextField,
    PortalForm,
    RecordForm,
    WholeNumberField,
    at_most,
    choices_of,
)
from portal.web.language import in_words


class MoveForm(PortalForm):
    """One button that asks for a status."""

    status = HiddenField()


class ActionForm(RecordForm):
    """An action; made for a network's partners by `carried_by`."""

    kept_in = {"share_": "carrier", "role_": "carrier"}

    title = LineField(_l("Titel"), validators=[NEEDED, at_most(200)])
    plain_sentence = LineField(
        _l("De actie in één gewone zin"),
        description=_l("Voor wie niet vlot leest. Bijvoorbeeld: Je kan gratis mee zwemmen op woensdag."),
        validators=[at_most(300)],
    )
    description = PlainTextField(_l("Beschrijving"), validators=[at_most(20_000)])
    objective_id = ListField(_l("Doelstelling"), validators=[Optional()])
    track = ListField(_l("Spoor"), validators=[CHOSEN])
    domain = ListField(_l("Domein"), validators=[CHOSEN])
    spending_category = ListField(
        _l("Soort besteding"),
        description=_l(
            "Deelnemen betalen: een ticket, lidgeld, een kamp. Initiatieven steunen: iets organiseren of toeleiden."
        ),
        validators=[CHOSEN],
    )
    thresholds = CodesField(_l("Welke drempels neemt de actie weg?"))
    target_groups = CodesField(_l("Voor wie?"), description=_l("Altijd: onder de mensen in armoede."))
    place_kind = ListField(_l("Waar: soort plaats"), validators=[CHOSEN])
    place = LineField(_l("Waar: naam van de plaats"), validators=[at_most(150)])
    months = CodesField(_l("In welke maanden?"))
    lead_partner_id = ListField(_l("Trekker"), validators=[Optional()])
    steps_in_for_id = ListField(
        _l("Vult aan waar deze actie niet genoeg is"),
        description=_l("Bijvoorbeeld: een fonds dat helpt als de kansenkaart niet genoeg is."),
        validators=[Optional()],
    )
    bbc_code = LineField(
        _l("Code in de boekhouding"),
        description=_l("De code in BBC, als die er is."),
        validators=[at_most(60)],
    )

    partner_ids: tuple[int, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.share_errors: list[str] = []

    @classmethod
    def carried_by(cls, partners: Iterable[tuple[int, str]]) -> type[Any]:
        """This form with a share and a role for each of the partners."""
        fields: dict[str, Any] = {}
        keys = []
        for key, name in partners:
            keys.append(key)
            fields[f"share_{key}"] = WholeNumberField(name, validators=[Optional()])
            fields[f"role_{key}"] = ListField(
                _l("Rol van %(partner)s", partner=name), validators=[Optional()], default=CarrierRole.CARRYING.value
            )
        return type(cls.__name__, (cls,), fields | {"partner_ids": tuple(keys)})

    def offer(
        self,
        objectives: Sequence[tuple[str, str]],
        leads: Sequence[tuple[str, str]],
        actions: Sequence[tuple[str, str]],
    ) -> None:
        """Fill the lists; the form itself asks nothing."""
        self.objective_id.choices = [("", _l("Geen")), *objectives]
        self.lead_partner_id.choices = list(leads)
        self.steps_in_for_id.choices = [("", _l("Geen andere actie")), *actions]
        # No choice beforehand: the dashboards count what somebody chose.
        nothing = [("", _l("Kies"))]
        self.track.choices = nothing + choices_of(TRACK_LABELS)
        self.domain.choices = nothing + choices_of(DOMAIN_LABELS)
        self.spending_category.choices = nothing + choices_of(SPENDING_CATEGORY_LABELS)
        self.thresholds.choices = choices_of(THRESHOLD_LABELS)
        self.target_groups.choices = choices_of(TARGET_GROUP_LABELS)
        self.place_kind.choices = choices_of(PLACE_KIND_LABELS)
        self.months.choices = [(str(number), in_words(words)) for number, words in MONTH_LABELS.items()]
        for key in self.partner_ids:
            self._fields[f"role_{key}"].choices = choices_of(CARRIER_ROLE_LABELS)

    def fill_shares(self, held: Mapping[int, Share]) -> None:
        """Show who carries the action now."""
        for key, share in held.items():
            self.hold(f"share_{key}", share.percent)
            self.hold(f"role_{key}", share.role.value)

    @property
    def share_rows(self) -> list[tuple[Any, Any]]:
        """Share and role of each partner, those with something in it first."""
        rows = [(self._fields[f"share_{key}"], self._fields[f"role_{key}"]) for key in self.partner_ids]
        return sorted(rows, key=lambda row: not self.is_filled(row[0]))

    @staticmethod
    def is_filled(share: Any) -> bool:
        return share.data is not None or bool(share.errors) or hasattr(share, "meanwhile")

    @property
    def shares(self) -> list[Share]:
        """Who carries how much, as the rules read it; a partner without percentage does not carry."""
        return [
            Share(
                key,
                self._fields[f"share_{key}"].data,
                CarrierRole(self._fields[f"role_{key}"].data or "carrying"),
            )
            for key in self.partner_ids
            if self._fields[f"share_{key}"].data is not None
        ]

    def refuse(self, message: Wording, field: str | None = None) -> None:
        if field == "shares":
            self.share_errors.append(in_words(message))
        super().refuse(message, field)


class IndicatorForm(RecordForm):
    name = LineField(
        _l("Wat tel je?"),
        description=_l("Bijvoorbeeld: kinderen die meegaan op kamp."),
        validators=[NEEDED, at_most(200)],
    )
    unit = LineField(_l("Eenheid"), description=_l("Bijvoorbeeld: kinderen, kaarten, uren."), validators=[at_most(60)])
    target_group = ListField(
        _l("Voor welke groep?"), description=_l("Alleen als je per groep telt."), validators=[Optional()]
    )
    target = WholeNumberField(_l("Doel"), validators=[Optional()])
    measured = WholeNumberField(_l("Gemeten"), validators=[Optional()])
    measured_on = DayField(_l("Gemeten op"), validators=[Optional()])
    is_dropped = BooleanField(_l("Deze indicator is geschrapt"))

    def offer(self) -> None:
        self.target_group.choices = choices_of(TARGET_GROUP_LABELS, empty=_l("Iedereen samen"))
