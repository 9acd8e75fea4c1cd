"""The encoder, the dense and lexical indexes, their storage, and the retriever."""
