#!/usr/bin/env python3
"""Renders the template snippets below as transformers does and writes them with what came out.

Licensed under the Apache License, Version 2.0.
Usage: make_template_cases.py --out FILE.json [--foreign FILE.json NAME=TOKENIZER_CONFIG ...]
Needs transformers (its sandboxed Jinja settings) and jinja2. A rendering that raises is recorded as null.
With --foreign, templates of other people's tokenizer_config.json are rendered over the same conversations and only the
sha256 of each result is written, so that no text of theirs is kept.
"""
import argparse
import datetime
import hashlib
import json

import transformers.utils.chat_template_utils as chat

NOW = datetime.datetime(2026, 3, 7, 9, 5, 0)


class FixedClock(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return NOW


chat.datetime = FixedClock

USER = {"role": "user", "content": " Where is the harb\u00f6ur? <b> 'q' \"dq\"\nsecond line "}
SYSTEM = {"role": "system", "content": "You are brief.\n"}
ANSWER = {"role": "assistant", "content": "North of the mill.\n"}
AGAIN = {"role": "user", "content": "And 2+2?"}
THINK = {"role": "assistant", "content": "<think>\nsum\n</think>\n\n4"}
TOOLS = [{"type": "function", "function": {"name": "price", "description": "The \"price\" of a <thing>",
          "parameters": {"type": "object", "properties": {"thing": {"type": "string", "description": "Gr\u00fctze"}},
                         "required": ["thing"]}}}]
CALL = {"role": "assistant", "content": "", "tool_calls": [{"id": "c1", "type": "function", "function": {
    "name": "price", "arguments": {"thing": "Gr\u00fctze", "n": 3, "f": 1.5, "ok": True, "z": None}}}]}
RESULT = {"role": "tool", "tool_call_id": "c1", "name": "price", "content": "{\"p\": 21.5}"}
CONVERSATIONS = {
    "user": dict(messages=[USER], add_generation_prompt=True),
    "turns": dict(messages=[SYSTEM, USER, ANSWER, AGAIN], add_generation_prompt=True),
    "train": dict(messages=[SYSTEM, USER, ANSWER, AGAIN, THINK], add_generation_prompt=False),
    "bare": dict(messages=[USER, ANSWER], add_generation_prompt=False),
    "tools": dict(messages=[SYSTEM, USER], add_generation_prompt=True, tools=TOOLS),
    "called": dict(messages=[SYSTEM, USER, CALL, RESULT], add_generation_prompt=True, tools=TOOLS),
    "quiet": dict(messages=[SYSTEM, USER], add_generation_prompt=True, enable_thinking=False),
}
SNIPPETS = {
    "chat": "{% for m in messages %}{{ '<|' + m.role + '|>\\n' + m.content + '<|end|>\\n' }}{% endfor %}{% if add_generation_prompt %}<|assistant|>\n{% endif %}",
    "generation": "{%- for m in messages %}\n{%- if m['role'] == 'assistant' %}\n<a>{% generation %}{{ m['content'] }}</a>{% endgeneration %}\n{%- else %}\n<{{ m.role[0] }}>{{ m.content | trim }}\n{%- endif %}\n{%- endfor %}",
    "whitespace": "a\n  {% if true %}\n  b\n  {% endif %}\n c {{ 1 }}\n\n{#- note -#}\n  d  {%- if true %} e {% endif -%}  f\n  {%+ if true %}g{% endif +%}\nh\n",
    "comment": "x\n  {# one #}\ny {# two #}\nz",
    "raw": "{% raw %}{{ not }} {% this %}{% endraw %}\n!",
    "loop": "{% for m in messages %}{{ loop.index }}/{{ loop.length }}{{ loop.first }}{{ loop.last }}{{ loop.revindex0 }}{{ loop.previtem is defined }}{{ loop.nextitem.role if loop.nextitem is defined }};{% else %}none{% endfor %}",
    "filtered": "{% for m in messages if m.role != 'system' %}{{ loop.index0 }}{{ m.role }}{% if loop.index == 2 %}{% break %}{% endif %},{% endfor %}",
    "continue": "{% for m in messages %}{% if m.role == 'user' %}{% continue %}{% endif %}{{ m.role }} {% endfor %}",
    "scope": "{% set x = 1 %}{% for i in range(3) %}{% set x = i %}{{ x }}{% endfor %}{{ x }}{% set ns = namespace(n=0) %}{% for i in range(4) %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}",
    "macro": "{% macro tag(name, text='none', deep=false) %}<{{ name }}>{{ text }}{{ deep }}</{{ name }}>{% endmacro %}{{ tag('a') }}{{ tag('b', 'c') }}{{ tag(name='d', deep=true) }}",
    "call": "{% macro box(title) %}[{{ title }}:{{ caller() }}]{% endmacro %}{% call box('t') %}in{{ 1 + 1 }}{% endcall %}",
    "setblock": "{% set x %}<{{ messages|length }}>{% endset %}{{ x }}{{ x|length }}",
    "filterblock": "{% filter upper %}abc{{ messages[0].role }}{% endfilter %}",
    "repr": "{{ [1, 2.0, 'a\\'b', \"q\\\"\", none, true, {'k': [1]}, (1,), (1, 2)] }}",
    "floats": "{{ 1.0 }} {{ 0.1 }} {{ 1e20 }} {{ 1.5e-7 }} {{ 123456789.125 }} {{ 7 / 2 }} {{ 7 // 2 }} {{ -7 // 2 }} {{ -7 % 3 }} {{ 2 ** 10 }} {{ 1e16 }} {{ 100000.0 }}",
    "logic": "{{ none or 'x' }}{{ 0 and 1 }}{{ not '' }}{{ 1 < 2 < 3 }}{{ 1 < 2 > 3 }}{{ 'a' in 'abc' }}{{ 'z' not in ['z'] }}{{ true == 1 }}{{ 1 == 1.0 }}{{ 'a' if false }}",
    "undefined": "[{{ missing }}]{{ missing is defined }}{{ missing | default('d') }}{{ '' | default('e', true) }}{{ messages[0].nothing is none }}{{ messages[0].nothing is defined }}",
    "undefined_use": "{{ missing.deeper }}",
    "undefined_add": "{{ missing + 'x' }}",
    "none_text": "{{ none }} {{ true }} {{ 'a' ~ none ~ 1 ~ 2.5 ~ true }}",
    "slices": "{{ 'abcdef'[1:3] }}{{ 'abcdef'[::-1] }}{{ [1,2,3,4][-2:] }}{{ messages[1:]|length }}{{ messages[::-1][0].role }}{{ 'abc'[-1] }}{{ [1,2,3][:-1] }}{{ [1,2,3,4,5][::2] }}",
    "methods": "{{ ' a b '.strip() }}|{{ 'xxa'.lstrip('x') }}|{{ 'a,b,c'.split(',') }}|{{ 'a b  c'.split() }}|{{ 'a-b-c'.split('-', 1) }}|{{ 'abc'.startswith('a') }}|{{ 'abc'.endswith(('x', 'c')) }}|{{ 'hello world'.title() }}|{{ 'hELLO'.capitalize() }}|{{ 'aXbX'.replace('X', 'y') }}|{{ 'abcb'.find('b') }}|{{ 'abcb'.rfind('b') }}|{{ ','.join(['a', 'b']) }}|{{ 'pre-x'.removeprefix('pre-') }}|{{ 'a.b.c'.rsplit('.', 1) }}|{{ '12'.isdigit() }}|{{ 'a\\nb'.splitlines() }}|{{ 'aXb'.partition('X') }}|{{ 'abab'.count('ab') }}",
    "dicts": "{% set d = {'b': 1, 'a': {'c': 2}} %}{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}{{ d.keys()|list }}{{ d.values()|list }}{{ d.get('x') }}{{ d.get('x', 5) }}{{ d['a']['c'] }}{{ d.a.c }}{{ 'b' in d }}{% for k, v in d|dictsort %}{{ k }}{% endfor %}{{ d|length }}",
    "tojson": "{{ {'a': [1, 2.5, none, true, 'x\"y<>&\\'\\u00e9'], 'e': [], 'o': {}} | tojson }}\n{{ {'b': 1, 'a': [1, {'c': 2}]} | tojson(indent=2) }}\n{{ [1, 2] | tojson(separators=(',', ':')) }}{{ {'b': 1, 'a': 2}|tojson(sort_keys=true) }}",
    "filters": "{{ 'a' | upper }}{{ [3,1,2]|sort }}{{ [1,2,3]|first }}{{ [1,2,3]|last }}{{ ['a','b']|join('-') }}{{ '3'|int + 1 }}{{ '2.5'|float }}{{ 2.567|round(1) }}{{ [1,1,2]|unique|list }}{{ [1,2]|sum }}{{ [4,9]|max }}{{ -3|abs }}{{ 'x y'|replace(' ', '_') }}{{ [1,2,3]|reverse|list }}{{ 'abc'|length }}{{ 5|string ~ 'x' }}{{ 'a\\nb'|indent(2) }}{{ '<a>'|e }}",
    "select": "{{ messages|selectattr('role', 'equalto', 'user')|list|length }}{{ messages|map(attribute='role')|join(',') }}{{ [1,2,3,4]|select('odd')|list }}{{ [0,1,'']|reject|list if false else [0,1]|select|list }}{{ messages|rejectattr('role', 'eq', 'user')|map(attribute='role')|list }}{{ ['a','b']|map('upper')|list }}{{ messages|selectattr('tool_calls', 'defined')|list|length }}",
    "tests": "{{ 1 is number }}{{ 'a' is string }}{{ [] is sequence }}{{ {} is mapping }}{{ 3 is odd }}{{ 4 is divisibleby 2 }}{{ none is none }}{{ x is not defined }}{{ 'a' is in ['a'] }}{{ [] is iterable }}{{ true is boolean }}{{ 1 is integer }}{{ 1.0 is float }}{{ 1 is eq 1 }}{{ 'abc' is not mapping }}{{ true is true }}",
    "raise": "{{ raise_exception('no ' ~ messages[0].role) }}",
    "mutate": "{% set l = [1] %}{{ l.append(2) }}",
    "strftime": "{{ strftime_now('%d %B %Y %H:%M %b %-d %A') }}",
    "format": "{{ '%s has %d' % ('x', 3) }}{{ '%s' % 'y' }}{{ '{} {}'.format(1, 'b') }}{{ '{0}{1}{0}'.format('a', 'b') }}{{ '%s-%s'|format('p', 'q') }}",
    "concat": "{{ [1] + [2] }}{{ 'a' * 3 }}{{ (1, 2) + (3,) }}{{ 'x' 'y' }}{{ -1 + 3 }}{{ 2 * 3 + 4 }}{{ (2 + 3) * 4 }}{{ 10 - 2 - 3 }}",
    "nested_if": "{%- if messages[0]['role'] == 'system' -%}\n    {%- set system = messages[0]['content'] -%}\n    {%- set rest = messages[1:] -%}\n{%- else -%}\n    {%- set rest = messages -%}\n{%- endif -%}\n{%- for m in rest -%}\n    {%- if (m['role'] == 'user') != (loop.index0 % 2 == 0) -%}\n        {{- raise_exception('roles must alternate') -}}\n    {%- elif m.role == 'user' -%}\n        {{- '[U] ' + (system + '|' if loop.first and system is defined else '') + m['content'] | trim + ' ' -}}\n    {%- else -%}\n        {{- m.content|trim + eos_token -}}\n    {%- endif -%}\n{%- endfor -%}",
    "tool_loop": "{%- if tools %}{% for t in tools %}{{ t.function.name }}: {{ t | tojson }}\n{% endfor %}{% endif %}{% for m in messages %}{% if m.tool_calls %}{% for c in m.tool_calls %}{{ c.function.name }}({% for k, v in c.function.arguments|items %}{{ k }}={{ v|tojson }}{% if not loop.last %}, {% endif %}{% endfor %}){% endfor %}{% endif %}{% endfor %}",
    "unicode": "{{ 'na\u00efve \u2603 \U0001f600'|length }}{{ '\U0001f600x'[1] }}{{ ['\u00e9', '\\n\\t\\\\'] }}",
    "cycle": "{% for i in range(4) %}{{ loop.cycle('a', 'b') }}{% endfor %}{{ range(2, 8, 3)|list }}{{ range(3)|last }}",
    "conditional_chain": "{{ 'a' if false else 'b' if false else 'c' }}{{ ('x' if true else 'y') ~ 'z' }}",
    "reserved": "{{ messages[0]['content'].split('\\n')[-1] | trim }}{{ '</think>' in messages[-1].content }}{% if messages[-1].content is string and '</think>' in messages[-1].content %}{{ messages[-1].content.split('</think>')[-1].lstrip('\\n') }}{{ messages[-1].content.split('</think>')[0].rstrip('\\n').split('<think>')[-1].lstrip('\\n') }}{% endif %}",
}


def render(template, conversation):
    names = dict(conversation)
    try:
        return chat._compile_jinja_template(template).render(
            messages=names.pop("messages"), bos_token="<s>", eos_token="</s>", tools=names.pop("tools", None),
            documents=None, **names)
    except Exception:
        return None


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--out", required=True)
    arguments.add_argument("--foreign")
    arguments.add_argument("templates", nargs="*")
    a = arguments.parse_args()
    cases = {name: {"template": text, "expected": {c: render(text, v) for c, v in CONVERSATIONS.items()}}
             for name, text in SNIPPETS.items()}
    with open(a.out, "w", encoding="utf-8") as f:
        json.dump({"conversations": CONVERSATIONS, "cases": cases}, f, ensure_ascii=False, indent=1)
    if a.foreign:
        hashes = {}
        for pair in a.templates:
            name, path = pair.split("=", 1)
            template = json.load(open(path, encoding="utf-8"))["chat_template"]
            results = {c: render(template, v) for c, v in CONVERSATIONS.items()}
            hashes[name] = {c: None if r is None else hashlib.sha256(r.encode()).hexdigest() for c, r in results.items()}
        with open(a.foreign, "w", encoding="utf-8") as f:
            json.dump(hashes, f, indent=1)


if __name__ == "__main__":
    main()
