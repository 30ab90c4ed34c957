#!/usr/bin/env python3
"""Makes the small Parquet files beside it (needs pyarrow): python make_parquet.py"""
import os

import pyarrow
import pyarrow.parquet as parquet

HERE = os.path.dirname(os.path.abspath(__file__))
PROMPTS = pyarrow.table({"prompt": ["Wie geht es?", "日本 🙂", None], "completion": ["Gut.", "ja", "x"]})
CHATS = pyarrow.table({
    "id": [1, 2],
    "messages": [
        [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Ho"}],
        [{"role": "user", "content": "Bye"}, {"role": "assistant", "content": "By"}],
    ],
})
TOKENS = pyarrow.table({
    "input_ids": pyarrow.array([[1, 2, 3], [4, 5]], pyarrow.list_(pyarrow.int32())),
    "labels": pyarrow.array([[-100, 2, 3], [-100, 5]], pyarrow.list_(pyarrow.int64())),
})
for name, table, codec in [("prompts-none", PROMPTS, "none"), ("prompts-snappy", PROMPTS, "snappy"),
                           ("prompts-gzip", PROMPTS, "gzip"), ("prompts-zstd", PROMPTS, "zstd"),
                           ("chats", CHATS, "none"), ("tokens", TOKENS, "none")]:
    parquet.write_table(table, os.path.join(HERE, name + ".parquet"), compression=codec, store_schema=False)
