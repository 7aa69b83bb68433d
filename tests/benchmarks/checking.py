"""How long all rules take on 10,000 expenses: `python -m tests.benchmarks.checking [expenses]`."""

from __future__ import annotations

import csv
import io
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from portal.funding.rules import check_expense, check_year, spent_parts
from portal.funding.types import AllocatedPart, ExpenseFacts, ExpenseKind, ExpenseStage, GrantFacts, Owner, YearFacts

EXPENSES, MOST_SECONDS = 10_000, 2.0
STREAMS = {
    2012: ("federal-old-events", "federal-old-associations", "federal-old-child-poverty", "co-financing"),
    2025: ("federal-participation", "federal-child-poverty", "drawing-right", "co-financing"),
}
WHAT = (
    "Toegang tot het zwembad voor gezin {name}",
    "Lidgeld van de scouts voor {name}",
    "Aankoop van een dvd-speler voor {name}",
    "Vakantiekamp van de chiro, {name}",
    "Bijles wiskunde {name}",
    "Daguitstap naar zee met {name} en de kinderen",
    "GWP {name}",
    "Zumba en fitness",
)
Line = Callable[[str, bool], None]


def expenses(count: int, year: int) -> list[ExpenseFacts]:
    """A ledger in which no two descriptions are alike, and in which rules have something to say."""
    streams, kinds = STREAMS[year], (ExpenseKind.COLLECTIVE, ExpenseKind.INDIVIDUAL, ExpenseKind.AGREEMENT)
    made = []
    for at in range(count):
        cents = 1_000 + at % 90_000
        split = (AllocatedPart(streams[at % 4], cents // 2), AllocatedPart(streams[(at + 1) % 4], cents - cents // 2))
        made.append(
            ExpenseFacts(
                description=WHAT[at % len(WHAT)].format(name=f"{chr(65 + at % 26)}{'aeiou'[at % 5]}lmers{at}"),
                invoice_cents=cents,
                invoice_excl_vat_cents=cents * 100 // 121 if at % 3 == 0 else None,
                invoice_on=date(year, 1, 1) + timedelta(days=at % 365),
                imputed_on=date(year, 1, 6) + timedelta(days=at % 365),
                year=year,
                beneficiaries=at % 9,
                target_group_n=3 if at % 4 == 0 else None,
                target_group_m=10 if at % 4 == 0 else None,
                kind=kinds[at % 3],
                stage=(ExpenseStage.COMMITTED, ExpenseStage.BOOKED)[at % 5 > 0],
                owner=(Owner.OCMW, Owner.MUNICIPALITY)[at % 7 == 0],
                has_proof=at % 6 > 0,
                parts=split if at % 2 else (AllocatedPart(streams[at % 4], cents),),
                today=date(2026, 11, 21),
            )
        )
    return made


def parsed(facts: list[ExpenseFacts]) -> Iterator[tuple[str, int, date]]:
    """The reference: the same rows out of a file of text, with amounts and days made of their cells."""
    text = io.StringIO()
    csv.writer(text).writerows(
        [one.description, one.invoice_cents / 100, one.invoice_on, one.imputed_on, one.beneficiaries, one.kind]
        for one in facts
    )
    text.seek(0)
    for description, amount, invoice_on, imputed_on, _people, _kind in csv.reader(text):
        date.fromisoformat(invoice_on)
        yield description, int(Decimal(amount) * 100), date.fromisoformat(imputed_on)


def measure_checking(line: Line, count: int = EXPENSES) -> None:
    """All rules on each expense and on their year together, for an old and a newer year.

    In seconds of the processor: what others do on the machine does not count.
    """
    check_expense(expenses(1, 2012)[0])  # the words of the lists are read when the portal starts
    print(f"\n{'checking':<26}{'expenses':>10}{'seconds':>9}{'at most':>9}")
    for year, streams in STREAMS.items():
        facts = expenses(count, year)
        began = time.process_time()
        rows = sum(1 for _row in parsed(facts))
        read = time.process_time() - began
        line(f"{f'reading the rows, {year}':<26}{rows:>10}{read:>9.2f}{'':>9}", True)
        began = time.process_time()
        findings = sum(len(check_expense(one)) for one in facts)
        grants = tuple(GrantFacts(stream, year, Owner.OCMW, 1_000_000) for stream in streams)
        findings += len(check_year(YearFacts(year, grants, parts=spent_parts(facts), today=date(2026, 11, 21))))
        took = time.process_time() - began
        told = f"{f'all rules, {year}':<26}{count:>10}{took:>9.2f}{MOST_SECONDS:>9.1f}"
        line(f"{told}   {findings} findings, {took / read:.0f} times reading", took <= MOST_SECONDS)


def main() -> int:
    failed = []

    def line(text: str, good: bool) -> None:
        print(f"{text}  {'yes' if good else 'NO'}", flush=True)
        failed.extend([] if good else [text])

    measure_checking(line, int(sys.argv[1]) if len(sys.argv) > 1 else EXPENSES)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
