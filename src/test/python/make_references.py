#!/usr/bin/env python3
# Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in compliance with
# the License. You may obtain a copy of the License at http://www.apache.org/licenses/LICENSE-2.0
# Unless required by applicable law or agreed to in writing, software distributed under the License is distributed on
# an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied. See the License for the
# specific language governing permissions and limitations under the License.
"""Makes tiny random checkpoints and what Hugging Face transformers + PEFT compute with them.

Usage: python make_references.py --out DIR [--case NAME ...]       (needs torch, transformers 5, peft 0.20, safetensors)

Everything is float32 on the CPU with fixed seeds; no weights are downloaded. For each case DIR/<case>/ gets

  config.json, model.safetensors   the checkpoint, as save_pretrained writes it
  config.v5.json, config.v4.json   the same configuration as transformers 5 writes it (rope_parameters, dtype) and as
                                   transformers 4 did (rope_theta, rope_scaling, torch_dtype); both load to the same model
  adapter/                         a LoRA adapter in PEFT layout: rank 4, alpha 8, all-linear, A and B both random
  gradients.safetensors            d lora_loss / d parameter of every lora_A and lora_B, under the on-disk PEFT names
  after_step.safetensors           the adapter after one step of torch.optim.AdamW(lr=0.01, weight_decay=0.01), betas
                                   (0.9, 0.999), eps 1e-8, on those gradients, under the same names
  expected.json
    input_ids            two rows of token ids of different lengths
    logits               per row, [position][vocabulary], adapter off; each row run on its own, so without padding
    logits_adapter       the same with the adapter on
    labels               input_ids with the first 3 ids of each row set to -100
    loss, lora_loss      mean of -log p(label | ids before it) over the label tokens of both rows, adapter off and on
    greedy               {"prompt", "off", "on"}: the 12 most likely ids one after the other, adapter off and on; an
                         end-of-sequence id does not stop it
    greedy_margin        the smallest lead of a chosen logit over the runner-up: how safe an exact comparison is (seeds are
                         tried until it is at least 0.02 and 4 different ids come)
    smallest_gradient    the smallest |gradient|: AdamW's first step divides by it, so near eps it would be ill-conditioned
                         (at least 3e-6)
    targets              {spec: [module names]}: what PEFT wraps for a target_modules value. A list is written as JSON
                         ('["q_proj","v_proj"]'), a string as it is (a regular expression, or "all-linear"), None as "default"
    targets_error        specs for which PEFT raised an error instead: {spec: message}

DIR/optimizer.json has learning-rate schedules and AdamW trajectories, DIR/versions.json the versions used.
Numbers in JSON are rounded to 7 significant digits. A row of logits belongs to the id at the same position.
"""
import argparse
import itertools
import json
import math
import os
import platform

import peft
import torch
import transformers
from peft import LoraConfig, get_peft_model, get_peft_model_state_dict
from safetensors.torch import save_file

VOCABULARY, HIDDEN, LAYERS, HEADS, KV_HEADS, INTERMEDIATE = 96, 32, 2, 4, 2, 48
ROW_LENGTHS, UNLABELLED, PROMPT, NEW_TOKENS = (12, 10), 3, 6, 12
PLAIN = {"rope_type": "default", "rope_theta": 10000.0}


def decoder(**changes):
    """Arguments that the Llama family's configurations share."""
    arguments = dict(vocab_size=VOCABULARY, hidden_size=HIDDEN, intermediate_size=INTERMEDIATE, num_hidden_layers=LAYERS,
                     num_attention_heads=HEADS, num_key_value_heads=KV_HEADS, max_position_embeddings=64,
                     rope_parameters=dict(PLAIN), tie_word_embeddings=False, bos_token_id=1, eos_token_id=2)
    return arguments | changes


# Wavelengths of llama3-scaled are 6.3, 30, 140 and 664 positions: one stays, one is blended, two are slowed by the factor.
LLAMA3 = {"rope_type": "llama3", "rope_theta": 500.0, "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
          "original_max_position_embeddings": 32}
CASES = {
    "llama": ("Llama", decoder()),
    "llama3-scaled": ("Llama", decoder(tie_word_embeddings=True, rope_parameters=LLAMA3, max_position_embeddings=256)),
    "llama-linear-rope": ("Llama", decoder(rope_parameters={"rope_type": "linear", "rope_theta": 10000.0, "factor": 2.0})),
    "mistral": ("Mistral", decoder(sliding_window=4, head_dim=12)),
    "qwen2": ("Qwen2", decoder(tie_word_embeddings=True)),
    "qwen3": ("Qwen3", decoder(head_dim=16)),
    "gpt2": ("GPT2", dict(vocab_size=VOCABULARY, n_embd=HIDDEN, n_layer=LAYERS, n_head=HEADS, n_positions=64, n_inner=INTERMEDIATE,
                          resid_pdrop=0.0, embd_pdrop=0.0, attn_pdrop=0.0, bos_token_id=1, eos_token_id=2)),
    "llama-bias": ("Llama", decoder(attention_bias=True, mlp_bias=True)),
}


def digits(value):
    """Nested lists or a tensor as nested lists of floats with 7 significant digits."""
    if isinstance(value, torch.Tensor):
        value = value.tolist()
    return [digits(v) for v in value] if isinstance(value, (list, tuple)) else float(f"{value:.7g}")


def write_json(path, value, **layout):
    with open(path, "w", encoding="utf-8") as f:
        json.dump(value, f, **layout)
        f.write("\n")


def compact(value):
    return json.dumps(value, separators=(",", ":"))


def config_of(kind, arguments):
    return getattr(transformers, kind + "Config")(**arguments)


def new_model(kind, config):
    config._attn_implementation = "eager"
    return getattr(transformers, "GPT2LMHeadModel" if kind == "GPT2" else kind + "ForCausalLM")(config).eval()


def randomise(model, generator):
    """Weights large enough that every part of the model shows in the logits: 0.2 noise, around 1 for norm weights."""
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            owner = name.split(".")[-2]
            noise = 0.2 * torch.randn(parameter.shape, generator=generator)
            is_norm = "norm" in owner or owner.startswith("ln_")
            parameter.copy_(1 + noise if is_norm and name.endswith("weight") else noise)


def logits_of(model, ids):
    with torch.no_grad():
        return model(input_ids=torch.tensor([ids]), use_cache=False).logits[0]


def loss_of(model, rows, labels):
    """Mean negative log likelihood over the label tokens of all rows, each row run on its own."""
    total, count = 0.0, 0
    for ids, wanted in zip(rows, labels):
        scores = torch.log_softmax(model(input_ids=torch.tensor([ids]), use_cache=False).logits[0], dim=-1)
        for position in range(1, len(ids)):
            if wanted[position] != -100:
                total = total - scores[position - 1, wanted[position]]
                count += 1
    return total / count


def padded_loss_of(model, rows, labels):
    """The same loss as the library computes it itself from one batch padded on the right."""
    width = max(map(len, rows))
    pad = lambda lists, filler: torch.tensor([l + [filler] * (width - len(l)) for l in lists])
    return model(input_ids=pad(rows, 0), attention_mask=pad([[1] * len(r) for r in rows], 0), labels=pad(labels, -100)).loss


def greedy(model, prompt):
    """The most likely ids without a cache, and the smallest lead; checked against generate() with its cache."""
    ids, margin = list(prompt), math.inf
    for _ in range(NEW_TOKENS):
        best = torch.topk(logits_of(model, ids)[-1], 2)
        margin = min(margin, (best.values[0] - best.values[1]).item())
        ids.append(best.indices[0].item())
    settings = transformers.GenerationConfig(max_new_tokens=NEW_TOKENS, do_sample=False, pad_token_id=0)
    start = torch.tensor([prompt])
    cached = model.generate(input_ids=start, attention_mask=torch.ones_like(start), generation_config=settings)[0].tolist()
    assert cached == ids, f"generate gave {cached}, plain greedy {ids}"
    return ids[len(prompt):], margin


def on_disk(name):
    """A parameter's name in adapter_model.safetensors: without the adapter's own name."""
    return name.replace(".default.", ".")


def targets_of(kind, config):
    if kind == "GPT2":
        specs = [None, "all-linear", ["c_attn"], ["c_proj"], ["attn.c_proj"], r".*h\.1\..*c_attn"]
    else:
        specs = [None, "all-linear", ["q_proj", "v_proj"], r".*layers\.1\..*(q|v)_proj"]
    found, failed = {}, {}
    for spec in specs:
        key = "default" if spec is None else spec if isinstance(spec, str) else compact(spec)
        try:
            tuned = get_peft_model(new_model(kind, config), LoraConfig(r=2, target_modules=spec, task_type="CAUSAL_LM"))
            found[key] = sorted(tuned.base_model.targeted_module_names)
        except ValueError as e:
            failed[key] = str(e)
    return found, failed


def older_config(config):
    """transformers 5's config.json as transformers 4 wrote it."""
    older = dict(config)
    older["torch_dtype"] = older.pop("dtype")
    older["transformers_version"] = "4.51.3"
    rope = older.pop("rope_parameters", None)
    if rope is not None:
        rope = dict(rope)
        older["rope_theta"] = rope.pop("rope_theta")
        plain = rope["rope_type"] == "default"
        if rope["rope_type"] == "linear":  # the key's older name
            rope["type"] = rope.pop("rope_type")
        older["rope_scaling"] = None if plain else rope
    return dict(sorted(older.items()))


def plain_rope_difference(kind, arguments, model, row):
    """How much the largest logit changes when rope scaling is dropped: proves that the case tests it."""
    plain = dict(arguments, rope_parameters={"rope_type": "default", "rope_theta": arguments["rope_parameters"]["rope_theta"]})
    other = new_model(kind, config_of(kind, plain))
    other.load_state_dict(model.state_dict())
    return (logits_of(other, row) - logits_of(model, row)).abs().max().item()


class WeakCase(Exception):
    """These weights make a comparison depend on rounding, or greedy decoding trivial."""


def make_case(name, folder, seed):
    kind, arguments = CASES[name]
    os.makedirs(folder, exist_ok=True)
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    model = new_model(kind, config_of(kind, arguments))
    randomise(model, generator)
    model.save_pretrained(folder)
    model.generation_config.eos_token_id = None  # else generate() takes it from here, whatever its settings say

    # Both generations of config.json, each of which must give the same model.
    with open(os.path.join(folder, "config.json"), encoding="utf-8") as f:
        newer = json.load(f)
    rows = [torch.randint(3, VOCABULARY, (n,), generator=generator).tolist() for n in ROW_LENGTHS]
    logits = [logits_of(model, ids) for ids in rows]
    for file, content in (("config.v4.json", older_config(newer)), ("config.v5.json", newer)):
        write_json(os.path.join(folder, file), content, indent=2)
        loaded = type(model).from_pretrained(folder, config=type(model.config).from_json_file(os.path.join(folder, file)),
                                             attn_implementation="eager").eval()
        assert torch.equal(logits_of(loaded, rows[0]), logits[0]), f"{name}: {file} gives another model"

    if "rope_parameters" in arguments and arguments["rope_parameters"]["rope_type"] != "default":
        assert plain_rope_difference(kind, arguments, model, rows[0]) > 0.1, f"{name}: rope scaling does not show"
    if kind == "Mistral":
        wide = new_model(kind, config_of(kind, dict(arguments, sliding_window=None)))
        wide.load_state_dict(model.state_dict())
        assert (logits_of(wide, rows[0]) - logits[0]).abs().max() > 0.1, f"{name}: the sliding window does not show"

    labels = [[-100] * UNLABELLED + ids[UNLABELLED:] for ids in rows]
    expected = {"input_ids": rows, "labels": labels, "logits": digits(logits)}
    expected["loss"] = digits(loss_of(model, rows, labels).item())
    prompt = rows[0][:PROMPT]
    off, margin_off = greedy(model, prompt)

    # The adapter.
    tuned = get_peft_model(model, LoraConfig(r=4, lora_alpha=8, lora_dropout=0.0, target_modules="all-linear", task_type="CAUSAL_LM")).eval()
    trained = {on_disk(n): p for n, p in tuned.named_parameters() if p.requires_grad}
    with torch.no_grad():
        for key in sorted(trained):
            trained[key].copy_(0.2 * torch.randn(trained[key].shape, generator=generator))
    adapter = os.path.join(folder, "adapter")
    tuned.save_pretrained(adapter, save_embedding_layers=False)
    assert set(get_peft_model_state_dict(tuned, save_embedding_layers=False)) == set(trained)
    card, settings = os.path.join(adapter, "README.md"), os.path.join(adapter, "adapter_config.json")
    if os.path.exists(card):
        os.remove(card)
    with open(settings, encoding="utf-8") as f:
        adapter_config = json.load(f)
    adapter_config["target_modules"] = sorted(adapter_config["target_modules"])  # PEFT keeps a set: any order
    adapter_config["base_model_name_or_path"] = name
    write_json(settings, adapter_config, indent=2)

    expected["logits_adapter"] = digits([logits_of(tuned, ids) for ids in rows])
    on, margin_on = greedy(tuned, prompt)
    expected["greedy"] = {"prompt": prompt, "off": off, "on": on}
    expected["greedy_margin"] = digits(min(margin_off, margin_on))
    if expected["greedy_margin"] < 0.02 or min(len(set(off)), len(set(on))) < 4:
        raise WeakCase()

    # The gradient and one step of the optimizer.
    loss = loss_of(tuned, rows, labels)
    assert abs(loss.item() - padded_loss_of(tuned, rows, labels).item()) < 2e-5, f"{name}: the padded batch's loss differs"
    loss.backward()
    expected["lora_loss"] = digits(loss.item())
    expected["smallest_gradient"] = digits(min(p.grad.abs().min().item() for p in trained.values()))
    if expected["smallest_gradient"] < 3e-6:
        raise WeakCase()
    save_file({k: p.grad.contiguous().clone() for k, p in trained.items()}, os.path.join(folder, "gradients.safetensors"))
    torch.optim.AdamW(list(trained.values()), lr=1e-2, weight_decay=0.01).step()
    save_file({k: p.detach().contiguous().clone() for k, p in trained.items()}, os.path.join(folder, "after_step.safetensors"))

    expected["targets"], failed = targets_of(kind, config_of(kind, arguments))
    if failed:
        expected["targets_error"] = failed
    write_json(os.path.join(folder, "expected.json"), expected, separators=(",", ":"))
    for path in (os.path.join(at, file) for at, _, files in os.walk(folder) for file in files):
        os.chmod(path, 0o644)  # safetensors writes files that only their owner reads
    print(f"{name} (seed {seed}): loss {expected['loss']}, with adapter {expected['lora_loss']}, greedy margin {expected['greedy_margin']}, "
          f"smallest gradient {expected['smallest_gradient']}, model.safetensors "
          f"{os.path.getsize(os.path.join(folder, 'model.safetensors'))} bytes", flush=True)


def make_optimizer(path):
    """The rate that each of 20 steps uses for each schedule, and AdamW trajectories on given gradients."""
    steps, warmup, rate = 20, 5, 1.0
    schedules = {}
    for name in ("constant_with_warmup", "linear", "cosine"):
        for warm in (warmup, 0):
            optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=rate)
            scheduler = transformers.get_scheduler(name, optimizer, num_warmup_steps=warm, num_training_steps=steps)
            used = []
            for _ in range(steps):
                used.append(optimizer.param_groups[0]["lr"])
                optimizer.step()
                scheduler.step()
            schedules[name if warm else name + "_without_warmup"] = used
    generator = torch.Generator().manual_seed(7)
    start, gradients = torch.randn(4, generator=generator), torch.randn(6, 4, generator=generator)
    trajectories = {}
    for decay in (0.0, 0.01):
        for clip in (None, 1.0):
            p = torch.nn.Parameter(start.clone())
            optimizer = torch.optim.AdamW([p], lr=1e-2, weight_decay=decay)
            seen = []
            for gradient in gradients:
                p.grad = gradient.clone()
                if clip is not None:
                    torch.nn.utils.clip_grad_norm_([p], clip)
                optimizer.step()
                seen.append(p.detach().clone())
            trajectories[f"weight_decay={decay},max_norm={clip}"] = digits(seen)
    write_json(path, {"steps": steps, "warmup_steps": warmup, "learning_rate": rate, "schedules": schedules,
                      "adamw": {"learning_rate": 1e-2, "betas": [0.9, 0.999], "eps": 1e-8, "start": digits(start),
                                "gradients": digits(gradients), "after_each_step": trajectories}}, indent=1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True, metavar="DIR")
    parser.add_argument("--case", nargs="*", choices=CASES, default=list(CASES), metavar="NAME")
    options = parser.parse_args()
    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    os.makedirs(options.out, exist_ok=True)
    for name in options.case:
        for seed in itertools.count(1000 * (1 + list(CASES).index(name))):
            try:
                make_case(name, os.path.join(options.out, name), seed)
                break
            except WeakCase:
                continue
    make_optimizer(os.path.join(options.out, "optimizer.json"))
    write_json(os.path.join(options.out, "versions.json"), {"python": platform.python_version(), "torch": torch.__version__,
               "transformers": transformers.__version__, "peft": peft.__version__}, indent=1)


if __name__ == "__main__":
    main()
