"""How the read API describes its answer to "Is this allowed?"; pure data."""

from __future__ import annotations

from portal.dashboards.schemas import EURO, TEXT, WHOLE, Schema, listed, maybe, record, reference

CERTAINTY: Schema = {
    "enum": ["confirmed", "probable", "disputed", "assumed"],
    "description": "How sure the rule itself is; only confirmed is law",
}
VERDICT: Schema = {"enum": ["allowed", "depends", "not-allowed"]}

COST_SCHEMAS: dict[str, Schema] = {
    "CostName": record(cost=TEXT, dutch=TEXT, english=TEXT),
    "CostAnswer": record(
        entry=maybe({**TEXT, "description": "The line of the list; null when no list names the cost"}),
        level={"enum": ["flemish", "federal"]},
        stream=maybe({**TEXT, "description": "null: all money of the level"}),
        verdict=VERDICT,
        category=maybe(TEXT),
        condition=maybe(TEXT),
        most=maybe(EURO),
        most_per=maybe({"enum": ["computer", "person", "subsidy"]}),
        rule=TEXT,
        source=TEXT,
        certainty=CERTAINTY,
    ),
    "CostInYear": record(
        cost=TEXT,
        dutch=TEXT,
        english=TEXT,
        score={"type": "number", "minimum": 0, "maximum": 1},
        verdict=VERDICT,
        answers=listed(reference("CostAnswer")),
        other_sources=listed(record(stream=TEXT, message=TEXT)),
        other_years=listed(
            record(
                entry=TEXT, stream=maybe(TEXT), verdict=VERDICT, first_year=WHOLE, last_year=maybe(WHOLE), source=TEXT
            )
        ),
    ),
    "Allowed": record(
        query=TEXT,
        year=WHOLE,
        known={"type": "boolean"},
        costs=listed(reference("CostInYear")),
        nearest=listed(reference("CostName")),
        questions=listed(record(to=TEXT, address=maybe(TEXT), title=TEXT, text=TEXT)),
    ),
}

ALLOWED_SUMMARY = "Whether a cost may be paid, by year and stream; anyone may ask"
ALLOWED_PATH: Schema = {
    "get": {
        "operationId": "allowed",
        "summary": ALLOWED_SUMMARY,
        "security": [],
        "parameters": [
            {"name": "q", "in": "query", "required": True, "schema": {**TEXT, "maxLength": 200}},
            {"name": "year", "in": "query", "required": False, "schema": WHOLE},
            {"name": "lang", "in": "query", "required": False, "schema": {"enum": ["nl", "en"]}},
        ],
        "responses": {
            "200": {
                "description": ALLOWED_SUMMARY,
                "content": {"application/json": {"schema": reference("Allowed")}},
            }
        },
    }
}
