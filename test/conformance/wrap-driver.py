"""Has wrapcheck.py judge many works, and proves of its faults that the text leaves no other way.

usage: wrap-driver.py WRAPCHECK < WORKS > VERDICTS

Works come and verdicts go as lines of JSON, in order. A verdict tells the judge's counts and
samples, and of every fault how often it is `unproven`, with what was looked at.

A fault is proven if no row could hold, without a fault, what stands around the break:

  bad_start, bad_end, split_pair, cluster, broken
           the stretch between the nearest places on either side where the judge has nothing
           against a break is wider than the row (what is left of the bars of quotes)
  strict   so is the word it stands in, with the brackets and stops that belong to it
  runts    so is the end of the block from the last place on where the judge has nothing against a
           break and no runt follows, blanks counted as they stand in the source
  cjk_gap  the blank stands between signs that are half width, and no East Asian letter is next
           to them: English text in curly quotes
"""
import gc
import json
import sys
import unicodedata
from functools import lru_cache

returned = '\n    return res, samples\n'


def load(path):
    """The judge, whose `check` returns all it found out besides; what it asks again is kept."""
    with open(path, encoding='utf-8') as file:
        code = file.read()
    assert code.count(returned) == 1
    code = code.replace(returned, '\n    return res, samples, locals()\n')
    judge = {'__name__': 'wrapcheck'}
    exec(compile(code, path, 'exec'), judge)
    for name in ('is_ws', 'is_fmt', 'is_mark', 'is_latin', 'is_ea', 'cat'):
        judge[name] = lru_cache(None)(judge[name])
    for name in ('html_text', 'blocks_to_seq'):
        judge[name] = lru_cache(2)(judge[name])
    return judge


J = load(sys.argv[1])
width, cat, is_mark = J['width'], J['cat'], J['is_mark']
BREAKS = ('bad_start', 'bad_end', 'strict', 'split_pair', 'cluster', 'broken')


def faults_before(found, i):
    """What the judge would have against a row that starts with character i of the source."""
    text, gap, url, tok = found['S'], found['spb'][i], found['url'], found['tok']
    before, after = text[i - 1], text[i]
    if (not gap or after not in J['ASCII_SOFT']) and after in J['NO_START']:
        if not (gap and ord(after) < 128) and not url[i]:
            yield 'bad_start'
    if gap:
        return
    pair = before == after and before in J['PAIRS']
    if after in J['STRICT_START'] and not pair:
        yield 'strict'
    elif before in J['SLASH'] and not url[i - 1] and not url[i]:
        yield 'strict'
    if before in J['NO_END'] and not url[i - 1]:
        yield 'bad_end'
    if before in J['CURRENCY'] and after.isdigit():
        yield 'bad_end'
    if pair:
        yield 'split_pair'
    if (is_mark(after) or after in '\ufe0f\u200d') and not url[i]:
        yield 'cluster'
    if not (url[i] and url[i - 1]) and tok[i] >= 0 and tok[i] == tok[i - 1]:
        if width(text[tok[i]:found['tok_end'][tok[i]]]) <= found['W']:
            yield 'broken'


def may_start(found, i):
    """Whether a row may start with character i: a block does, or the judge has nothing against."""
    return found['blk'][i] or i == 0 or not any(True for _ in faults_before(found, i))


def is_runt(text):
    return sum(cat(c)[0] not in 'PM' for c in text) <= 1 and width(text) <= 4


def stretch(found, i):
    """The characters around a break before i that no other break may divide."""
    left, right = i - 1, i + 1
    while not may_start(found, left):
        left -= 1
    while not may_start(found, right):
        right += 1
    return left, right


def word(found, i):
    """The word around a break before i, with what may not be divided from it."""
    text, gaps, ends = found['S'], found['spb'], found['blk']
    left, right = i - 1, i + 1
    while left > 0 and not ends[left] and not gaps[left] and ord(text[left - 1]) < 128:
        left -= 1
    while not ends[right] and not gaps[right] and ord(text[right]) < 128:
        right += 1
    while not may_start(found, left):
        left -= 1
    while not may_start(found, right):
        right += 1
    end = right
    while not ends[end]:
        end += 1
    return left, end if is_runt(text[right:end]) else right


@lru_cache(2)
def places(text):
    """Where in the source each of the characters stands that the judge compares."""
    return [
        at
        for at, c in enumerate(text)
        if c != '\n' and not J['is_ws'](c) and not J['is_fmt'](c)
    ]


def source_text(found, left, right):
    """The source from character `left` to before `right`, blanks as they stand there."""
    text = unicodedata.normalize('NFC', found['text'])
    at = places(text)
    return text[at[left]:at[right - 1] + 1].replace('\x1f', ' ')


def proven_breaks(found, rooms):
    """(kind, proven, told) of every fault of a break."""
    match, rows, ends = found['match'], found['Rline'], found['blk']
    for j in range(1, len(match)):
        i = match[j]
        if i < 0 or match[j - 1] != i - 1 or rows[j] == rows[j - 1] or ends[i]:
            continue
        for kind in faults_before(found, i):
            unit = source_text(found, *(word if kind == 'strict' else stretch)(found, i))
            room = max(rooms[rows[j - 1]:rows[j] + 1])
            yield kind, width(unit) > room, '%d of %d: %s' % (width(unit), room, unit)


def proven_runts(found, rooms, firsts):
    """(kind, proven, told) of every runt."""
    text, ends, rows = found['S'], found['blk'], found['Rline']
    held, row_of = {}, {}
    for j, i in enumerate(found['match']):
        if i >= 0:
            held.setdefault(rows[j], []).append(i)
            row_of[i] = rows[j]
    for row, ids in held.items():
        end = ids[-1] + 1
        if ends[ids[0]] or not ends[end] or not is_runt(''.join(text[i] for i in ids)):
            continue
        start = end - 1
        while not ends[start] and is_runt(text[start:end]):
            start -= 1
        while not may_start(found, start):
            start -= 1
        unit = source_text(found, start, end)
        # Nothing that shows stands left of a row, unless it is the first of a list's item.
        room = max(rooms[max(0, row - 1)], rooms[row])
        if ends[start] and start in row_of:
            room = firsts[row_of[start]]
        yield 'runts', width(unit) > room, '%d of %d: %s' % (width(unit), room, unit)


def is_wide(c):
    return unicodedata.east_asian_width(c) in 'WF'


def proven_gaps(found):
    """(kind, proven, told) of every blank out of a line feed between two East Asian characters."""
    text, match, rows, ends = found['S'], found['match'], found['Rline'], found['blk']
    for j in range(1, len(match)):
        i = match[j]
        if i < 0 or match[j - 1] != i - 1 or rows[j] != rows[j - 1] or ends[i]:
            continue
        if found['spb'][i] != 2 or not found['Rspb'][j]:
            continue
        if J['is_ea'](text[i]) and J['is_ea'](text[i - 1]):
            left, right = i - 1, i
            while left > 0 and cat(text[left])[0] == 'P' and not is_wide(text[left]):
                left -= 1
            while right < len(text) - 1 and cat(text[right])[0] == 'P' and not is_wide(text[right]):
                right += 1
            proven = not is_wide(text[left]) and not is_wide(text[right])
            yield 'cjk_gap', proven, text[left:i] + ' ' + text[i:right + 1]


def proofs(found, counts, rooms, firsts):
    if any(counts[kind] for kind in BREAKS):
        yield from proven_breaks(found, rooms)
    if counts['runts']:
        yield from proven_runts(found, rooms, firsts)
    if counts['cjk_gap']:
        yield from proven_gaps(found)


def main():
    gc.disable()
    for line in sys.stdin:
        work = json.loads(line)
        counts, samples, found = J['check'](work['rendered'], work['source'], work['width'], 'html')
        seen, unproven, told = {}, {}, {}
        for kind, proven, what in proofs(found, counts, work['rooms'], work['firsts']):
            seen[kind] = seen.get(kind, 0) + 1
            if not proven:
                unproven[kind] = unproven.get(kind, 0) + 1
            told.setdefault(kind, []).append(('' if proven else 'UNPROVEN ') + what)
        for kind in BREAKS + ('runts', 'cjk_gap'):
            assert seen.get(kind, 0) == counts[kind], (work['name'], work['width'], kind)
        verdict = {key: work[key] for key in ('name', 'width', 'table')}
        samples = {key: value[:2] for key, value in samples.items()}
        print(json.dumps({**verdict, 'counts': counts, 'samples': samples, 'unproven': unproven, 'told': told}))


main()
