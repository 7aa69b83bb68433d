"""What people fill in about networks, partners, membership, contacts and agreements."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField
from wtforms.validators import URL, Email, NumberRange, Optional, Regexp

from portal.network.types import (
    APPLICANT_KIND_LABELS,
    PARTNER_KIND_LABELS,
    PARTNER_PURPOSE_LABELS,
    PARTNER_ROLE_LABELS,
)
from portal.web.forms import (
    CHOSEN,
    NEEDED,
    AddressField,
    CodesField,
    DayField,
    LineField,
    ListField,
    MoneyField,
    PhoneField,
    PlainTextField,
    RecordForm,
    SeveralField,
    WholeNumberField,
    at_most,
    choices_of,
)

A_NOTE_YEAR = NumberRange(2003, 2099, _l("Vul een jaar in tussen 2003 en 2099."))
NO_WEBSITE = _l("Dit is geen adres van een website.")


class EditPartnerForm(RecordForm):
    name = LineField(_l("Naam van de organisatie"), validators=[NEEDED, at_most(150)])
    kind = ListField(_l("Soort"), validators=[CHOSEN])
    purposes = CodesField(
        _l("Waarvoor zit deze partner in het netwerk?"),
        description=_l("Toeleiden is mensen de weg tonen naar het aanbod."),
    )
    enterprise_number = LineField(
        _l("Ondernemingsnummer"),
        description=_l("Tien cijfers, bijvoorbeeld 0207.500.123. Mag leeg blijven."),
        validators=[at_most(20)],
    )
    website = LineField(
        _l("Website"),
        description=_l("Begint met https://"),
        validators=[Optional(), at_most(300), Regexp("^https?://", message=NO_WEBSITE), URL(message=NO_WEBSITE)],
        render_kw={"inputmode": "url"},
    )
    note = PlainTextField(_l("Nota"), validators=[at_most(5000)])

    def offer(self) -> None:
        self.kind.choices = choices_of(PARTNER_KIND_LABELS, _l("Kies een soort"))
        self.purposes.choices = choices_of(PARTNER_PURPOSE_LABELS)


class MembershipForm(RecordForm):
    role = ListField(
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


class ContactForm(RecordForm):
    name = LineField(_l("Naam"), validators=[NEEDED, at_most(150)], render_kw={"autocomplete": "off"})
    function = LineField(
        _l("Functie"), description=_l("Bijvoorbeeld: maatschappelijk werker."), validators=[at_most(150)]
    )
    email = AddressField(
        _l("E-mailadres"),
        validators=[Optional(), at_most(254), Email(_l("Dit is geen e-mailadres."))],
        render_kw={"autocomplete": "off"},
    )
    phone = PhoneField(_l("Telefoon"), validators=[Optional(), at_most(40)], render_kw={"autocomplete": "off"})
    ends_on = DayField(
        _l("Contactpersoon tot en met"),
        description=_l("Laat leeg zo lang dit klopt."),
        validators=[Optional()],
    )


class AgreementForm(RecordForm):
    title = LineField(_l("Waarover gaat het?"), validators=[NEEDED, at_most(200)])
    reference = LineField(_l("Kenmerk"), validators=[at_most(100)])
    starts_on = DayField(_l("Vanaf"), validators=[NEEDED])
    ends_on = DayField(_l("Tot en met"), validators=[Optional()])
    signed_on = DayField(_l("Ondertekend door ons op"), validators=[Optional()])
    partner_signed_on = DayField(_l("Ondertekend door de partner op"), validators=[Optional()])
    committed_on = DayField(
        _l("Vastgelegd in de boekhouding op"),
        description=_l(
            "Vastleggen is geld opzijzetten voor deze overeenkomst. Voor federaal geld moet dat in hetzelfde jaar."
        ),
        validators=[Optional()],
    )
    services = PlainTextField(_l("Wat doet de partner?"), validators=[at_most(5000)])
    form = PlainTextField(_l("Wanneer en in welke vorm?"), validators=[at_most(5000)])
    target_group = PlainTextField(_l("Voor wie?"), validators=[at_most(2000)])
    amount_cents = MoneyField(_l("Wat staat er in geld tegenover?"), validators=[Optional()])
    is_lump_sum = BooleanField(_l("Dit is een vast bedrag, los van wat het echt kost"))
    general_costs_cents = MoneyField(
        _l("Hoeveel daarvan is voor algemene kosten?"),
        description=_l("Zoals huur en boekhouding van de partner. Van federaal geld is dat hoogstens 10 procent."),
        validators=[Optional()],
    )
    justification_received_on = DayField(
        _l("Verantwoording van de partner ontvangen op"),
        description=_l("De partner toont wat er met het geld gebeurde."),
        validators=[Optional()],
    )
    justified_cents = MoneyField(_l("Hoeveel verantwoordt de partner?"), validators=[Optional()])
    justification_checked_on = DayField(_l("Verantwoording nagekeken op"), validators=[Optional()])
    justification_checked_by = LineField(
        _l("Nagekeken door"),
        description=_l("Schrijf een functie, zoals financieel directeur."),
        validators=[at_most(150)],
    )


class EditNetworkForm(RecordForm):
    kept_in = {"municipalities": "network_municipality"}

    name = LineField(_l("Naam van het netwerk"), validators=[NEEDED, at_most(150)])
    introduction = PlainTextField(_l("Stel het netwerk voor in enkele zinnen"), validators=[at_most(5000)])
    applicant_kind = ListField(_l("Wie vraagt de middelen aan?"), validators=[CHOSEN])
    applicant_name = LineField(_l("Naam van de aanvrager"), validators=[NEEDED, at_most(150)])
    municipalities = SeveralField(
        _l("Gemeenten"),
        description=_l("Kies er een of meer: houd Ctrl ingedrukt en klik. Na een fusie staat er de huidige naam."),
        validators=[CHOSEN],
    )
    note_first_year = WholeNumberField(_l("Eerste jaar van de afsprakennota"), validators=[NEEDED, A_NOTE_YEAR])
    note_last_year = WholeNumberField(_l("Laatste jaar van de afsprakennota"), validators=[NEEDED, A_NOTE_YEAR])
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
        validators=[Optional(), NumberRange(0, 300, _l("Vul een getal in van 0 tot 300."))],
    )
    cofinancing_source = LineField(_l("Waar staat die verhouding?"), validators=[at_most(300)])
    substitute_reason = PlainTextField(
        _l("Geen vereniging waar mensen in armoede het woord nemen? Schrijf waarom."),
        validators=[at_most(2000)],
    )

    def offer(self, municipalities: dict[str, list[tuple[str, str]]]) -> None:
        self.applicant_kind.choices = choices_of(APPLICANT_KIND_LABELS)
        self.municipalities.choices = municipalities


class FoundNetworkForm(EditNetworkForm):
    """The administrator's form for a new network."""
