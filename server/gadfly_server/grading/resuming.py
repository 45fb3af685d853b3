"""Goes on with dialogues that were cut short: what was played about a program is kept at once, and not played again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import TypeVar

from gadfly_server.grading.edition import edition
from gadfly_server.grading.files import line_of
from gadfly_server.grading.playing import Game, Played
from gadfly_server.grading.pool import Pool
from gadfly_server.grading.pressure.pressing import Press
from gadfly_server.grading.store import Store
from gadfly_server.grading.transcript import Transcript

G = TypeVar("G", Game, Press)


def all_played(
    work: Callable[[G], tuple[Played, ...]], games: Sequence[G], store: Store, pool: Pool, tell: Callable[[], None]
) -> list[Played]:
    """Play what is not kept, and give all in the order of the games; ``tell`` hears of each game that is done."""
    keys = [_key(game) for game in games]
    known = store.known(keys)
    left = [(key, game) for key, game in zip(keys, games, strict=True) if key not in known]
    for _ in range(len(games) - len(left)):
        tell()
    for number, played in pool.results(work, [game for _, game in left]):
        store.put_text(left[number][0], json.dumps([_told(each) for each in played], ensure_ascii=False))
        tell()
    return [_read(each) for key in keys for each in json.loads(store.text(key) or "[]")]


def _key(game: Game | Press) -> str:
    """Name a game by all that it depends on; whether a tutor is another one by now cannot be seen from here."""
    rest = [repr(getattr(game, each.name)) for each in fields(game) if each.name != "lesson"]
    whole = json.dumps([edition(), type(game).__name__, line_of(game.lesson), rest], ensure_ascii=False)
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def _told(played: Played) -> dict[str, object]:
    plain = {each.name: getattr(played, each.name) for each in fields(played) if each.name != "transcript"}
    return {**plain, "transcript": line_of(played.transcript)}


def _read(told: dict[str, object]) -> Played:
    transcript = Transcript.model_validate_json(str(told["transcript"]))
    return Played(**{**told, "transcript": transcript})  # type: ignore[arg-type] # as it was told
