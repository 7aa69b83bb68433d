"""The codes of the streams, their fixed order, and the one stream that no regime owns."""

from __future__ import annotations

from portal.foundation.wording import say
from portal.funding.regimes.types import StreamDefinition, StreamKind
from portal.funding.types import Owner

DRAWING_RIGHT = "drawing-right"
COFINANCING = "co-financing"
FEDERAL_PARTICIPATION = "federal-participation"
FEDERAL_MODULES = "federal-modules"
FEDERAL_CHILD_POVERTY = "federal-child-poverty"
OLD_EVENTS = "federal-old-events"
OLD_ASSOCIATIONS = "federal-old-associations"
OLD_INITIATIVES = "federal-old-initiatives"
OLD_ICT = "federal-old-ict"
OLD_RECYCLED_PCS = "federal-old-recycled-pcs"
OLD_CHILD_POVERTY = "federal-old-child-poverty"
OTHER = "other"

ORDER = {
    code: at
    for at, code in enumerate(
        (
            DRAWING_RIGHT,
            COFINANCING,
            FEDERAL_PARTICIPATION,
            FEDERAL_MODULES,
            FEDERAL_CHILD_POVERTY,
            OLD_EVENTS,
            OLD_ASSOCIATIONS,
            OLD_INITIATIVES,
            OLD_ICT,
            OLD_RECYCLED_PCS,
            OLD_CHILD_POVERTY,
            OTHER,
        )
    )
}

OTHER_STREAM = StreamDefinition(
    code=OTHER,
    label=say("Ander geld"),
    short_label=say("Ander geld"),
    owner=Owner.MUNICIPALITY,
    kind=StreamKind.OTHER,
    explanation=say("Geld dat niet van Vlaanderen, van de cofinanciering of van de federale overheid komt."),
    rule_ids=("FL-COFIN-9",),
)
