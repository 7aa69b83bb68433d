"""What people fill in about grants, budgets, expenses, proofs, findings and regimes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired
from wtforms import BooleanField
from wtforms.validators import Optional

from portal.foundation.finding import Finding
from portal.funding.costs import Suggestion, suggest_stream
from portal.funding.drafting import Refused
from portal.funding.proofs import ACCEPT
from portal.funding.regimes import CERTAINTY_LABELS, YearLaw, find_stream
from portal.funding.types import EXPENSE_KIND_LABELS, EXPENSE_STAGE_LABELS, OWNER_LABELS, ExpenseStage
from portal.web.forms import (
    AN_AMOUNT,
    CHOSEN,
    NEEDED,
    DayField,
    LineField,
    ListField,
    MoneyField,
    PlainTextField,
    PortalForm,
    RecordForm,
    WholeNumberField,
    at_most,
    choices_of,
)

WRITTEN_AMOUNT = {"inputmode": "decimal", "autocomplete": "off"}
WRITTEN_NUMBER = {"inputmode": "numeric", "autocomplete": "off"}


class StreamField(ListField):
    """One of the sources of money; whether it exists in the year is for the rules, which also say why not."""

    def pre_validate(self, form: Any) -> None:
        if find_stream(str(self.data)) is None:
            super().pre_validate(form)


class GrantForm(RecordForm):
    stream = StreamField(
        _l("Van waar komt het geld?"),
        description=_l("Je ziet alleen wat in dit jaar bestaat."),
        validators=[CHOSEN],
    )
    owner = ListField(
        _l("Van wie is dit geld?"),
        description=_l(
            "Gemeente en OCMW zijn twee aparte besturen. "
            "Federaal geld is van het OCMW, het trekkingsrecht van de gemeente."
        ),
        validators=[CHOSEN],
    )
    amount_cents = MoneyField(_l("Bedrag in euro"), validators=[AN_AMOUNT], render_kw=WRITTEN_AMOUNT)
    pooled_cents = MoneyField(
        _l("Toelagen van alle OCMW's samen"),
        description=_l("Alleen als OCMW's samenwerken voor personeel. Tel dan de toelagen van alle OCMW's op."),
        validators=[Optional()],
        render_kw=WRITTEN_AMOUNT,
    )
    reference = LineField(
        _l("Kenmerk"),
        description=_l("Bijvoorbeeld het nummer van de brief of het besluit."),
        validators=[at_most(100)],
    )
    decided_on = DayField(_l("Beslist op"), validators=[Optional()])
    note = PlainTextField(_l("Nota"), validators=[at_most(5000)])

    def offer(self, streams: Sequence[tuple[str, Any]], *, may_pool: bool) -> None:
        """Fill the lists; only in the old federal years the grants of several centres count together."""
        self.stream.choices = [("", _l("Kies een bron")), *streams]
        self.owner.choices = choices_of(OWNER_LABELS)
        if not may_pool:
            del self.pooled_cents


def part_field(stream: str) -> str:
    """The name of the form field for what a stream pays."""
    return "part_" + stream.replace("-", "_")


class SplitForm(RecordForm):
    """A form with one amount per stream; made for a year by `split_over`."""

    stream_codes: tuple[str, ...] = ()

    @classmethod
    def split_over(cls, streams: Sequence[tuple[str, Any]]) -> type[Any]:
        """This form with a field for each of the streams (code and words)."""
        fields: dict[str, Any] = {
            part_field(code): MoneyField(words, validators=[Optional()], render_kw=WRITTEN_AMOUNT)
            for code, words in streams
        }
        return type(cls.__name__, (cls,), fields | {"stream_codes": tuple(code for code, _words in streams)})

    @property
    def part_fields(self) -> list[Any]:
        return [self._fields[part_field(code)] for code in self.stream_codes]

    @property
    def parts(self) -> dict[str, int]:
        """Cents per stream; zero takes a stream off."""
        return {code: self._fields[part_field(code)].data or 0 for code in self.stream_codes}

    def fill_parts(self, parts: Mapping[str, int]) -> None:
        """Show what is held, unless somebody typed over it."""
        for code, cents in parts.items():
            self.hold(part_field(code), cents)


class BudgetForm(SplitForm):
    """What each stream is planned to pay of one action."""

    kept_in = {"part_": "budget_line"}


class ExpenseForm(SplitForm):
    kept_in = {"part_": "allocation"}

    description = LineField(
        _l("Waarvoor was dit?"),
        description=_l("Schrijf het voluit, zonder afkortingen. Bijvoorbeeld: bus naar Planckendael voor 20 kinderen."),
        validators=[NEEDED, at_most(300)],
    )
    action_id = ListField(_l("Bij welke actie hoort dit?"), validators=[Optional()])
    supplier = LineField(_l("Leverancier"), validators=[Optional(), at_most(150)])
    kind = ListField(
        _l("Soort uitgave"),
        description=_l(
            "Individueel: voor één persoon of gezin. Collectief: voor een groep. "
            "Investering: iets dat jaren meegaat. Overeenkomst: een organisatie doet het voor jullie."
        ),
        validators=[CHOSEN],
    )
    stage = ListField(
        _l("Hoe ver staat het?"),
        description=_l("Vastgelegd: beloofd, nog niet betaald. Geboekt: staat in de boekhouding."),
        validators=[CHOSEN],
    )
    owner = ListField(_l("Wie betaalt de factuur?"), validators=[CHOSEN])
    invoice_cents = MoneyField(_l("Factuurbedrag met btw"), validators=[AN_AMOUNT], render_kw=WRITTEN_AMOUNT)
    invoice_excl_vat_cents = MoneyField(
        _l("Factuurbedrag zonder btw"),
        description=_l("Nodig bij een investering. Mag anders leeg blijven."),
        validators=[Optional()],
        render_kw=WRITTEN_AMOUNT,
    )
    invoice_on = DayField(_l("Datum van de factuur"), validators=[Optional()])
    activity_on = DayField(_l("Datum van de activiteit"), validators=[Optional()])
    imputed_on = DayField(
        _l("Boekingsdatum"),
        description=_l(
            "De dag waarop de uitgave in de boekhouding kwam, ook aanrekening genoemd. "
            "Deze dag telt voor het jaar, niet de datum van de factuur of de activiteit."
        ),
        validators=[Optional()],
    )
    beneficiaries = WholeNumberField(
        _l("Aantal begunstigden"),
        description=_l("Hoeveel mensen in armoede hadden hier iets aan? Eén getal, bijvoorbeeld 6."),
        validators=[Optional()],
        render_kw=WRITTEN_NUMBER,
    )
    target_n = WholeNumberField(
        _l("Deelnemers die gebruiker zijn van het OCMW"), validators=[Optional()], render_kw=WRITTEN_NUMBER
    )
    target_m = WholeNumberField(_l("Alle deelnemers samen"), validators=[Optional()], render_kw=WRITTEN_NUMBER)
    is_ict_pack = BooleanField(_l("Dit is een pakket van internet, telefoon en tv samen"))
    pc_count = WholeNumberField(
        _l("Aantal pc's"),
        description=_l("Alleen als dit over computers gaat."),
        validators=[Optional()],
        render_kw=WRITTEN_NUMBER,
    )
    agreement_id = ListField(
        _l("Overeenkomst"),
        description=_l("Nodig als een organisatie dit voor jullie doet. Je maakt ze op de pagina van de partner."),
        validators=[Optional()],
    )
    evidence_reference = LineField(
        _l("Waar ligt het bewijs?"),
        description=_l("Bijvoorbeeld het nummer van de factuur. Het bestand zelf voeg je toe na het bewaren."),
        validators=[Optional(), at_most(150)],
    )
    note = PlainTextField(_l("Nota"), validators=[Optional(), at_most(5000)])

    law: YearLaw  # what rules the year of the money
    suggestion: Suggestion | None = None  # what the cost lists say of the description
    asked_stream = ""  # the stream with which somebody came from "Mag dit?"
    findings: Sequence[Finding] = ()
    is_refused = False  # what blocks stands beside its field, or above the form

    def offer(self, actions: Sequence[tuple[str, str]], agreements: Sequence[tuple[str, str]]) -> None:
        """Fill the lists; a justified expense is only made by the step on its page."""
        self.action_id.choices = [("", _l("Nog geen actie")), *actions]
        self.agreement_id.flags.says_empty = True
        self.agreement_id.choices = [("", _l("Geen overeenkomst")), *agreements]
        self.kind.choices = choices_of(EXPENSE_KIND_LABELS, _l("Kies een soort"))
        self.owner.choices = choices_of(OWNER_LABELS)
        stages = choices_of(EXPENSE_STAGE_LABELS)
        self.stage.choices = [(code, words) for code, words in stages if code != ExpenseStage.JUSTIFIED]

    def suggest(self, law: YearLaw, stream: str = "") -> None:
        """Look in the cost lists which stream fits the description; `stream` is the one that was asked for."""
        self.suggestion = suggest_stream(self.description.data or "", law)
        self.asked_stream = stream if stream in self.stream_codes else ""

    def passes(self, operation: Callable[..., Any], *args: Any, **values: Any) -> bool:
        """As `accepts`, with every finding of the rulebook beside its field and kept for the list on top."""
        return self.accepts(self._told(operation), *args, **values)

    def _told(self, operation: Callable[..., Any]) -> Callable[..., Any]:
        def told(*args: Any, **values: Any) -> Any:
            try:
                return operation(*args, **values)
            except Refused as refused:
                self.findings, self.is_refused = refused.findings, True
                first = next(finding for finding in refused.findings if finding.blocks)
                for finding in refused.findings:
                    if finding.blocks and finding is not first:
                        self.refuse(finding.sentence, self.field_of(finding.field))
                refused.field = self.field_of(first.field)
                raise

        return told

    def field_of(self, name: str | None) -> str | None:
        """The form field that a finding speaks of."""
        if name is None or name in self._fields:
            return name
        kind, _dot, stream = name.partition(".")
        if kind == "parts" and stream in self.stream_codes:
            return part_field(stream)
        if kind == "parts":
            filled = [code for code, cents in self.parts.items() if cents]
            return part_field((filled or list(self.stream_codes))[0])
        return None

    def findings_beside(self, field: Any) -> list[Finding]:
        """What the rules say of one field."""
        return [finding for finding in self.findings if self.field_of(finding.field) == field.name]

    @property
    def findings_apart(self) -> list[Finding]:
        """What the rules say of no field of this form; what refused it stands above the form already."""
        apart = (finding for finding in self.findings if self.field_of(finding.field) is None)
        return [finding for finding in apart if not (finding.blocks and self.is_refused)]


class ReasonForm(PortalForm):
    reason = LineField(_l("Waarom trek je deze uitgave in?"), validators=[NEEDED, at_most(300)])


class AnswerForm(RecordForm):
    answer = PlainTextField(
        _l("Je antwoord"),
        description=_l("Leg kort uit waarom dit zo in orde is. Wie controleert, leest dit mee."),
        validators=[NEEDED, at_most(2000)],
    )


class ProofForm(RecordForm):
    file = FileField(
        _l("Bestand"),
        description=_l("Een pdf, een foto of een rekenblad. Ten hoogste 10 MB."),
        validators=[FileRequired(_l("Kies een bestand."))],
        render_kw={"accept": ACCEPT},
    )


class RegimeForm(RecordForm):
    in_force = ListField(_l("Geldt deze regelgeving?"), validators=[CHOSEN])
    certainty = ListField(_l("Hoe zeker is dat?"), validators=[CHOSEN])
    source = LineField(
        _l("Waar staat dit?"),
        description=_l("Een wet, een brief of een webpagina, met de datum. Zonder bron bewaren we niets."),
        validators=[NEEDED, at_most(500)],
    )

    def offer(self) -> None:
        self.in_force.choices = [("yes", _l("Ja, in haar jaren")), ("no", _l("Nee, ze geldt niet"))]
        self.certainty.choices = choices_of(CERTAINTY_LABELS)


class ConfirmForm(PortalForm):
    """One button; carries only the proof that it was pressed here."""
