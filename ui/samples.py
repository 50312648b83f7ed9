"""The samples: a first look without a file of one's own."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import streamlit as st

from ui.asking import ask_first
from ui.frame import page_path
from ui.session import current_session, open_files, say

SAMPLES = Path(__file__).parents[1] / "data" / "samples"


def ask_sample() -> None:
    """A button for each sample; it opens the sample and goes to the Overview."""
    with st.container(border=True, key="samples"):
        st.subheader(say("pages.start.sample_title"), anchor=False)
        st.write(say("pages.start.sample_help"))
        for path in sorted(SAMPLES.glob("*.xlsx")):
            name = say(f"pages.start.sample.{path.stem}")
            if st.button(name, key=f"sample_{path.stem}", width="stretch"):
                _ask_to_replace(path, name)


def _ask_to_replace(path: Path, name: str) -> None:
    """The reader's own files are not put away for a sample without a question."""
    if own_files_open():
        ask_first(name, say("pages.start.sample_sure"), say("pages.start.sample_yes"), partial(_open_sample, path))
    else:
        _open_sample(path)


def own_files_open() -> bool:
    """Whether something else than a sample is open."""
    samples = {path.read_bytes() for path in SAMPLES.glob("*.xlsx")}
    return any(file.content not in samples for file in current_session().files)


def _open_sample(path: Path) -> None:
    from ingest import InputFile

    with st.spinner(say("pages.start.reading")):
        open_files((InputFile(path.name, path.read_bytes()),))
    st.switch_page(page_path("overview"))
