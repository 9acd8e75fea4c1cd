"""The shared training loop: rates, tables, embedding, and going on from a checkpoint."""

import pytest
import torch

from index.training.loop import Rates, SplitEmbedding, embed, learn, pad


def load(folder):
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(folder), device="cpu", local_files_only=True)


def weights(model) -> dict[str, torch.Tensor]:
    return {name: tensor.clone() for name, tensor in model.state_dict().items()}


ROWS = [[2, 47, 48, 3], [2, 49, 3], [2, 50, 51, 52, 3]]


def pull_together(step, body):
    """A loss that depends on the step: the first text is pulled to one of the others."""
    vectors = body(ROWS)
    return 1 - vectors[0] @ vectors[1 + step % 2]


def run(student, folder, steps=4, loss=pull_together):
    folder.mkdir(exist_ok=True)
    learn(
        student,
        loss,
        first_new=50,
        steps=steps,
        rates=Rates(1e-2, 1e-3),
        checkpoint=folder / "run.pt",
        save_every=2,
    )
    return weights(student)


@pytest.mark.parametrize(
    ("step", "share"), [(0, 0.1), (4, 0.48), (9, 0.91), (10, 0.9), (50, 0.5), (99, 0.01)]
)
def test_rates_rise_for_a_tenth_of_the_steps_and_then_fall(step, share):
    assert Rates(2e-3, 1e-4).at(step, 100) == pytest.approx((2e-3 * share, 1e-4 * share))


def test_ids_are_padded_to_the_longest():
    ids, mask = pad([[5, 6, 7], [8]], "cpu")

    assert ids.tolist() == [[5, 6, 7], [8, 0, 0]]
    assert mask.tolist() == [[1, 1, 1], [1, 0, 0]]


def test_split_table_looks_up_like_one_table():
    table = torch.arange(20, dtype=torch.float32).reshape(5, 4)
    split = SplitEmbedding(table, 3)
    ids = torch.tensor([[0, 4, 2], [3, 1, 4]])

    assert torch.equal(split(ids), table[ids])
    assert torch.equal(split.whole(), table)


def test_only_new_words_get_gradients():
    split = SplitEmbedding(torch.ones(5, 4), 3)
    split(torch.tensor([[0, 4]])).sum().backward()

    assert [name for name, _ in split.named_parameters()] == ["new.weight"]
    assert split.new.weight.grad.to_dense().tolist() == [[0] * 4, [1] * 4]


def test_embedding_is_that_of_the_encoder(tiny_model):
    model = load(tiny_model)
    texts = ["radar plan", "fund"]
    with torch.no_grad():
        found = embed(model[0].auto_model, model.tokenizer(texts)["input_ids"], "cpu")

    assert found == pytest.approx(model.encode(texts, normalize_embeddings=True), abs=1e-5)


def test_loss_falls_and_old_word_vectors_stay(tiny_model, tmp_path):
    student = load(tiny_model)
    before = weights(student)
    (name,) = [n for n in before if n.endswith("word_embeddings.weight")]
    losses = []

    def watched(step, body):
        loss = pull_together(1, body)
        losses.append(loss.item())
        return loss

    after = run(student, tmp_path / "w", steps=12, loss=watched)

    assert losses[-1] < losses[0] - 0.01
    assert torch.equal(after[name][:50], before[name][:50])
    assert not torch.equal(after[name][50:53], before[name][50:53])


def test_resumed_training_gives_the_result_of_an_unbroken_run(tiny_model, tmp_path):
    """The second run is interrupted in its third step, after the checkpoint of the second."""
    unbroken = run(load(tiny_model), tmp_path / "a")

    def interrupted(step, body):
        if step == 2:
            raise KeyboardInterrupt("stopped in the third step")
        return pull_together(step, body)

    with pytest.raises(KeyboardInterrupt, match="third step"):
        run(load(tiny_model), tmp_path / "b", loss=interrupted)
    resumed = run(load(tiny_model), tmp_path / "b")

    assert list(resumed) == list(unbroken)
    assert all(torch.equal(resumed[name], unbroken[name]) for name in unbroken)


def test_finished_training_is_not_done_again(tiny_model, tmp_path):
    first = run(load(tiny_model), tmp_path / "a")
    saved = (tmp_path / "a" / "run.pt").read_bytes()

    again = run(load(tiny_model), tmp_path / "a")

    assert all(torch.equal(again[name], first[name]) for name in first)
    assert (tmp_path / "a" / "run.pt").read_bytes() == saved


def test_checkpoint_is_replaced_whole(tiny_model, tmp_path):
    run(load(tiny_model), tmp_path / "w")

    assert [path.name for path in (tmp_path / "w").iterdir()] == ["run.pt"]
    assert torch.load(tmp_path / "w" / "run.pt", weights_only=True)["done"] == 4
