import pytest

from bot.operation import Operation, OperationError, read_operation


@pytest.fixture
def file(tmp_path):
    def write(text):
        path = tmp_path / "operator.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_without_a_word_files_are_private_and_shared_ones_stay(file):
    assert read_operation(file("")) == Operation(kind="private", removal=False, files=20)


def test_each_setting_is_read(file):
    path = file('[collection]\nkind = "shared"\nremoval = true\nfiles = 5\n')
    assert read_operation(path) == Operation(kind="shared", removal=True, files=5)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[collection]\nkind = "public"', "kind must be private or shared, was: 'public'"),
        ("[collection]\nremoval = 1", "removal must be true or false, was: 1"),
        ("[collection]\nfiles = 0", "files must be a number from 1 to 1000, was: 0"),
        ("[collection]\nfiles = true", "files must be a number from 1 to 1000, was: True"),
        ("[collection]\nsort = 1", r"unknown 'sort' in \[collection\]; it has: kind, removal"),
        ("[colection]\nfiles = 2", r"colection is no table \[collection\]"),
        ("collection = 3", r"collection is no table \[collection\]"),
        ("[collection", r"cannot read .*operator\.toml, which ZHENGWEN_CONFIG names"),
    ],
)
def test_a_wrong_file_is_refused_naming_what_is_wrong(file, text, message):
    with pytest.raises(OperationError, match=message):
        read_operation(file(text))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(OperationError, match=r"cannot read .*none\.toml"):
        read_operation(tmp_path / "none.toml")
