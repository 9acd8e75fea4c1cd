"""Print the section tree of a file: ``python -m corpus outline FILE [--json]``."""

import argparse
import json
import sys
from pathlib import Path

from corpus.command import leave
from corpus.document import Document, outline

EXAMPLES = """
examples:
  python -m corpus outline corpus/documents/tianjin-information-industry-2017
  python -m corpus outline notice.docx --json > outline.json
"""


def print_tree(document: Document) -> None:
    """Print title, facts and sections, indented by level."""
    print(document.title)
    facts = {
        "issuer": document.issuer,
        "number": document.number,
        "date": document.date,
        "cites": ", ".join(document.cites),
        "effective": document.effective,
        "expires": document.expires,
        "repeals": ", ".join(
            r.title or r.number or "" for r in document.relations if r.kind == "repeals"
        ),
    }
    print("  ".join(f"{name}: {value}" for name, value in facts.items() if value))
    for section in document.sections:
        indent = "  " * (section.level - 1)
        units = document.responsible(section.ref)
        tail = f"  [{'、'.join(units)}]" if units else ""
        print(f"{indent}{section.ref}  {section.heading}{tail}")


def main(argv: list[str] | None = None) -> int:
    """Run the command; 0, or 1 with a one-line reason on stderr."""
    parser = argparse.ArgumentParser(
        prog="python -m corpus",
        description=__doc__,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser(
        "outline",
        help="the section tree of any supported file",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument(
        "--json",
        action="store_true",
        help="print the outline as JSON; a list of outlines for a file of several documents",
    )
    args = parser.parse_args(argv)
    from corpus.reader import DocumentReader

    try:
        with DocumentReader() as reader:
            documents = reader.read(args.file)
    except (OSError, ValueError) as error:
        print(f"cannot outline {args.file}: {error}", file=sys.stderr)
        return 1
    for document in documents:
        name = f"{document.id}: " if len(documents) > 1 else ""
        for warning in document.warnings:
            print(f"warning: {name}{warning}", file=sys.stderr)
    if args.json:
        outlines = [outline(document) for document in documents]
        one = outlines[0] if len(outlines) == 1 else outlines
        print(json.dumps(one, ensure_ascii=False, indent=1))
    else:
        for document in documents:
            print_tree(document)
    return 0


if __name__ == "__main__":
    leave(main)
