"""Addresses for signing in, invitations, new passwords and the own account."""

from __future__ import annotations

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_login import current_user

from portal.accounts import access, letters, operations, queries, rules, sessions
from portal.accounts.forms import (
    AcceptInvitationForm,
    AskResetForm,
    ChangePasswordForm,
    ChoosePasswordForm,
    ConfirmForm,
    InvitePersonForm,
    NameTokenForm,
    SignInForm,
)
from portal.extensions import db
from portal.foundation.actor import Role
from portal.foundation.clock import now
from portal.history.overtaking import take_turn
from portal.network.models import Network
from portal.network.queries import find_partner, list_partner_choices
from portal.post.operations import queue_letter, send_beside, send_soon
from portal.web.forms import optional_id
from portal.web.guards import current_actor, in_network, insist, public, signed_in
from portal.web.mail import list_letters
from portal.web.sent_forms import new_key, note_saved, saved_before

bp = Blueprint("accounts", __name__)


@bp.route("/sign-in", methods=["GET", "POST"])
@public
def sign_in() -> ResponseReturnValue:
    """Sign in with mail address and password."""
    form = SignInForm()
    if request.method == "GET":
        form.next.data = request.args.get("next", "")
        if current_user.is_authenticated:
            return redirect(sessions.safe_next(form.next.data) or url_for("accounts.home"))
    status = form.http_status
    if form.validate_on_submit():
        address = request.remote_addr or ""
        if sessions.too_many_attempts(form.email.data, address=address):
            form.form_errors.append(_("Te veel pogingen. Wacht een kwartier en probeer opnieuw."))
            status = 429
        elif account := sessions.try_to_sign_in(form.email.data, form.password.data, address=address):
            db.session.commit()
            sessions.begin_session(account)
            return redirect(sessions.safe_next(form.next.data) or url_for("accounts.home"))
        else:
            db.session.commit()
            form.form_errors.append(_("Dit e-mailadres of wachtwoord klopt niet."))
            status = 401
    demo = queries.list_demo_accounts() if current_app.config["DEVELOPMENT"] else []
    return render_template("accounts/sign_in.html", form=form, demo_accounts=demo), status


@bp.get("/sign-out")
@public
def leave() -> ResponseReturnValue:
    """Ask before signing out: a link alone must not end a session."""
    return render_template("accounts/leave.html")


@bp.post("/sign-out")
@public
def sign_out() -> ResponseReturnValue:
    """End the session on this device."""
    sessions.end_session()
    flash(_("Je bent afgemeld."), "notice")
    return redirect(url_for("accounts.sign_in"))


@bp.get("/")
@signed_in
def home() -> ResponseReturnValue:
    """The networks of this person; with one network, straight to it."""
    networks = queries.list_networks_of(current_user)
    if len(networks) == 1 and not current_user.is_administrator:
        return redirect(url_for("dashboards.front", slug=networks[0].slug))
    return render_template("accounts/home.html", networks=networks)


@bp.route("/password/ask", methods=["GET", "POST"])
@public
def ask_password_reset() -> ResponseReturnValue:
    """Ask a mail to choose a new password; answers the same whether or not the account exists."""
    form = AskResetForm()
    if form.validate_on_submit():
        address, moment, email = request.remote_addr or "", now(), form.email.data.strip().lower()
        throttled = operations.is_throttled(rules.RESET_LIMIT, email, now=moment) or operations.is_throttled(
            rules.RESET_ADDRESS_LIMIT, address, now=moment
        )
        account = None if throttled else queries.find_account_by_email(email)
        queued = []
        if account is not None and account.is_active_account:
            letter = letters.reset_letter(account, operations.start_password_reset(account, now=moment))
            queued.append(queue_letter(letter, expires_at=moment + rules.RESET_LIFE))
        operations.count_attempt(rules.RESET_LIMIT, email, now=moment)
        operations.count_attempt(rules.RESET_ADDRESS_LIMIT, address, now=moment)
        db.session.commit()
        send_beside(queued)
        return render_template("accounts/password_asked.html", email=email)
    return render_template("accounts/ask_password_reset.html", form=form), form.http_status


@bp.route("/password/new/<token>", methods=["GET", "POST"])
@public
def choose_password(token: str) -> ResponseReturnValue:
    """Choose a new password with a link from a mail."""
    reset = queries.find_usable_reset(token, now())
    if reset is None:
        return render_template("accounts/link_over.html"), 410
    form = ChoosePasswordForm()
    take_turn(None)  # of two who use the link at the same moment, the second finds it used
    if request.method == "POST" and queries.find_usable_reset(token, now()) is None:
        return render_template("accounts/link_over.html"), 410
    if form.validate_on_submit() and form.accepts(
        operations.finish_password_reset, reset, password=form.password.data, now=now()
    ):
        db.session.commit()
        flash(_("Je nieuwe wachtwoord is bewaard. Meld je nu aan."), "success")
        return redirect(url_for("accounts.sign_in"))
    return render_template("accounts/choose_password.html", form=form), form.http_status


@bp.route("/invitation/<token>", methods=["GET", "POST"])
@public
def accept_invitation(token: str) -> ResponseReturnValue:
    """Come into a network with a link from a mail."""
    invitation = queries.find_usable_invitation(token, now())
    if invitation is None:
        return render_template("accounts/link_over.html"), 410
    form = AcceptInvitationForm(name=invitation.name)
    if form.validate_on_submit():
        if sessions.too_many_attempts(invitation.email, address=request.remote_addr or ""):
            abort(429)
        if form.accepts(
            operations.accept_invitation,
            invitation,
            name=form.name.data,
            password=form.password.data,
            account=None,
            now=now(),
        ):
            db.session.commit()
            sessions.begin_session(form.outcome)
            flash(_("Welkom in het netwerk."), "success")
            return redirect(url_for("dashboards.front", slug=invitation.network.slug))
        for limit in rules.SIGN_IN_LIMITS:
            operations.count_attempt(limit, invitation.email, now=now())
        db.session.commit()
    return render_template("accounts/accept_invitation.html", form=form, invitation=invitation), form.http_status


@bp.route("/account", methods=["GET", "POST"])
@signed_in
def account() -> ResponseReturnValue:
    """The own account: password, tokens, open sessions."""
    form = ChangePasswordForm()
    if form.validate_on_submit() and form.accepts(
        operations.change_password, current_user, current=form.current.data, password=form.password.data
    ):
        db.session.commit()
        sessions.begin_session(current_user)
        flash(_("Je wachtwoord is veranderd. Op andere toestellen ben je afgemeld."), "success")
        return redirect(url_for("accounts.account"))
    return _account_page(form, _token_form()), form.http_status


def _token_form() -> NameTokenForm:
    form = NameTokenForm(formdata=None)
    form.once.data = form.once.data or new_key()
    return form


def _account_page(form: ChangePasswordForm, token_form: NameTokenForm, token: str | None = None) -> str:
    return render_template(
        "accounts/account.html",
        form=form,
        token_form=token_form,
        token=token,
        tokens=queries.list_api_tokens(current_user),
    )


@bp.post("/account/sessions/end")
@signed_in
def end_sessions() -> ResponseReturnValue:
    """Sign out on every device."""
    operations.end_all_sessions(current_user)
    db.session.commit()
    sessions.end_session()
    flash(_("Je bent op alle toestellen afgemeld."), "notice")
    return redirect(url_for("accounts.sign_in"))


@bp.post("/account/tokens")
@signed_in
def create_api_token() -> ResponseReturnValue:
    """A personal token for the read API, shown once."""
    form = NameTokenForm()
    if again := saved_before(form):
        return again
    if form.validate_on_submit() and form.accepts(
        operations.create_api_token, current_user, name=form.name.data, now=now()
    ):
        note_saved(form, url_for("accounts.account"))
        db.session.commit()
        return _account_page(ChangePasswordForm(formdata=None), _token_form(), token=form.outcome)
    return _account_page(ChangePasswordForm(formdata=None), form), form.http_status


@bp.post("/account/tokens/<int:token_id>/revoke")
@signed_in
def revoke_api_token(token_id: int) -> ResponseReturnValue:
    """Take back a personal token."""
    operations.revoke_api_token(queries.get_api_token(current_user.id, token_id), at=now())
    db.session.commit()
    flash(_("Het token werkt niet meer."), "notice")
    return redirect(url_for("accounts.account"))


@bp.get("/networks/<slug>/people")
@in_network(Role.COORDINATOR)
def people(network: Network) -> ResponseReturnValue:
    """Who can come into the network, and who is invited."""
    return render_template(
        "accounts/people.html",
        assignments=queries.list_assignments(network.id),
        invitations=queries.list_open_invitations(network.id, now()),
        confirm=ConfirmForm(formdata=None),
    )


@bp.route("/networks/<slug>/people/invite", methods=["GET", "POST"])
@in_network(Role.COORDINATOR)
def invite_person(network: Network) -> ResponseReturnValue:
    """Invite somebody by mail."""
    form = InvitePersonForm()
    form.offer(list_partner_choices(network.id))
    who = str(current_user.id)
    if again := saved_before(form):
        return again
    if form.validate_on_submit():
        if operations.is_throttled(rules.INVITE_LIMIT, who, now=now()):
            abort(429)
        partner_id = optional_id(form.partner_id.data)
        if form.accepts(
            operations.invite_person,
            network,
            email=form.email.data,
            name=form.name.data or "",
            role=Role(form.role.data),
            partner=find_partner(network.id, partner_id) if partner_id else None,
            now=now(),
        ):
            invitation, token = form.outcome
            operations.count_attempt(rules.INVITE_LIMIT, who, now=now())
            page = note_saved(form, url_for("accounts.people", slug=network.slug))
            letter = letters.invitation_letter(invitation, token, invited_by=current_user.name)
            mail = queue_letter(letter, network_id=network.id, expires_at=invitation.expires_at)
            db.session.commit()
            flash(*letters.sent_notice(send_soon([mail])))
            return redirect(page)
    return render_template("accounts/invite_person.html", form=form), form.http_status


@bp.post("/networks/<slug>/people/invitations/<int:invitation_id>/revoke")
@in_network(Role.COORDINATOR)
def revoke_invitation(network: Network, invitation_id: int) -> ResponseReturnValue:
    """Take back an invitation that nobody used yet."""
    operations.revoke_invitation(queries.get_invitation(network.id, invitation_id), at=now())
    db.session.commit()
    flash(_("De uitnodiging is ingetrokken."), "notice")
    return redirect(url_for("accounts.people", slug=network.slug))


@bp.post("/networks/<slug>/people/<int:assignment_id>/end")
@in_network(Role.COORDINATOR)
def end_assignment(network: Network, assignment_id: int) -> ResponseReturnValue:
    """End a role; the account stays."""
    assignment = queries.get_assignment(network.id, assignment_id)
    insist(access.can_end_assignment(current_actor(), assignment.account_id))
    operations.end_assignment(assignment, at=now())
    db.session.commit()
    flash(_("Deze persoon heeft die rol niet meer."), "notice")
    return redirect(url_for("accounts.people", slug=network.slug))


@bp.get("/mail")
@public
def sent_mail() -> ResponseReturnValue:
    """Mail that a development server sent, in place of an inbox; only on the machine itself, for it opens accounts."""
    if not current_app.config["SHOW_MAIL"] or request.remote_addr not in ("127.0.0.1", "::1"):
        abort(404)
    return render_template("accounts/sent_mail.html", letters=list_letters())
