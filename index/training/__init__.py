"""
The recipe of the embedded encoder: data, tokenizer, training, export, one command each.

``python -m index.training --help`` lists the steps. The method is Reimers & Gurevych,
"Making Monolingual Sentence Embeddings Multilingual using Knowledge Distillation"
(arXiv 2004.09813): a frozen English teacher embeds the English side of each sentence
pair, and the student, the same network given Chinese words, learns to put the Chinese
side in the same place.
"""
