"""People: who may come in, a link for somebody new, and the way to end it."""

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import admission, notices

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
people = admission.read_people()
about = text("Open links, people signed in, tokens of systems", lang)

with ui.head(admission.find_title(people, lang), about):
    pass
admission.draw_outcome(lang)
if visitor.role == "local":
    ui.empty(
        text(
            "Nobody is asked to sign in. Start the server with KASIPKOR_IDENTITY=on: it prints a "
            "link for the first administrator, who then invites others here.",
            lang,
        )
    )
else:
    admission.draw_invitation(visitor)
admission.draw_people(visitor, people)
admission.draw_rotation(visitor)
notices.draw_notices(visitor)
