"""Whether a name that comes late is of somebody who was known by his role so far.

In:   a scene, the titles of the article, a name that speaks, the voice that was heard last.
Out:  yes or no. "Prezydent mówił o wojnie. „...” – podkreślił [Jan Kos]": yes, for no article brings in a stranger by
      his name alone.
Not:  a role behind a name, which is claim/titles.py.
"""

from podobno.claim.heard import Voice
from podobno.claim.roles import PERSON
from podobno.claim.scene import Scene
from podobno.claim.titles import Titles
from podobno.records.values import Mention


def is_named_late(scene: Scene, titles: Titles, mention: Mention, voice: Voice) -> bool:
    """Say whether a full name without a title, not named before the role was heard, is of the one called by it."""
    is_bare = mention.kind == PERSON and " " in mention.base and not titles.of(mention.entity)
    if not is_bare or not _is_role(scene, voice) or voice.gender not in (titles.genders.get(mention.entity), None):
        return False
    return all(m.entity != mention.entity for m in scene.found.mentions if m.first < voice.first)


def _is_role(scene: Scene, voice: Voice) -> bool:
    """ "Prezydent", but not "mężczyzna", who may be anybody."""
    is_one = voice.is_person and voice.number == "Sing" and voice.name[:1].islower()
    return is_one and bool(voice.nouns) and not voice.nouns & scene.words.roles.general
