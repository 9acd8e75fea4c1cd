"""A local chat model of the transformers library behind LangChain's chat-model interface."""

from functools import cached_property
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult

ROLES = {"human": "user", "ai": "assistant", "system": "system"}


class LocalChatModel(BaseChatModel):
    """A folder with a causal language model and its tokenizer; greedy decoding, on the CPU."""

    folder: str
    max_new_tokens: int = 400

    @property
    def _llm_type(self) -> str:
        return "transformers"

    @cached_property
    def _parts(self) -> tuple[Any, Any]:
        from transformers import AutoModelForCausalLM, AutoTokenizer

        tokenizer = AutoTokenizer.from_pretrained(self.folder, local_files_only=True)
        model = AutoModelForCausalLM.from_pretrained(self.folder, local_files_only=True)
        return tokenizer, model.eval()

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: Any = None,  # noqa: ANN401 - LangChain's signature
        **kwargs: Any,  # noqa: ANN401
    ) -> ChatResult:
        tokenizer, model = self._parts
        turns = [{"role": ROLES.get(m.type, "user"), "content": str(m.content)} for m in messages]
        if tokenizer.chat_template:
            text = tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
        else:
            text = "\n\n".join(turn["content"] for turn in turns) + "\n"
        inputs = tokenizer(text, return_tensors="pt")
        output = model.generate(
            **inputs,
            max_new_tokens=self.max_new_tokens,
            do_sample=False,
            pad_token_id=tokenizer.eos_token_id,
        )
        written = tokenizer.decode(
            output[0, inputs["input_ids"].shape[1] :], skip_special_tokens=True
        )
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=written))])
