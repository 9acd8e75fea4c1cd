import re

import pytest
from fastapi.testclient import TestClient

from bot.web.page import create_page
from bot.web.server import HEADERS, create_server


@pytest.fixture
def client(collection):
    return TestClient(create_server(create_page(collection)))


def test_every_response_forbids_other_servers(client):
    for path in ("/", "/config", "/no-such-page"):
        response = client.get(path)
        for name, value in HEADERS.items():
            assert response.headers[name] == value
    assert "http" not in HEADERS["content-security-policy"]


def test_the_page_brings_its_own_look_and_no_remote_part(client):
    page = client.get("/").text
    loaded = re.findall(r"<(?:script|link|img|iframe)[^>]*?(?:src|href)=\"([^\"]*)\"", page)
    assert loaded
    assert not [address for address in loaded if "//" in address]
    config = client.get("/config").json()
    assert ".zw-conversation" in config["head"]
    assert ".zw-documents" in config["head"]
    assert not config.get("stylesheets")


def test_gradio_adds_no_footer_no_history_and_no_analytics(client):
    config = client.get("/config").json()
    assert config["footer_links"] == []
    assert config["run_history"] is False
    assert config["analytics_enabled"] is False


def test_files_over_the_limit_are_refused_by_the_server_too(client):
    from corpus.loading import MAX_FILE_BYTES

    big = {"files": ("big.txt", b"a" * (MAX_FILE_BYTES + 1))}
    assert client.post("/gradio_api/upload", files=big).status_code == 413
