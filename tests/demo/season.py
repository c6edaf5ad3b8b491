"""The whole demonstration season, in the order it happened."""

from tests.demo import (
    build,
    calendar,
    exams,
    movement,
    professionals,
    progress,
    republic,
    selection,
    vacancy,
)


def build_season():
    """Return files and steps; the same ones every time."""
    season = build.start_season()
    contests = republic.run_championship(season)
    jury = build.choose_jury(season)
    build.add_archive(season)
    build.add_organisations(season)
    build.add_contests(season, republic.list_contest_rows(season, contests))
    build.add_experts(season, [*jury, *republic.list_expert_rows(season, contests)])
    build.add_oblast_stage(season)
    build.add_professionals(season, jury)
    movement.add_movement(season)
    calendar.add_calendar(season)
    republic.add_lists(season, contests)
    republic.add_marking(season, contests)
    progress.add_progress(season)
    vacancy.add_vacancies(season)
    exams.add_exams(season)
    selection.add_selections(season)
    professionals.add_professionals(season)
    return season
