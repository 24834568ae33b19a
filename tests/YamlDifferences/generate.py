#!/usr/bin/python3
"""Makes YAML texts from a seed and lets PyYAML answer each: what the tests of our reader compare with.

    /usr/bin/python3 tests/YamlDifferences/generate.py [--seed N] [--count N] [--output FILE]

PyYAML is the reference's parser (Debian: python3-yaml). Each line of the output, a gzipped file, is a JSON list: the text, and the value in the
form of canonical(), or null where PyYAML refuses the text. The same seed and PyYAML give the same bytes.
"""
import argparse
import gzip
import json
import random
import struct

import yaml

POINT = """\
# Measured on the second node.
concurrency: 256
region: interactive
dataset: open-orca
model_name: llama3_1-8b
runtime_settings:
  load_pattern: concurrency
  min_duration_ms: 600_000
  min_sample_count: ~
  stream_all_chunks: yes
warmup: {duration_s: 30.5, requests_issued: 512, requests_completed: 512}
shared_src: "src/llama3_1-8b"
"""
CONFIG = """\
%YAML 1.1
---
defaults: &defaults
  timeout_s: 120
  retries: 3
  headers: [accept, "x-trace: on"]
endpoint:
  <<: *defaults
  url: http://127.0.0.1:8000/v1?stream=true
  model: 'meta-llama/Llama-3.1-8B'
  prompt: |
    You are a helpful assistant.
      Answer in one line.
  notes: >-
    folded over
    two lines

    and a paragraph
...
"""
POWER = """\
system:
- name: acme-8x
  measured_at: 2026-05-01T10:00:00Z
  released: 2026-05-01
  nodes:
  - {id: 0, idle_w: 412.5, limits: [0x1F, 0o17, 017, 1:30:00]}
  - id: 1
    idle_w: .inf
    comment: "caf\\u00e9 \\U0001F680 \\
      joined"
  firmware: !!str 1.20
  serial: !!binary aGVsbG8=
  tags: !!set {a, b}
"""
PAIRS = """\
? complex key
: - 1
  - 2
"quoted key": !!int '7'
plain multi: one
  two
 # not a comment inside
last: &end [*end]
"""
TEMPLATES = [POINT, CONFIG, POWER, PAIRS]

PLAIN = """a b key value yes No ON off true False y n ~ null Null NULL nULL 0 -0 +12 1_024 0400 0256_ 09 0b101 0x1F 0X40 0o17 4:16 190:20:30 1:60 1.5 1. .5 -1.5e+3 1e3 6.4e1 +.5
.inf -.Inf .nan -.nan 1:30.5 685.230_15e+03 2026-05-01 2026-5-1 2026-02-30 2026-05-01T10:00:00Z 2026-05-01 10:00:00.5 -05:00 = << 0b_ 0x_ 18446744073709551616 1.5.3 a:b a#b a?b -a ?a :a
http://h/p?q=1 caf\u00e9 \U0001F680 \u4e16\u754c two\\ words it's say"hi" x,y {a} [a] a* &a !a %a @a `a |a >a - ? : , # """.split() + [
    "two words", "a  b", "a: b", "a :b", "2026-05-01 10:00:00", "x #y", "- a", "? a", "\ufeff", "a\ufeffb", "a\u00a0b", "a\tb"]
QUOTED = ["", "a", "yes", "12", "a b", "a: b", "# no", " lead", "trail ", "caf\u00e9", "\U0001F680", "tab\there", "{}", "*x", "two\n\nlines", "one\n line"]
ESCAPES = ["\\n", "\\t", "\\\\", "\\\"", "\\/", "\\x41", "\\u00e9", "\\U0001F680", "\\ud83d", "\\ud83d\\ude80", "\\ude80", "\\0", "\\e", "\\N", "\\_", "\\L", "\\P", "\\ ", "\\q", "\\x4", "\\U00110000", "\\\n  ", "\\\t", "\\'"]
TAGS = ["!!str", "!!int", "!!float", "!!bool", "!!null", "!!binary", "!!timestamp", "!!seq", "!!map", "!!set", "!!omap", "!!pairs", "!", "!local", "!!python/tuple", "!e!x", "!<tag:yaml.org,2002:str>", "!!merge", "!!value", "!<!x>"]
FRAGMENTS = ["{", "}", "[", "]", ":", ": ", ",", ", ", "\"", "'", "a", "b: ", "- ", "-", "? ", "?", "\n", "\n\n", "\r\n", "\r", " ", "  ", "    ", "\t", "#", " # c", "&x ", "*x", "*x ", "!", "!!int ", "!!str ", "!!set ",
             "|\n", "|-\n", "|+\n", "|2\n", ">\n", ">-\n", "> # c\n", "<<: ", "<<: *x", "---\n", "--- ", "...\n", "%YAML 1.1\n", "%YAML 1.2\n", "%YAML 2.0\n", "%TAG !e! tag:yaml.org,2002:\n", "%FOO bar\n", "\\", "0", "1", ".5",
             "1:30", "2026-02-30", "null", "true", "~", "=", "\u0085", "\u2028", "\u2029", "\u00e9", "\U0001F680", "\ufeff", "\0", "\x07", "\x1b", "\x7f", "\x9f", "\ufffe", "@", "`", "%"]
BREAKS = ["\n"] * 16 + ["\r\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029"]


class Spelled:
    """A value that is compared by its kind and spelling."""

    def __init__(self, spelling):
        self.spelling = spelling

    def __eq__(self, other):
        return type(self) is type(other) and self.spelling == other.spelling

    def __hash__(self):
        return hash((type(self), self.spelling))


class Date(Spelled):
    """A date or time stamp that exists."""


class Binary(Spelled):
    """Binary data, as text where it is UTF-8."""


class Set(dict):
    """A set that keeps its order."""


class Loader(yaml.SafeLoader):
    """PyYAML's safe loader, which keeps what a comparison needs of dates, binary data and sets."""

    def construct_date(self, node):
        self.construct_yaml_timestamp(node)
        return Date(self.construct_scalar(node))

    def construct_bytes(self, node):
        data = self.construct_yaml_binary(node)
        try:
            return Binary(data.decode("utf-8"))
        except UnicodeDecodeError:
            return Binary("(no text)")

    def construct_ordered_set(self, node):
        data = Set()
        yield data
        data.update(self.construct_mapping(node))


Loader.add_constructor("tag:yaml.org,2002:timestamp", Loader.construct_date)
Loader.add_constructor("tag:yaml.org,2002:binary", Loader.construct_bytes)
Loader.add_constructor("tag:yaml.org,2002:set", Loader.construct_ordered_set)


def canonical(value, inside=()):
    """A value with its type on one line."""
    if value is None:
        return "null"
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, int):
        return f"int {value}"
    if isinstance(value, float):
        return "double nan" if value != value else "double " + struct.pack(">d", value).hex()
    if isinstance(value, Date):
        return "date " + value.spelling
    if isinstance(value, Binary):
        return "binary " + value.spelling
    if isinstance(value, str):
        units = struct.unpack(f">{len(value.encode('utf-16-be', 'surrogatepass')) // 2}H", value.encode("utf-16-be", "surrogatepass"))
        return '"' + "".join(chr(unit) if 0x20 <= unit <= 0x7E else f"\\u{unit:04X}" for unit in units) + '"'
    if any(value is outer for outer in inside):
        return "(itself)"
    inside = (*inside, value)
    if isinstance(value, Set):
        return "set[" + ", ".join(canonical(item, inside) for item in value) + "]"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(canonical(item, inside) for item in value) + "]"
    return "{" + ", ".join(f"{canonical(key, inside)}: {canonical(item, inside)}" for key, item in value.items()) + "}"


def answer(text):
    """The value, or None where PyYAML refuses the text, also by falling over it."""
    try:
        return canonical(yaml.load(text, Loader))
    except Exception:
        return None


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.anchors = 0

    def one_of(self, *choices):
        return self.random.choice(choices)()

    def pick(self, items):
        return self.random.choice(items)

    def chance(self, share):
        return self.random.random() < share

    def text(self):
        self.anchors = 0
        text = self.random.choices([self.template, self.document, self.soup], [5, 9, 1])[0]()
        if self.chance(0.25):
            for _ in range(self.pick([1, 1, 1, 2, 3])):
                text = self.mutate(text)
        if self.chance(0.06):
            text = text.replace("\n", self.pick(BREAKS))
        if self.chance(0.02):
            text = "\ufeff" + text
        return text[:400]

    # Whole files, or a few lines of one.
    def template(self):
        lines = self.pick(TEMPLATES).splitlines(keepends=True)
        if self.chance(0.7):
            start = self.random.randrange(len(lines))
            lines = lines[start:start + self.random.randint(1, 6)]
        return "".join(lines)

    def soup(self):
        return "".join(self.pick(FRAGMENTS) for _ in range(self.random.randint(1, 9)))

    def mutate(self, text):
        at = self.random.randint(0, len(text))
        lines = text.split("\n")
        line = self.random.randrange(len(lines))
        kind = self.random.randrange(8)
        if kind <= 2:
            return text[:at] + self.pick(FRAGMENTS) + text[at:]
        if kind == 3:
            return text[:at] + text[at + self.random.randint(1, 6):]
        if kind == 4:
            lines[line] = " " * self.random.randint(0, 4) + lines[line].lstrip(" ")
        elif kind == 5:
            lines[line] += self.pick([" ", "\t", " # c", "#c", ":", ",", " \t", "  # \t"])
        elif kind == 6:
            lines.insert(line, self.pick(lines))
        else:
            lines[line] = lines[line].replace(self.pick([" ", ": ", ", ", "- "]), self.pick(["", "\t", "  ", ":", ",", "\n "]), 1)
        return "\n".join(lines)

    def document(self):
        text = ""
        if self.chance(0.08):
            text += self.pick(["%YAML 1.1\n", "%YAML 1.0\n", "%YAML 1.2\n", "%YAML 1.3\n", "%YAML 1.4\n", "%TAG !e! tag:yaml.org,2002:\n", "%TAG ! !x-\n", "%FOO bar # c\n"]) + self.pick(["---\n", "--- ", "---\n# c\n", ""])
        elif self.chance(0.1):
            text += self.pick(["---\n", "--- ", "---\n\n"])
        if self.chance(0.1):
            text += self.pick(["# comment\n", "\n", "  # comment\n", "#\t\n"])
        text += self.block(0, self.random.randint(1, 3))
        if self.chance(0.06):
            text += self.pick(["...\n", "...\n# end\n", "---\n", "---\na: 1\n", "...\n...\n", "... # c\n"])
        return text

    # A value from here to the end of its lines, with its line break.
    def block(self, indent, depth):
        if depth == 0 or self.chance(0.15):
            return self.properties(0.15) + self.line_end(self.scalar(indent))
        kind = self.random.randrange(10)
        if kind < 5:
            return self.mapping(indent, depth)
        if kind < 8:
            return self.sequence(indent, depth)
        return self.properties(0.15) + self.line_end(self.flow(depth))

    def line_end(self, text):
        return text + (self.pick([" # c", "  ", " #", " # \t", "\t", "\t# c", "#c"]) if self.chance(0.04) else "") + "\n"

    def mapping(self, indent, depth):
        pad = " " * indent
        text = ""
        for number in range(self.random.randint(1, 3)):
            text += pad if number > 0 or text else ""
            if self.chance(0.06):
                text += "? " + self.block(indent + 2, depth - 1)
                if self.chance(0.8):
                    text += pad + ": " + self.block(indent + 2, depth - 1)
                continue
            text += self.pick(["<<: {m: 1}\n", "<<: *a0\n", "<<: [*a0, {m: 2}]\n"] if self.anchors > 0 else ["<<: {m: 1}\n", "<<: [{m: 1}, {m: 2}]\n"]) if self.chance(0.04) else self.key() + self.pick([":", ":", ":", " :"]) + self.value(indent, depth)
        return text

    def value(self, indent, depth):
        properties = self.properties(0.1)
        kind = self.random.randrange(10)
        if kind < 5 or depth <= 1:
            return " " + properties + self.block(indent + 1, 0)
        if kind == 5:
            return " " + properties + self.block_scalar(indent)
        inner = indent + self.pick([1, 2, 2, 2, 4])
        if kind == 6:
            return (" " + properties).rstrip() + "\n" + " " * indent + self.sequence(indent, depth - 1)
        if kind == 7:
            return (" " + properties).rstrip() + self.pick(["", " # c"]) + "\n" + " " * inner + self.sequence(inner, depth - 1)
        if kind == 8:
            return " " + properties + self.line_end(self.flow(depth - 1))
        return (" " + properties).rstrip() + "\n" + self.pick(["", "\n", "# c\n"]) + " " * inner + self.mapping(inner, depth - 1)

    def sequence(self, indent, depth):
        pad = " " * indent
        text = ""
        for number in range(self.random.randint(1, 3)):
            text += (pad if number > 0 else "") + "-"
            text += "\n" if self.chance(0.06) else (" " + self.block_scalar(indent)) if self.chance(0.06) else " " + self.block(indent + 2, depth - 1)
        return text

    def block_scalar(self, indent):
        header = self.pick("|>") + self.pick(["", "", "-", "+", "1", "2", "-2", "2+", "0", "x"]) + self.pick(["", "", "", " ", " # c", "\t", "#c"]) + "\n"
        inner = " " * (indent + self.pick([1, 2, 2, 3]))
        lines = [self.pick([inner + "text", inner + "more: text", inner + " deeper", "", " ", inner, inner + "# no comment", inner + "\ttab", inner[:-1] + "less", inner + "trail  "]) for _ in range(self.random.randint(1, 4))]
        return header + "".join(line + "\n" for line in lines)

    def properties(self, share):
        if not self.chance(share):
            return ""
        anchor = ""
        if self.chance(0.5):
            anchor = "&" + self.pick([f"a{self.anchors}", f"a{self.anchors}", "x", "x", "a-b_1", "a-b_1", "\u00e9" if self.chance(0.3) else "y", "a.b" if self.chance(0.3) else "y"]) + " "
            self.anchors += 1
        tag = self.pick(TAGS if self.chance(0.5) else ["!!str", "!!str", "!"]) + " " if not anchor or self.chance(0.3) else ""
        return tag + anchor if self.chance(0.3) else anchor + tag

    def key(self):
        kind = self.random.randrange(24)
        if kind < 20:
            return self.pick(["a", "b", "c", "key", "two words", "5", "yes", "~", "1.5", "2026-05-01", "=" if self.chance(0.5) else "d", "<<" if self.chance(0.2) else "e", "caf\u00e9", "a.b"])
        if kind < 22:
            return self.quoted(0)
        if kind == 22:
            return self.properties(1) + "k"
        return self.pick(["*a0 ", "*a0", "[a]", "{a: 1}", "", "? a", "-", "a" * 1030])

    def scalar(self, indent):
        kind = self.random.randrange(20)
        if kind < 11:
            return self.pick(PLAIN) if self.chance(0.3) else self.pick(["a", "word", "two words", "12", "1.5", "yes", "~", "2026-05-01", "caf\u00e9"])
        if kind < 16:
            return self.quoted(indent)
        if kind == 16:
            return self.pick(["*a0", "*x", "*undefined"]) if self.anchors > 0 else self.pick(["a", "b"])
        if kind == 17 and self.chance(0.5):
            return self.pick(PLAIN) + "\n" + " " * (indent + self.pick([0, 1, 2])) + self.pick(PLAIN)
        if kind == 18:
            return ""
        return self.flow(1)

    def quoted(self, indent):
        text = self.pick(QUOTED).replace("\n", "\n" + " " * (indent + self.pick([0, 1, 2])))
        if self.chance(0.5):
            return "'" + text.replace("'", "''") + "'"
        return '"' + text + (self.pick(ESCAPES) + self.pick(["", "z"]) if self.chance(0.4) else "") + '"'

    def flow(self, depth):
        if depth == 0 or self.chance(0.1):
            return self.properties(0.08) + self.flow_scalar()
        gap = self.random.choices(["", " ", "\n  ", "\n", " # c\n  ", "\t"], [20, 40, 4, 2, 2, 1])[0]
        comma = "," + self.random.choices([" ", "", "\n  ", " # c\n  "], [40, 6, 4, 2])[0]
        count = self.random.randint(0, 3)
        end = "," if self.chance(0.06) else ""
        if self.chance(0.5):
            return self.properties(0.06) + "[" + gap + comma.join(self.flow_entry(depth) for _ in range(count)) + end + gap + "]"
        return self.properties(0.06) + "{" + gap + comma.join(self.flow_member(depth) for _ in range(count)) + end + gap + "}"

    def flow_entry(self, depth):
        return self.flow_member(depth) if self.chance(0.12) else self.flow(depth - 1)

    def flow_member(self, depth):
        key = self.properties(0.04) + self.pick(["a", "b", "c", "\"q\"", "'s'", "5", "yes", "two words", "<<" if self.chance(0.2) else "d", "*a0 " if self.anchors > 0 else "e", "[k]" if self.chance(0.3) else "f"] if self.chance(0.4) else ["a", "b", "c", "d"])
        colon = self.random.choices([": ", ":", " : ", " :", ":\n  "], [60, 5, 5, 2, 2])[0]
        if self.chance(0.06):
            return ("? " + key) if self.chance(0.5) else ("? " + key + colon + self.flow(depth - 1))
        return key if self.chance(0.08) else key + colon + ("" if self.chance(0.05) else self.flow(depth - 1))

    def flow_scalar(self):
        return self.pick(["a", "b c", "12", "1.5", "no", "1:30"]) if self.chance(0.6) else self.pick(PLAIN[:-12]) if self.chance(0.4) else self.quoted(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=20261130)
    parser.add_argument("--count", type=int, default=24_000)
    parser.add_argument("--output", default="tests/YamlDifferences/answers.json.gz")
    options = parser.parse_args()

    generator = Generator(options.seed)
    texts = {}
    while len(texts) < options.count:
        text = generator.text()
        texts[text] = None
    with open(options.output, "wb") as output, gzip.GzipFile("", "wb", 9, output, mtime=0) as lines:
        accepted = 0
        for text in texts:
            value = answer(text)
            accepted += value is not None
            lines.write(json.dumps([text, value], ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n")
    print(f"{len(texts)} texts, {accepted} accepted, PyYAML {yaml.__version__}, seed {options.seed}")


if __name__ == "__main__":
    main()
