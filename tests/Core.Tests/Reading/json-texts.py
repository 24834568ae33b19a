"""Writes json-texts.json.gz: texts generated from a seed, each with what Python's json.loads makes of it. Standard library only.

    python3 tests/Core.Tests/Reading/json-texts.py
"""
import gzip, json, random, struct
from pathlib import Path

SEED, COUNT = 20261130, 12_000
WORDS = ["{", "}", "[", "]", ":", ",", " ", "\n", "\r\n", "\t", '"', '"a"', '"b": ', '"é"', '"\U0001f680"', "\\", '"\\ud83d\\ude80"', '"\\ud800"', '"\\udc00\\ud800x"', '"\\u00e9\\n\\/\\\\"', '"\\u12"', '"\\x"', '"a\tb"', '"\\"NaN"',
         "0", "-0", "1", "-1", "12", "01", "1.5", "-0.0", "1e5", "1E-3", "1e999", "-1e999", ".5", "5.", "1e", "+1", "9007199254740993", "9223372036854775808", "-9223372036854775809", "123456789012345678901234567890", "1_0", "0x1",
         "NaN", "Infinity", "-Infinity", "-NaN", "nan", "Inf", "N", "true", "false", "null", "True", "nul", "//", "/*", "\ufeff", "\u00a0", "\x00", "\x7f", "\u2028", "a", "'a'"]


def value(rng, depth):
    kind = rng.randrange(9 if depth else 7)
    space = rng.choice(["", "", " ", "\n  ", "\r\n", "\t"])
    if kind < 5:
        scalar = rng.choice(['"a"', '"\\ud83d\\ude80"', '"\\ud800"', '"\\uDFFF\\u0000"', '"é\U0001f680"', '"\\"NaN, \\\\"', '""', "0", "-0", "17", "-3", "1.25", "1e3", "1E+2", "-2.5e-7", "1e999", "5e-324", "0.1", "123456789012345678",
                             "9223372036854775807", "9223372036854775808", "-9223372036854775808", "12345678901234567890123", "NaN", "Infinity", "-Infinity", "true", "false", "null"])
        return space + scalar + space
    if kind < 7:
        return space + (str(rng.randrange(-10**rng.randrange(1, 30), 10**rng.randrange(1, 30))) if rng.random() < 0.5 else repr(struct.unpack("d", rng.randbytes(8))[0]).replace("nan", "NaN").replace("inf", "Infinity"))
    items = [value(rng, depth - 1) for _ in range(rng.randrange(5))]
    if kind == 7:
        return space + "[" + ",".join(items) + space + "]"
    return space + "{" + ",".join(space + rng.choice(['"a"', '"b"', '"\\u0061"', '"é"', '"\\ud800"', '""', '"NaN"']) + space + ":" + item for item in items) + "}" + space


def text(rng):
    kind = rng.randrange(4)
    if kind == 0:
        return "".join(rng.choice(WORDS) for _ in range(rng.randrange(1, 9)))
    valid = value(rng, 4)
    if kind == 1:
        return valid
    at = rng.randrange(len(valid) + 1)
    return valid[:at] + (rng.choice(WORDS) + valid[at:] if kind == 2 else valid[at + rng.randrange(1, 4):])


def units(s):
    return "".join(f"{u:04x}" for u in struct.unpack(f"<{len(s.encode('utf-16-le', 'surrogatepass')) // 2}H", s.encode("utf-16-le", "surrogatepass")))


def answer(v):
    """One line: kinds, integers in decimal, doubles by their bits, texts by their UTF-16 units; members of an object in order."""
    if v is None or isinstance(v, bool):
        return {None: "null", True: "true", False: "false"}[v]
    if isinstance(v, int):
        return f"i{v}"
    if isinstance(v, float):
        return "nan" if v != v else "d" + struct.pack(">d", v).hex()
    if isinstance(v, str):
        return "s" + units(v)
    if isinstance(v, list):
        return "[" + ",".join(map(answer, v)) + "]"
    return "{" + ",".join(f"s{units(k)}:{answer(x)}" for k, x in v.items()) + "}"


def main():
    rng, cases = random.Random(SEED), []
    while len(cases) < COUNT:
        t = text(rng)
        try:
            cases.append([t, answer(json.loads(t))])
        except ValueError:
            cases.append([t, None])
    packed = json.dumps(cases, ensure_ascii=True, separators=(",", ":")).encode()
    Path(__file__).with_suffix(".json.gz").write_bytes(gzip.compress(packed, 9, mtime=0))
    print(f"{len(cases)} texts, {sum(a is not None for _, a in cases)} of them valid")


if __name__ == "__main__":
    main()
