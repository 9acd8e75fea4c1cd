from dataclasses import fields

import gradio as gr
import pytest

from bot.web.layout import PICKED, Parts, lay_out


@pytest.fixture
def parts():
    with gr.Blocks(analytics_enabled=False):
        return lay_out()


def test_what_a_switch_of_language_changes_are_all_components_but_states(parts):
    states = {
        field.name for field in fields(Parts) if isinstance(getattr(parts, field.name), gr.State)
    }
    left_out = {
        field.name for field in fields(Parts) if getattr(parts, field.name) not in parts.shown
    }
    assert left_out == states | {"nudge"}


def test_ids_are_unique_and_our_own(parts):
    ids = [getattr(parts, field.name).elem_id for field in fields(Parts)]
    named = [id_ for id_ in ids if id_]
    assert len(named) == len(set(named))
    assert all(id_.startswith("zw-") for id_ in named)


def test_no_html_runs_a_script_but_the_one_that_passes_picks_on(parts):
    scripts = {
        part.js_on_load
        for field in fields(Parts)
        if isinstance(part := getattr(parts, field.name), gr.HTML)
    }
    assert scripts == {None, PICKED}
