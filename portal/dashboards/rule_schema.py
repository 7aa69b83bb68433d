"""How the read API describes the rulebook; pure data."""

from __future__ import annotations

from portal.dashboards.cost_schema import CERTAINTY
from portal.dashboards.schemas import TEXT, WHOLE, Schema, listed, maybe, record, reference

SEVERITY: Schema = {"enum": ["error", "warning", "hint"]}
FIGURE: Schema = {
    **TEXT,
    "description": "The figure in words: an amount, a percentage, yes or no; or that it is unknown",
}

RULE_SCHEMAS: dict[str, Schema] = {
    "RuleYears": record(regime=TEXT, first_year=WHOLE, last_year=maybe(WHOLE)),
    "RuleFigure": record(
        regime=TEXT,
        key=TEXT,
        first_year=WHOLE,
        last_year=maybe(WHOLE),
        value=FIGURE,
        decided={"type": "boolean", "description": "Filled in by an administrator, with the source"},
        certainty=CERTAINTY,
        source=TEXT,
    ),
    "RuleRow": record(
        message=TEXT,
        severity=SEVERITY,
        certainty=CERTAINTY,
        source=TEXT,
        years=listed(reference("RuleYears")),
    ),
    "Rule": record(
        rule=TEXT,
        subject=TEXT,
        address={**TEXT, "format": "uri-reference"},
        rows=listed(reference("RuleRow")),
        figures=listed(reference("RuleFigure")),
        checked_at=listed(TEXT),
        has_example={"type": "boolean"},
    ),
    "Rules": record(count=WHOLE, rules=listed(reference("Rule"))),
}

RULES_SUMMARY = "The rules with their years, figures and sources; anyone may ask"


def _asked(name: str, schema: Schema) -> Schema:
    return {"name": name, "in": "query", "required": False, "schema": schema}


RULES_PATH: Schema = {
    "get": {
        "operationId": "rules",
        "summary": RULES_SUMMARY,
        "security": [],
        "parameters": [
            _asked("q", {**TEXT, "maxLength": 200}),
            _asked("regime", TEXT),
            _asked("year", WHOLE),
            _asked("certainty", CERTAINTY),
            _asked("severity", SEVERITY),
            _asked("subject", TEXT),
            _asked("lang", {"enum": ["nl", "en"]}),
        ],
        "responses": {
            "200": {
                "description": RULES_SUMMARY,
                "content": {"application/json": {"schema": reference("Rules")}},
            }
        },
    }
}
