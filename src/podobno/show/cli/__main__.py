"""Run the command line with ``python -m podobno.show.cli``."""

from podobno.show.start import main

main()
