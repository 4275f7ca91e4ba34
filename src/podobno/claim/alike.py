"""Which nouns may call the same person: "prezes Gazpromu" and "szef Gazpromu".

In:   the pack's lists of chiefs and deputies.
Out:  AlikeRoles: whether two nouns may be one role.
Not:  who is called so in an article: claim/titles.py.
"""

from dataclasses import dataclass

from podobno.claim.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class AlikeRoles:
    """Nouns that stand for one another where they head the same thing."""

    chiefs: frozenset[str]  # of anything: "szef"
    posts: frozenset[str]  # whose holder a chief is: "prezes", "minister"
    deputies: frozenset[str]  # "wiceprezes", "wiceszef"
    advocates: frozenset[str]  # "adwokat", "obrońca"
    clergy: frozenset[str]  # "arcybiskup", "metropolita"

    def are_one(self, one: str, other: str) -> bool:
        """Say whether two nouns may be one role; two posts are two: "prezydent Rosji", "premier Rosji"."""
        both = {one, other}
        heads = bool(both & self.chiefs) and both <= self.chiefs | self.posts
        return one == other or heads or any(both <= same for same in (self.deputies, self.advocates, self.clergy))


def alike_roles(scene: Scene) -> AlikeRoles:
    """Read the lists of the pack."""
    rules = scene.words.rules
    return AlikeRoles(
        **{name: frozenset(rules[name]) for name in ("chiefs", "posts", "deputies", "advocates", "clergy")}
    )
