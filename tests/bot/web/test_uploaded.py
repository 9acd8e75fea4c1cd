from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from gradio.utils import get_upload_folder

from bot.web.page import create_page
from bot.web.server import create_server
from bot.web.uploaded import check_uploaded

FOLDER = Path(get_upload_folder())


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "",
        ".",
        str(FOLDER / ".." / "secret.txt"),
        str(FOLDER) + "-other/secret.txt",
        "http://127.0.0.1/secret.txt",
        "\0",
        7,
        ["/etc/passwd"],
    ],
)
def test_a_file_that_nobody_uploaded_is_refused_wherever_it_is_named(path):
    for value in ({"path": path}, [["甲", {"files": [{"path": path}]}]]):
        with pytest.raises(PermissionError, match="is no uploaded file"):
            check_uploaded(value)


def test_a_link_out_of_the_folder_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
    (tmp_path / "plan.txt").symlink_to("/etc/passwd")
    with pytest.raises(PermissionError, match=r"plan\.txt"):
        check_uploaded({"path": str(tmp_path / "plan.txt")})


def test_uploaded_files_and_other_values_are_let_through():
    check_uploaded([{"path": str(FOLDER / "abc" / "plan.txt")}, "甲", None, 3, {"b": ("/etc",)}])


@pytest.fixture
def client(collection, tmp_path, monkeypatch):
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path / "uploads"))
    with TestClient(create_server(create_page(collection))) as client:
        yield client


def queued(client, path):
    """Ask, as the page does, that a file be taken; the session is the same each time."""
    functions = client.get("/config").json()["dependencies"]
    (number,) = (f["id"] for f in functions if any(t[1] == "upload" for t in f["targets"]))
    file = {"path": path, "meta": {"_type": "gradio.FileData"}}
    data = {"fn_index": number, "data": [[file], "zh", None], "session_hash": "abc"}
    return client.post("/gradio_api/run/predict", json=data)


def test_a_forged_request_reads_no_file_of_the_server(client, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("秘密规定\n\n第一条 密码。\n", encoding="utf-8")
    assert queued(client, str(secret)).status_code == 500
    assert not list((tmp_path / "uploads").rglob("secret.txt"))
    sent = client.post("/gradio_api/upload", files={"files": ("mine.txt", b"x")}).json()
    answer = queued(client, sent[0])
    assert answer.status_code == 200
    assert "mine.txt" in answer.text
    assert "secret.txt" not in answer.text
