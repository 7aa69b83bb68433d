"""All blueprints, in alphabetical order."""

from __future__ import annotations

from portal.accounts.routes import bp as accounts
from portal.dashboards.routes import bp as dashboards
from portal.dashboards.routes.api import bp as api
from portal.dashboards.routes.calendar import bp as feed
from portal.funding.routes import bp as funding
from portal.jobs.routes import bp as jobs
from portal.meetings.routes import answers, calendar
from portal.meetings.routes import bp as meetings
from portal.network.routes.networks import bp as networks
from portal.network.routes.partners import bp as partners
from portal.open_page.routes import bp as open_page
from portal.participation.routes import bp as participation
from portal.participation.routes import following, letter_box
from portal.plans.routes import bp as plans
from portal.post.routes import bp as post
from portal.reports.routes import bp as reports
from portal.reports.year.routes import bp as years
from portal.reviews.routes import bp as reviews
from portal.reviews.routes import reading
from portal.transfer.routes import bp as transfer
from portal.web.assets import bp as assets
from portal.web.gallery import bp as design

BLUEPRINTS = (
    accounts,
    answers,
    api,
    assets,
    calendar,
    dashboards,
    design,
    feed,
    following,
    funding,
    jobs,
    letter_box,
    meetings,
    networks,
    open_page,
    partners,
    participation,
    plans,
    post,
    reading,
    reports,
    reviews,
    transfer,
    years,
)
