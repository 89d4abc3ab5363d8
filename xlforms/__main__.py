"""`python -m xlforms` is the command `xlforms`."""

from xlforms.cli.main import main

if __name__ == "__main__":
    main()
