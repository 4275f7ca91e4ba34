"""How large the code may be: HOUSE of this project, CONTRIBUTING.md, "Size and shape"."""

import ast
from statistics import median, quantiles

from tests.rules.sources import functions, size, sources

LONGEST_FUNCTION = 60
LONGEST_FILE = 500
MOST_PARAMETERS = 5


def test_half_of_the_functions_are_under_eight_lines_and_nine_in_ten_under_twenty_five():
    sizes = [size(function) for source in sources() for function in functions(source)]
    assert median(sizes) < 8
    assert quantiles(sizes, n=10)[-1] < 25


def test_no_function_is_longer_than_sixty_lines():
    long = [
        f"{source.name}: {function.name} has {size(function)} lines"
        for source in sources()
        for function in functions(source)
        if size(function) > LONGEST_FUNCTION
    ]
    assert long == []


def test_no_file_is_longer_than_five_hundred_lines():
    assert [source.name for source in sources() if source.lines > LONGEST_FILE] == []


def test_no_function_has_more_than_five_parameters():
    # A command's parameters are its options: typer reads them from the signature.
    crowded = [
        f"{source.name}: {function.name}"
        for source in sources()
        if not source.name.startswith("show/cli/")
        for function in functions(source)
        if len(_parameters(function.args)) > MOST_PARAMETERS
    ]
    assert crowded == []


def _parameters(args: ast.arguments) -> list[str]:
    names = [arg.arg for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs)]
    return [name for name in names if name not in {"self", "cls"}]
