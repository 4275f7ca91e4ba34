"""What many tests share: the stages of the Polish pack, opened once."""

import pytest

from podobno.run.pipeline import Stages, open_stages


@pytest.fixture(scope="session")
def stages() -> Stages:
    return open_stages()


@pytest.fixture(scope="session")
def parser(stages):
    return stages.parser
