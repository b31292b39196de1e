# Where one word ends and the next begins, as Universal Dependencies wants it.
# Rule 1: linear time. One regular expression, every repetition that could be
#   tried twice is bounded; ten thousand quotation marks are one token.
# Rule 2: tokens are pieces of the text, in order; only white space is left out.
#   Nothing is normalised here: a token's characters are the text's characters.
# Rule 3: the treebanks decide (EWT and GUM, version 2): "don't" is do + n't,
#   "Iran's" is Iran + 's, "Iranian-made" is three tokens, "anti-government" one.
# Why our own: the tokenizer of the library that parses takes 7.6 s for 10,000
# quotation marks, and splits prefixes and number ranges in another way.
"""Split text into the words that the English treebanks count."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Prefixes that stay with the word after their hyphen; other compounds are split.
_PREFIXES = (
    "anti|arch|bi|co|counter|cross|de|e|ex|extra|hyper|inter|intra|macro|meta|micro|mid|mini|"
    "multi|neo|non|over|post|pre|pro|proto|pseudo|psycho|quasi|re|semi|socio|sub|super|trans|"
    "ultra|un|under|vice"
)
# Abbreviations that keep their full stop wherever they stand.
_ABBREVIATIONS = (
    "Adm|Amb|Apr|Assn|Assoc|Atty|Aug|Ave|Bldg|Blvd|Brig|Bros|Capt|Cmdr|Col|Comdr|Corp|Cpl|Dec|"
    "Dept|Det|Dr|Esq|Feb|Fig|Fri|Ft|Gen|Gov|Hon|Inc|Insp|Jan|Jr|Lt|Ltd|Maj|Messrs|Mon|Mr|Mrs|"
    "Ms|Mt|Nos|Nov|Oct|Ph\\.D|Pfc|Pres|Prof|Pte|Pvt|Rep|Reps|Rev|Rs|Sen|Sens|Sept|Sgt|Sr|St|"
    "Supt|Thurs?|Tues?|Univ|Vol|Wed|al|approx|ca|cf|ed|eds|esp|est|et|etc|incl|pp|viz|vs"
)
# "No. 5" is a number; "No." alone is an answer. "Co." and "Mar." likewise need their neighbours.
_GUARDED = r"(?:No|Art|Sec|Ch|Op|p)\.(?=\s?\d)|Co\.(?=[\s,]+[a-z]|,)|(?:Mar|Jun|Jul|Sep)\.(?=\s?\d)"
_LETTER = r"[^\W\d_]"
# One romanised syllable, and two that a hyphen joins to an East Asian given name: "Park [Won-gon]".
_SYLLABLE = r"(?:[bcdfghjklmnprstwyz]|[cst]h|[ghkmpr][wy])?[aeiouy]{1,3}(?:ng?|k|l|m|p|t|h)?"
_NUMBER = r"\d++(?:[.,:]\d++){0,20}+"

_TOKEN = re.compile(
    rf"""
    https?://[^\s<>"“”]*[^\s<>"“”.,;:!?()\[\]'’]          # addresses
  | www\.[^\s<>"“”]*[^\s<>"“”.,;:!?()\[\]'’]
  | [\w.+-]{{1,64}}@\w[\w-]{{0,62}}(?:\.[\w-]{{1,63}}){{1,6}}
  | (?:[A-Za-z0-9-]{{1,40}}\.){{1,4}}(?:com|org|net|edu|gov|info|co\.uk|ru|ua|ir|docx?|pdf|xlsx?|html?)\b
  | [A-Z]&[A-Z](?![^\W_])
  | (?:[A-Za-z]\.){{2,12}}[A-Za-z]?(?![^\W_])           # U.S., a.m., U.N
  | (?:{_GUARDED})
  | (?:{_ABBREVIATIONS})\.(?!{_LETTER})
  | (?<![^\W_])[A-HJ-Z]\.(?=\s?[^\W\d_a-z])             # the initial in "John F. Kennedy"
  | [#@]\w+
  | \d{{1,4}}(?:[/-]\d{{1,4}}){{2,6}}(?![^\W_])              # 2022-10-18, 10/18/22, telephone numbers
  | \d{{3}}-\d{{4}}(?![^\W_])
  | \d{{1,2}}/\d{{1,4}}(?![^\W_])                         # 9/11
  | {_NUMBER}(?:st|nd|rd|th|['’]?s)(?![^\W_])             # 20th, 1990s
  | {_NUMBER}(?=(?:[ap]\.?m\.?|bn|cm|ft|k|kg|km|m|mm|mph|nm|tn)(?![^\W_]))
  | {_NUMBER}(?!{_LETTER})
  | \.\d+(?![^\W_])
  | (?<=[a-z]\s)(?=[A-Z][a-z]{{1,5}}-)(?i:{_SYLLABLE}-)(?-i:{_SYLLABLE})(?![^\W_]|-)
  | (?!UN[-‐])(?i:{_PREFIXES})[-‐]{_LETTER}+             # but not "UN-backed"
  | [A-Z]{{2,3}}(?=\$)
  | [Cc]an(?=not\b)
  | {_LETTER}+(?=n['’]t(?![^\W_]))                        # do + n't
  | (?i:n['’]t)(?![^\W_])
  | (?i:ai|are|ca|could|did|do|does|had|has|have|is|should|was|were|wo|would)(?=nt\b)
  | (?<=[aeosdr])nt\b(?<=\w\wnt)
  | [Gg]on(?=na\b) | [Ww]an(?=na\b) | [Gg]ot(?=ta\b)
  | ['’](?i:s|re|ve|ll|d|m)(?![^\W_])
  | {_LETTER}+(?=['’](?i:s|re|ve|ll|d|m)(?![^\W_]))
  | {_LETTER}{{1,5}}['’]{_LETTER}{{2,}}                   # O'Brien, d'Ivoire, Shi'ite
  | [^\W_]+
  | :-?[()DP](?!\w) | ;-?[()](?!\w)
  | [!?]{{2,}} | (?P<run>[^\w\s"'“”‘’()\[\]{{}}]|_)(?P=run)+
  | (?P<pair>["'“”‘’()\[\]{{}}])(?P=pair){{3,}}
  | \S
    """,
    re.VERBOSE,
)


def token_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open character spans of the words of *text*, in order.

    >>> text = "Iran didn't sell the U.S.-made drones."
    >>> [text[a:b] for a, b in token_spans(text)]
    ['Iran', 'did', "n't", 'sell', 'the', 'U.S.', '-', 'made', 'drones', '.']
    """
    for match in _TOKEN.finditer(text):
        yield match.span()
