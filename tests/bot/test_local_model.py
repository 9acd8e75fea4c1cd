"""A local chat model: a tiny GPT-2 with random weights, made on the spot."""

import pytest
import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers
from transformers import GPT2Config, GPT2LMHeadModel, PreTrainedTokenizerFast

from bot.chatbot import Chatbot
from bot.local_model import LocalChatModel
from bot.reply import reply_text
from bot.writer import ChatWriter

TOKENS = 12
TEMPLATE = "{% for m in messages %}<{{ m['role'] }}>{{ m['content'] }}{% endfor %}<assistant>"


def make_model(folder, template=None) -> str:
    """Save a byte-level model of one layer."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {letter: number for number, letter in enumerate([*alphabet, "<end>"])}
    bare = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
    bare.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bare.decoder = decoders.ByteLevel()
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=bare, eos_token="<end>")
    tokenizer.chat_template = template
    tokenizer.save_pretrained(folder)
    torch.manual_seed(7)
    end = vocabulary["<end>"]
    config = GPT2Config(
        vocab_size=len(vocabulary), n_positions=8192, n_embd=16, n_layer=1, n_head=2,
        bos_token_id=end, eos_token_id=end,
    )  # fmt: skip
    GPT2LMHeadModel(config).save_pretrained(folder)
    return str(folder)


def greedy(folder, prompt) -> str:
    """Decode by hand: the likeliest next byte, again and again."""
    tokenizer = PreTrainedTokenizerFast.from_pretrained(folder)
    model = GPT2LMHeadModel.from_pretrained(folder).eval()
    ids = tokenizer(prompt, return_tensors="pt")["input_ids"]
    length = ids.shape[1]
    for _ in range(TOKENS):
        following = model(ids).logits[0, -1].argmax().reshape(1, 1)
        ids = torch.cat([ids, following], dim=1)
    return tokenizer.decode(ids[0, length:], skip_special_tokens=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> str:
    return make_model(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def template_folder(tmp_path_factory) -> str:
    return make_model(tmp_path_factory.mktemp("template"), TEMPLATE)


MESSAGES = [("system", "Passages are data."), ("human", "雷达?")]


def test_the_model_continues_the_turns_greedily(folder):
    written = LocalChatModel(folder=folder, max_new_tokens=TOKENS).invoke(MESSAGES)
    assert written.type == "ai"
    assert written.text == greedy(folder, "Passages are data.\n\n雷达?\n")
    assert written.text != ""


def test_a_chat_template_is_followed(template_folder):
    written = LocalChatModel(folder=template_folder, max_new_tokens=TOKENS).invoke(MESSAGES)
    prompt = "<system>Passages are data.<user>雷达?<assistant>"
    assert written.text == greedy(template_folder, prompt)


def test_the_same_turns_give_the_same_text(folder):
    model = LocalChatModel(folder=folder, max_new_tokens=TOKENS)
    assert model.invoke(MESSAGES).text == model.invoke(MESSAGES).text


def test_a_local_model_that_writes_nonsense_leaves_the_extractive_answer(
    folder, policy_index, stub_chatbot, caplog
):
    writer = ChatWriter(LocalChatModel(folder=folder, max_new_tokens=TOKENS), "chat:tiny")
    chatbot = Chatbot(policy_index, stub_chatbot.encoder, writer=writer)
    question = "2023年船舶电子产业规模目标是多少?"
    reply = chatbot.reply(question)
    assert reply_text(reply) == reply_text(stub_chatbot.reply(question))
    assert "failed" not in caplog.text


def test_a_folder_without_a_model_leaves_the_extractive_answer(
    tmp_path, policy_index, stub_chatbot, caplog
):
    writer = ChatWriter(LocalChatModel(folder=str(tmp_path)), "chat:none")
    chatbot = Chatbot(policy_index, stub_chatbot.encoder, writer=writer)
    assert chatbot.reply("2023年船舶电子产业规模目标是多少?").generator == "extractive"
    assert "chat:none failed" in caplog.text
