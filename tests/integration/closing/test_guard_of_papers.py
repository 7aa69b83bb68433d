"""What stands beside the figures of a closed year is kept with it: centres, choices, texts, and who approved."""

from __future__ import annotations

from datetime import date

import pytest

from portal.extensions import db
from portal.foundation.actor import Actor, Role
from portal.foundation.clock import now
from portal.foundation.errors import YearClosed
from portal.funding.cooperations import operations
from portal.funding.cooperations.models import Cooperation, ReportChoice, WelfareCentre
from portal.funding.cooperations.types import ReportMethod
from portal.funding.regimes import law_of_year
from portal.funding.regimes.measures import Measure
from portal.funding.types import ApprovalState, Owner
from portal.network.models import Network
from portal.reports import approving
from portal.reports.approved import PaperApproval
from portal.reports.models import PaperText
from portal.reports.operations import write_texts
from portal.reports.sources.justification import PARTS
from portal.reports.types import PaperKind
from tests.factories.closing import closed
from tests.pages import text_of

YEAR = 2010
LAW = law_of_year(YEAR)
STREAM = "federal-old-events"


@pytest.fixture
def network(world):
    """A network with two welfare centres together, a choice, a text and a submitted paper in 2010, which is closed."""
    network = world.network("Heist")
    world.grant(network, YEAR, STREAM, owner=Owner.OCMW, amount_cents=27_000_00)
    with world.saving():
        held = db.session.get_one(Network, network.id)
        cooperation = operations.agree_on(held, year=YEAR, measure=Measure.GENERAL, law=LAW, title="Samen")
        operations.seat_centre(held, cooperation, nis="12014")
        operations.seat_centre(held, cooperation, nis="12025", granted_cents=5_000_00)
        choose(held)
        write_texts(held.id, year=YEAR, kind=PaperKind.JUSTIFICATION, parts=PARTS, texts={PARTS[0].key: "Zo ging het."})
        for kind in (PaperKind.FEDERAL_REPORT, PaperKind.AGREEMENT_NOTE):
            row = PaperApproval(network_id=held.id, year=YEAR, kind=kind, approval=ApprovalState.SUBMITTED)
            row.submitted_by = "An"
            db.session.add(row)
    closed(world, network, YEAR)
    return network


def choose(network, measure=Measure.GENERAL, method=ReportMethod.SPREADSHEET):
    return operations.choose_method(network, year=YEAR, measure=measure, law=LAW, method=method, wants_staff=True)


def one(model):
    return db.session.query(model).order_by(model.id).first()


def approval(kind):
    return db.session.query(PaperApproval).filter_by(kind=kind).one()


def send_back(kind):
    by = Actor(account_id=99, name="Ria", roles=frozenset({Role.COORDINATOR}))
    approving.return_paper(approval(kind), by=by, at=now(), remark="Anders.")


CHANGES = {
    "another agreement": lambda network: operations.agree_on(
        network, year=YEAR, measure=Measure.CHILD_POVERTY, law=LAW, title="Kinderen"
    ),
    "an agreement of another day": lambda network: operations.agree_on(
        network, year=YEAR, measure=Measure.GENERAL, law=LAW, cooperation=one(Cooperation), signed_on=date(2010, 2, 3)
    ),
    "an agreement removed": lambda _network: db.session.delete(one(Cooperation)) or db.session.flush(),
    "one more centre": lambda network: operations.seat_centre(network, one(Cooperation), nis="12040"),
    "the day of a council": lambda network: operations.seat_centre(
        network, one(Cooperation), nis="12014", centre=one(WelfareCentre), council_on=date(2010, 1, 9)
    ),
    "a centre that leaves": lambda network: operations.let_centre_go(network, one(Cooperation).centres[1]),
    "another way to justify": lambda network: choose(network, method=ReportMethod.LINE_BY_LINE),
    "a choice that was never made": lambda network: choose(network, Measure.CHILD_POVERTY),
    "a choice removed": lambda _network: db.session.delete(one(ReportChoice)) or db.session.flush(),
    "a text": lambda network: write_texts(
        network.id, year=YEAR, kind=PaperKind.JUSTIFICATION, parts=PARTS, texts={PARTS[0].key: "Anders."}
    ),
    "a text removed": lambda _network: db.session.delete(one(PaperText)) or db.session.flush(),
    "an approval": lambda _network: send_back(PaperKind.FEDERAL_REPORT),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_closed_year_refuses(app, network, change):
    with app.app_context():
        with pytest.raises(YearClosed):
            CHANGES[change](db.session.get_one(Network, network.id))
        db.session.rollback()


def test_a_note_of_several_years_is_approved_although_one_of_them_is_closed(app, network):
    with app.app_context():
        send_back(PaperKind.AGREEMENT_NOTE)
        db.session.commit()
        assert approval(PaperKind.AGREEMENT_NOTE).approval is ApprovalState.RETURNED


def test_the_pages_of_a_closed_year_offer_no_change_and_tell_why(app, world, network, sign_in):
    client = sign_in(world.coordinator(network))
    client.checks_pages = False
    for page in ("cooperation", "federal-report"):
        assert "/edit" not in (shown := client.get(f"/networks/heist/{YEAR}/{page}").get_data(as_text=True))
        assert "/choose" not in shown
        assert "/let-go" not in shown
    with app.app_context():
        centre = one(Cooperation).centres[1].id
    refused = client.post(f"/networks/heist/{YEAR}/cooperation/centres/{centre}/let-go")
    assert refused.status_code == 409
    assert f"heeft {YEAR} afgesloten" in text_of(refused)
