"""The kasipkor command, by its name or as ``python -m kasipkor_core``."""

from kasipkor_core.loading import loading


def main() -> None:
    """Load the command line, then run it."""
    with loading():
        from kasipkor_core import cli  # noqa: PLC0415  loaded inside the block
    cli.main()


if __name__ == "__main__":
    main()
