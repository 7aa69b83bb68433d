"""`flask` commands: municipalities, demo data, the first coordinator, checking the rules again."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import click
from email_validator import EmailNotValidError, validate_email
from flask import Flask, current_app
from flask.cli import with_appcontext

from portal.accounts import operations as accounts
from portal.accounts import queries as account_queries
from portal.demo import loading, reading
from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.foundation.errors import RuleBroken
from portal.foundation.wording import say
from portal.funding import queries as funding_queries
from portal.funding import rechecking
from portal.history.recording import Hand, acting
from portal.jobs import operations as job_operations
from portal.jobs import working
from portal.meetings import rounds
from portal.network import operations as network_operations
from portal.network import queries as network_queries
from portal.network.types import ApplicantKind
from portal.post import operations as post_operations
from portal.post.addresses import outside_address
from portal.reports.year import reminding

COMMAND = Hand(None, str(say("systeem")), str(say("opdracht")))


@click.command("load-municipalities")
@with_appcontext
def load_municipalities() -> None:
    """Load or refresh the Belgian municipalities by NIS code."""
    count = network_operations.load_municipalities()
    db.session.commit()
    click.echo(f"{count} municipalities")


@click.command("load-demo")
@click.option("--if-empty", is_flag=True, help="Only when the database holds no accounts yet.")
@with_appcontext
def load_demo(if_empty: bool) -> None:
    """Load the demo networks; loading again puts them back as they were."""
    if if_empty and account_queries.has_accounts():
        return
    try:
        with acting(COMMAND):
            loading.reload_demo()
            db.session.commit()
    except loading.NotADemo as refused:
        raise click.ClickException(str(refused)) from refused
    click.echo("demo networks loaded")


@click.command("demo-links")
@click.option("--count", default=3, show_default=True, help="How many links.")
@with_appcontext
def demo_links(count: int) -> None:
    """New links of the reading round that runs in the demo, to try it as a reader; links shown before stop working."""
    with acting(COMMAND), outside_a_request():
        for held, token in reading.fresh_links(count):
            click.echo(f"{held.title}: {outside_address('reading.begin', token=token)}")
        db.session.commit()


@click.command("create-coordinator")
@click.option("--email", prompt="E-mail")
@click.option("--name", prompt="Name")
@click.option("--network", "network_name", prompt="Name of the network")
@click.option("--nis", prompt="NIS code of the municipality")
@click.option("--administrator", is_flag=True, help="Also administrator of the installation.")
@click.password_option()
@with_appcontext
def create_coordinator(email: str, name: str, network_name: str, nis: str, administrator: bool, password: str) -> None:
    """Make the first account: the coordinator of a (new) network."""
    try:
        email = validate_email(email, check_deliverability=False).normalized
    except EmailNotValidError as wrong:
        raise click.ClickException(f"{email!r} is not a mail address: {wrong}") from wrong
    try:
        with acting(COMMAND):
            network_operations.load_municipalities()
            slug = network_operations.free_slug(network_name)
            network = network_queries.find_network(slug) or network_operations.found_network(
                name=network_name,
                slug=slug,
                applicant_kind=ApplicantKind.MUNICIPALITY,
                applicant_name=network_name,
                nis_codes=[nis],
            )
            account = accounts.create_account(email=email, name=name, password=password, is_administrator=administrator)
            accounts.assign_role(account, network=network, role=Role.COORDINATOR)
            db.session.commit()
    except RuleBroken as broken:
        raise click.ClickException(str(broken.message)) from broken
    click.echo(f"{email} is coordinator of {network.name} (/networks/{network.slug})")


@click.command("check-rules")
@click.option("--year", type=int, required=True, help="The year of the money.")
@with_appcontext
def check_rules(year: int) -> None:
    """Run the rulebook again on every expense of a year, for instance after a regime changed."""
    with acting(COMMAND):
        checked, _changed = rechecking.check_year_again(year, overrides=funding_queries.regime_overrides())
        db.session.commit()
    click.echo(f"{checked} expenses checked")


@click.command("send-mail")
@with_appcontext
def send_mail() -> None:
    """Send what waits in the queue of outgoing mail; to be run every few minutes."""
    sent, tried = post_operations.send_due()
    click.echo(f"{sent} of {tried} mails sent")


@click.command("send-digests")
@click.option("--again", is_flag=True, help="Also to who got one less than six days ago.")
@with_appcontext
def send_digests(again: bool) -> None:
    """Queue the weekly mail for everybody who did not switch it off; to be run once a week."""
    with acting(COMMAND), outside_a_request():
        count = rounds.queue_digests(again=again)
        db.session.commit()
    click.echo(f"{count} digests queued")


@click.command("remind-organisers")
@with_appcontext
def remind_organisers() -> None:
    """Ask organisers for reports that are not in after 3 days, 7 days, and every week; to be run every day."""
    with acting(COMMAND), outside_a_request():
        count = rounds.queue_reminders()
        db.session.commit()
    click.echo(f"{count} reminders queued")


@click.command("remind-deadlines")
@with_appcontext
def remind_deadlines() -> None:
    """Mail coordinators 30, 7 and 1 days before a deadline, and every week after; to be run every day."""
    with acting(COMMAND), outside_a_request():
        count = reminding.queue_reminders()
        db.session.commit()
    click.echo(f"{count} reminders queued")


@click.command("work")
@click.option("--once", is_flag=True, help="Do what waits, and stop.")
@click.option("--beside", type=int, help="Stop when the process with this number is no longer there.")
@with_appcontext
def work(once: bool, beside: int | None) -> None:
    """Make what people asked for that takes long; runs until it is told to stop."""
    if once:
        click.echo(f"{working.work_due()} jobs done")
        return
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_told: stopped.set())
    working.work_always(lambda: stopped.is_set() or (beside is not None and os.getppid() != beside))


@click.command("sweep-jobs")
@with_appcontext
def sweep_jobs() -> None:
    """Remove files that were made and are older than we keep them; a running `flask work` does this by itself."""
    count = job_operations.sweep_jobs(working.made_folder(), at=now())
    click.echo(f"{count} jobs forgotten")


@contextmanager
def outside_a_request() -> Iterator[None]:
    """Letters hold addresses of pages; a command has no request to take them from."""
    base = current_app.config["PUBLIC_ADDRESS"] or "http://localhost:8000"
    with current_app._get_current_object().test_request_context(base_url=base):  # type: ignore[attr-defined]
        yield


def register(app: Flask) -> None:
    """Make the commands known to `flask`."""
    for command in (
        load_municipalities,
        load_demo,
        demo_links,
        create_coordinator,
        check_rules,
        send_mail,
        send_digests,
        remind_organisers,
        remind_deadlines,
        work,
        sweep_jobs,
    ):
        app.cli.add_command(command)
