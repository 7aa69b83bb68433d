"""What people fill in about networks, partners, membership, contacts and agreements."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import EmailField, SelectField, SelectMultipleField, TelField
from wtforms.validators import URL, Email, InputRequired, Length, NumberRange, Optional

from portal.network.types import (
    APPLICANT_KIND_LABELS,
    PARTNER_KIND_LABELS,
    PARTNER_PURPOSE_LABELS,
    PARTNER_ROLE_LABELS,
)
from portal.web.forms import (
    NEEDED,
    CodesField,
    DayField,
    LineField,
    MoneyField,
    PlainTextField,
    PortalForm,
    WholeNumberField,
    choices_of,
)

CHOSEN = InputRequired(_l("Kies er een."))


class EditPartnerForm(PortalForm):
    name = LineField(_l("Naam van de organisatie"), validators=[NEEDED, Length(max=150)])
    kind = SelectField(_l("Soort"), validators=[CHOSEN])
    purposes = CodesField(
        _l("Waarvoor zit deze partner in het netwerk?"),
        description=_l("Toeleiden is mensen de weg tonen naar het aanbod."),
    )
    enterprise_number = LineField(
        _l("Ondernemingsnummer"),
        description=_l("Tien cijfers, bijvoorbeeld 0207.500.123. Mag leeg blijven."),
        validators=[Length(max=20)],
    )
    website = LineField(
        _l("Website"),
        description=_l("Begint met https://"),
        validators=[Optional(), Length(max=300), URL(message=_l("Dit is geen adres van een website."))],
        render_kw={"inputmode": "url"},
    )
    note = PlainTextField(_l("Nota"), validators=[Length(max=5000)])

    def offer(self) -> None:
        self.kind.choices = choices_of(PARTNER_KIND_LABELS, _l("Kies een soort"))
        self.purposes.choices = choices_of(PARTNER_PURPOSE_LABELS)


class MembershipForm(PortalForm):
    role = SelectField(
        _l("Rol"),
        description=_l("Verplicht: zonder deze partner is er geen netwerk. Vast: altijd aan tafel. Los: als het past."),
        validators=[CHOSEN],
    )
    starts_on = DayField(_l("Lid vanaf"), validators=[NEEDED])
    ends_on = DayField(
        _l("Lid tot en met"), description=_l("Laat leeg zo lang de partner meedoet."), validators=[Optional()]
    )

    def offer(self) -> None:
        self.role.choices = choices_of(PARTNER_ROLE_LABELS)


class InvitePartnerForm(EditPartnerForm, MembershipForm):
    def offer(self) -> None:
        EditPartnerForm.offer(self)
        MembershipForm.offer(self)


class ContactForm(PortalForm):
    name = LineField(_l("Naam"), validators=[NEEDED, Length(max=150)], render_kw={"autocomplete": "off"})
    function = LineField(
        _l("Functie"), description=_l("Bijvoorbeeld: maatschappelijk werker."), validators=[Length(max=150)]
    )
    email = EmailField(
        _l("E-mailadres"),
        validators=[Optional(), Length(max=254), Email(_l("Dit is geen e-mailadres."))],
        render_kw={"autocomplete": "off"},
    )
    phone = TelField(_l("Telefoon"), validators=[Optional(), Length(max=40)], render_kw={"autocomplete": "off"})
    ends_on = DayField(
        _l("Contactpersoon tot en met"),
        description=_l("Laat leeg zo lang dit klopt."),
        validators=[Optional()],
    )


class AgreementForm(PortalForm):
    title = LineField(_l("Waarover gaat het?"), validators=[NEEDED, Length(max=200)])
    reference = LineField(_l("Kenmerk"), validators=[Length(max=100)])
    starts_on = DayField(_l("Vanaf"), validators=[NEEDED])
    ends_on = DayField(_l("Tot en met"), validators=[Optional()])
    signed_on = DayField(_l("Ondertekend door beide op"), validators=[Optional()])
    committed_on = DayField(
        _l("Vastgelegd in de boekhouding op"),
        description=_l(
            "Vastleggen is geld opzijzetten voor deze overeenkomst. Voor federaal geld moet dat in hetzelfde jaar."
        ),
        validators=[Optional()],
    )
    services = PlainTextField(_l("Wat doet de partner?"), validators=[Length(max=5000)])
    form = PlainTextField(_l("Wanneer en in welke vorm?"), validators=[Length(max=5000)])
    target_group = PlainTextField(_l("Voor wie?"), validators=[Length(max=2000)])
    amount_cents = MoneyField(_l("Wat staat er in geld tegenover?"), validators=[Optional()])


class EditNetworkForm(PortalForm):
    name = LineField(_l("Naam van het netwerk"), validators=[NEEDED, Length(max=150)])
    introduction = PlainTextField(_l("Stel het netwerk voor in enkele zinnen"), validators=[Length(max=5000)])
    applicant_kind = SelectField(_l("Wie vraagt de middelen aan?"), validators=[CHOSEN])
    applicant_name = LineField(_l("Naam van de aanvrager"), validators=[NEEDED, Length(max=150)])
    municipalities = SelectMultipleField(
        _l("Gemeenten"),
        description=_l("Kies er een of meer. Gemeenten die samengegaan zijn, staan er met hun huidige naam."),
        validators=[CHOSEN],
    )
    note_first_year = WholeNumberField(
        _l("Eerste jaar van de afsprakennota"), validators=[NEEDED, NumberRange(2003, 2099)]
    )
    note_last_year = WholeNumberField(
        _l("Laatste jaar van de afsprakennota"), validators=[NEEDED, NumberRange(2003, 2099)]
    )
    supra_local_from = WholeNumberField(
        _l("Bovenlokaal vanaf"),
        description=_l("Alleen als het netwerk deel wordt van een bovenlokaal netwerk. Dat kan vanaf 2027."),
        validators=[Optional(), NumberRange(2027, 2099, _l("Een bovenlokaal netwerk kan pas vanaf 2027."))],
    )
    cofinancing_ratio_percent = WholeNumberField(
        _l("Verhouding van de cofinanciering, in procent"),
        description=_l(
            "100 betekent: de gemeente legt evenveel bij als Vlaanderen. Laat leeg voor de regel van het jaar."
        ),
        validators=[Optional(), NumberRange(0, 300)],
    )
    cofinancing_source = LineField(_l("Waar staat die verhouding?"), validators=[Length(max=300)])
    substitute_reason = PlainTextField(
        _l("Geen vereniging waar mensen in armoede het woord nemen? Schrijf waarom."),
        validators=[Length(max=2000)],
    )

    def offer(self, municipalities: list[tuple[str, str]]) -> None:
        self.applicant_kind.choices = choices_of(APPLICANT_KIND_LABELS)
        self.municipalities.choices = municipalities


class FoundNetworkForm(EditNetworkForm):
    """The administrator's form for a new network."""
