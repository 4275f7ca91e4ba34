"""The description in OpenAPI is true: whatever it allows is answered as it says."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)
from tests.show.web.ledgers import ADDRESSES

EXAMPLES = 40  # for each address
CHECKS = (
    not_a_server_error,
    negative_data_rejection,
    unsupported_method,
    response_headers_conformance,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
PATHS = (
    "/stories",
    "/stories/{id_}",
    "/articles/{id_}",
    "/claims",
    "/claims/{id_}",
    "/claims/{id_}/explain",
    "/names",
    "/figures",
    "/judgements",
)
SETTINGS = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def test_the_description_is_of_openapi_three_one_and_names_every_kind_of_page(client):
    told = client.get("/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert sorted(told["paths"]) == sorted(PATHS)
    assert all(set(operations) == {"get"} for operations in told["paths"].values())


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize("path", PATHS)
def test_whatever_is_asked_is_answered_as_the_description_says(described, path, mode):
    @SETTINGS
    @given(case=described[path]["GET"].as_strategy(generation_mode=mode))
    def answer(case):
        case.call_and_validate(base_url="http://localhost", checks=CHECKS)

    answer()


@pytest.mark.parametrize("address", [address for address in ADDRESSES if "?" not in address])
def test_data_has_the_shape_that_the_description_gives_it(described, client, address):
    path = next(path for path in PATHS if path.split("/")[1:-1] == address.split("/")[1:-1] or path == address)
    case = described[path]["GET"].Case(path_parameters={"id_": address.rpartition("/")[2]}, query={"format": "json"})
    answer = case.call_and_validate(base_url="http://localhost", checks=CHECKS)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == ["application/json"]
