"""The words in which the read API describes its answers; pure data."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

EURO: Schema = {"type": "string", "pattern": r"^-?\d+\.\d{2}$", "description": "Euros with two decimals"}
TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
WHOLE: Schema = {"type": "integer"}


def listed(schema: Schema) -> Schema:
    return {"type": "array", "items": schema}


def record(**fields: Schema) -> Schema:
    return {"type": "object", "properties": fields, "required": sorted(fields), "additionalProperties": False}


def maybe(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def reference(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
