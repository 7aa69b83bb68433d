"""The description of the read API, in OpenAPI 3.1; pure data."""

from __future__ import annotations

from portal.dashboards.cost_schema import ALLOWED_PATH, CERTAINTY, COST_SCHEMAS
from portal.dashboards.rule_schema import RULE_SCHEMAS, RULES_PATH
from portal.dashboards.schemas import EURO, NUMBER, TEXT, WHOLE, Schema, listed, maybe, record, reference
from portal.dashboards.voice_schema import VOICE_SCHEMAS

GROUP = record(key=TEXT, actions=NUMBER, share=NUMBER, hours=NUMBER, euros=EURO, people_reached=WHOLE)

SCHEMAS: dict[str, Schema] = {
    "PartnerBalance": record(
        partner=TEXT,
        sector=TEXT,
        actions_led=WHOLE,
        actions_carried=NUMBER,
        hours=NUMBER,
        euros=EURO,
        goods=EURO,
        people_reached=WHOLE,
        share=NUMBER,
    ),
    "GroupBalance": GROUP,
    "Balance": record(
        network=TEXT,
        year=WHOLE,
        partners=listed(reference("PartnerBalance")),
        evenness=maybe({"type": "number", "minimum": 0, "maximum": 1, "description": "Pielou: H / ln n"}),
        largest_share=maybe({"type": "number", "minimum": 0, "maximum": 1}),
        largest_share_of=listed(TEXT),
        without_action=listed(TEXT),
        by_sector=listed(reference("GroupBalance")),
        by_threshold=listed(reference("GroupBalance")),
        by_track=listed(reference("GroupBalance")),
        by_place=listed(reference("GroupBalance")),
    ),
    "FlowEnd": record(kind={"enum": ["stream", "action", "threshold"]}, key=TEXT, title=TEXT),
    "SameCost": record(kind={"const": "same_cost"}, expenses=listed(WHOLE), description=TEXT, double=EURO),
    "SameNeed": record(
        kind={"const": "same_need"},
        actions=listed(TEXT),
        thresholds=listed(TEXT),
        target_groups=listed(TEXT),
        place=TEXT,
        months=listed(WHOLE),
    ),
    "Complementarity": record(
        network=TEXT,
        year=WHOLE,
        flows=listed(record(**{"from": reference("FlowEnd"), "to": reference("FlowEnd"), "euros": EURO})),
        coverage=listed(
            record(
                threshold=TEXT,
                target_group=TEXT,
                state={"enum": ["gap", "one", "several", "overlap"]},
                actions=listed(TEXT),
            )
        ),
        gaps=listed(record(threshold=TEXT, target_group=TEXT)),
        overlaps=listed({"oneOf": [reference("SameCost"), reference("SameNeed")]}),
        ladders=listed(listed(TEXT)),
        missed_potential=record(
            total=EURO,
            streams=listed(record(stream=TEXT, euros=EURO)),
            costs=listed(record(expense=WHOLE, description=TEXT, paid_by=TEXT, could_be=TEXT, euros=EURO)),
        ),
        ending=record(
            total=EURO,
            streams=listed(record(stream=TEXT, euros=EURO)),
            actions=listed(record(action=TEXT, euros=EURO)),
        ),
    ),
    "Finding": record(
        rule=TEXT,
        severity={"enum": ["error", "warning", "hint"]},
        message=TEXT,
        source=TEXT,
        certainty=CERTAINTY,
    ),
    "StreamPosition": record(
        stream=TEXT,
        granted=EURO,
        planned=EURO,
        committed={**EURO, "description": "Everything promised, booked and justified"},
        spent={**EURO, "description": "Booked or justified"},
        justified=EURO,
        left={**EURO, "description": "Granted less committed"},
        spend_by=maybe({"type": "string", "format": "date"}),
    ),
    "Funding": record(
        network=TEXT,
        year=WHOLE,
        streams=listed(reference("StreamPosition")),
        findings=listed(reference("Finding")),
    ),
    **COST_SCHEMAS,
    **RULE_SCHEMAS,
    **VOICE_SCHEMAS,
    "Error": record(error=record(status=WHOLE, message=TEXT)),
}

ANSWERS = {
    "balance": ("Balance", "How actions, hours, euros and people are spread over partners"),
    "complementarity": ("Complementarity", "Whether measures add up, overlap or leave a gap"),
    "voice": ("Voice", "What people in poverty said, what they heard back, and what changed"),
    "funding": ("Funding", "Money per stream, and what the rulebook says of the year"),
}


def describe_api(base: str, cookie: str) -> Schema:
    """The whole description; `base` is the path under which the API stands, `cookie` the name of the session."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Portaal lokaal netwerk vrijetijdsparticipatie",
            "version": "1",
            "description": "Reading only. Counts, never names, of people in poverty. `lang` picks the language.",
        },
        "servers": [{"url": base}],
        "security": [{"token": []}, {"session": []}],
        "paths": {
            f"/networks/{{slug}}/{{year}}/{name}": _path(name, schema, summary)
            for name, (schema, summary) in ANSWERS.items()
        }
        | {"/allowed": ALLOWED_PATH, "/rules": RULES_PATH},
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "session": {"type": "apiKey", "in": "cookie", "name": cookie},
            },
        },
    }


def _path(name: str, schema: str, summary: str) -> Schema:
    def content(of: str) -> Schema:
        return {"application/json": {"schema": reference(of)}}

    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": [
                {"name": "slug", "in": "path", "required": True, "schema": TEXT},
                {"name": "year", "in": "path", "required": True, "schema": WHOLE},
                {"name": "lang", "in": "query", "required": False, "schema": {"enum": ["nl", "en"]}},
            ],
            "responses": {
                "200": {"description": summary, "content": content(schema)},
                "401": {"description": "No session and no valid token", "content": content("Error")},
                "403": {"description": "Not for this role", "content": content("Error")},
                "404": {"description": "No such network for this reader", "content": content("Error")},
            },
        }
    }
