"""An open page, for the tests that walk all pages."""

from __future__ import annotations

from portal.foundation.clock import now, today
from portal.network.models import Network
from portal.open_page import operations
from portal.open_page.types import Showing
from portal.participation.models import Voice


def open_to_anyone(network: Network, told: Voice) -> dict[str, str | int]:
    """The page of a network, opened, with a voice on it; the parts of its addresses.

    To be called while the world is saving.
    """
    page = operations.begin_page(network)
    page.about, page.phone = "Wij zijn het netwerk.", "015 00 00 00"
    operations.open_page(page, today=today())
    operations.show_voice(page, told, showing=Showing.SUMMARY, summary="Het ging over de bus.", at=now())
    return {"open_slug": network.slug, "told_id": told.id}
