"""What people fill in to sign in, to be invited and to manage their account."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, PasswordField
from wtforms.validators import Email, EqualTo, Optional

from portal.foundation.actor import ROLE_LABELS
from portal.web.forms import (
    NEEDED,
    AddressField,
    LineField,
    ListField,
    PortalForm,
    RecordForm,
    at_most,
    choices_of,
)

AN_ADDRESS = Email(_l("Dit is geen e-mailadres. Schrijf bijvoorbeeld naam@gemeente.be."))


class SignInForm(PortalForm):
    email = AddressField(
        _l("E-mailadres"),
        validators=[NEEDED, at_most(254)],
        render_kw={"autocomplete": "username", "inputmode": "email"},
    )
    password = PasswordField(
        _l("Wachtwoord"), validators=[NEEDED, at_most(200)], render_kw={"autocomplete": "current-password"}
    )
    next = HiddenField()


class AskResetForm(PortalForm):
    email = AddressField(
        _l("E-mailadres"),
        validators=[NEEDED, AN_ADDRESS, at_most(254)],
        render_kw={"autocomplete": "username", "inputmode": "email"},
    )


class ChoosePasswordForm(PortalForm):
    password = PasswordField(
        _l("Nieuw wachtwoord"),
        description=_l("Minstens 12 tekens. Enkele gewone woorden na elkaar zijn sterk en makkelijk te onthouden."),
        validators=[NEEDED, at_most(200)],
        render_kw={"autocomplete": "new-password"},
    )
    repeated_password = PasswordField(
        _l("Nog eens hetzelfde wachtwoord"),
        validators=[NEEDED, EqualTo("password", _l("De twee wachtwoorden zijn niet gelijk."))],
        render_kw={"autocomplete": "new-password"},
    )


class ChangePasswordForm(ChoosePasswordForm):
    current = PasswordField(
        _l("Huidig wachtwoord"), validators=[NEEDED, at_most(200)], render_kw={"autocomplete": "current-password"}
    )


class AcceptInvitationForm(PortalForm):
    name = LineField(_l("Je naam"), validators=[NEEDED, at_most(150)], render_kw={"autocomplete": "name"})
    password = PasswordField(
        _l("Wachtwoord"),
        description=_l(
            "Heb je al een account? Vul dan het wachtwoord daarvan in. Anders: kies er een van minstens 12 tekens."
        ),
        validators=[NEEDED, at_most(200)],
        render_kw={"autocomplete": "new-password"},
    )


class InvitePersonForm(RecordForm):
    email = AddressField(
        _l("E-mailadres"), validators=[NEEDED, AN_ADDRESS, at_most(254)], render_kw={"autocomplete": "off"}
    )
    name = LineField(_l("Naam"), validators=[Optional(), at_most(150)])
    role = ListField(
        _l("Rol"),
        description=_l(
            "Een coördinator doet alles. Een partner werkt voor één organisatie. Een meelezer kijkt alleen."
        ),
        validators=[NEEDED],
    )
    partner_id = ListField(
        _l("Organisatie"), description=_l("Alleen nodig bij de rol partner."), validators=[Optional()]
    )

    def offer(self, partners: list[tuple[str, str]]) -> None:
        """Fill the lists; the form itself asks nothing."""
        self.role.choices = choices_of(ROLE_LABELS)
        self.partner_id.choices = [("", str(_l("Geen organisatie"))), *partners]


class NameTokenForm(RecordForm):
    name = LineField(
        _l("Waarvoor dient dit token?"),
        description=_l("Bijvoorbeeld: rapport in Excel."),
        validators=[NEEDED, at_most(100)],
    )


class ConfirmForm(PortalForm):
    """One button; carries only the proof that it was pressed here."""
