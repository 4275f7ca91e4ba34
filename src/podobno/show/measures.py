"""Show scores, and the faults of packs.

In:   a gold folder, floors, language codes.
Out:  lines on standard output, what fell short on standard error, exit codes.
Not:  the measuring, which is measure.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from podobno.lang.pack import pack_codes
from podobno.measure.floors import below_floors, gold_hash, read_floors, write_floors
from podobno.measure.packs import check_pack
from podobno.measure.scores import Score, score_folder
from podobno.run.pipeline import open_stages
from podobno.show.lines import print_line
from podobno.show.settings import read_settings
from podobno.show.words import counted


def show_scores(gold: Path, as_json: bool) -> dict[str, Score]:
    """Score the program on a gold folder, print a line for each measure, and return the scores."""
    scores = score_folder(gold, open_stages(parser=read_settings().parser))
    for name, score in scores.items():
        told = {"measure": name, "precision": score.precision, "recall": score.recall, "value": score.value}
        print_line({**told, "count": score.count}, as_json, _score_words(name, score))
    return scores


def _score_words(name: str, score: Score) -> str:
    if score.precision is None or score.recall is None:
        return f"{name:28} {'':18}   {score.value:.3f}   n {score.count}"
    return f"{name:28} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.value:.3f}   n {score.count}"


def hold_floors(scores: Mapping[str, Score], gold: Path, floors: Path, *, write: bool, may_fall: bool) -> int:
    """Hold the scores against the floors, or write them as the new ones; return 1 where one is too low."""
    if write:
        write_floors(floors, scores, gold_hash(gold), may_fall=may_fall)
        return 0
    short = list(below_floors(scores, read_floors(floors), gold_hash(gold)))
    for line in short:
        sys.stderr.write(line + "\n")
    return 1 if short else 0


def show_packs(codes: Sequence[str], as_json: bool) -> int:
    """Check packs, all of them where none is named; print each fault, and return 1 where there is one."""
    faults = 0
    for code in codes or pack_codes():
        found = check_pack(code, open_stages(code, parser=read_settings().parser))
        for fault in found:
            print_line({"code": code, "fault": fault}, as_json, "{fault}")
        if not found and not as_json:
            print_line({"code": code}, as_json, "{code}: all is well")
        faults += len(found)
    if faults:
        sys.stderr.write(counted(faults, "fault") + "\n")
    return 1 if faults else 0
