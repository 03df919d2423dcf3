"""`python -m vigie` is the command `vigie`."""

from vigie.cli import main

if __name__ == "__main__":
    main()
