"""Promises over the whole address map: guarded, kebab-case, written down, and answered as the access table says."""

from __future__ import annotations

import re

from tests.tools.golden import assert_golden

PLACEHOLDER = re.compile(r"<[^>]+>")


def rules_of(app):
    return sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, rule.endpoint))


def test_every_view_carries_a_guard(app):
    bare = [name for name, view in app.view_functions.items() if not hasattr(view, "guard")]
    assert bare == []


FOR_EVERYBODY = ("/letter-box/<slug>",)  # pages of a network that anybody may read


def test_addresses_are_kebab_case_and_numbers_are_typed(app):
    for rule in rules_of(app):
        plain = PLACEHOLDER.sub("", rule.rule)
        assert re.fullmatch(r"[a-z0-9/.\-]*", plain), rule.rule
        for placeholder in PLACEHOLDER.findall(rule.rule):
            inner = placeholder.strip("<>")
            converter, _separator, name = inner.rpartition(":")
            if name.endswith("_id") or name == "year":
                assert converter.startswith("int"), rule.rule


def test_everything_of_a_network_is_guarded_as_such(app):
    for rule in rules_of(app):
        if "<slug>" in rule.rule and not rule.rule.startswith(FOR_EVERYBODY):
            assert app.view_functions[rule.endpoint].guard.startswith("network"), rule.rule


def test_the_addresses_are_the_ones_that_were_decided(app):
    lines = []
    for rule in rules_of(app):
        methods = " ".join(sorted(rule.methods - {"HEAD", "OPTIONS"}))
        lines.append(f"{rule.rule} {methods} {rule.endpoint} ({app.view_functions[rule.endpoint].guard})")
    assert_golden("addresses.txt", "\n".join(lines) + "\n")
