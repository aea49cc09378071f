#!/usr/bin/env python3
"""Makes the training set of the shipped model from the landmark arrays: shippable.py SHARED_DATA OUT_FOLDER

Writes OUT_FOLDER/X.npy and index.csv (row, word, signer) for hasta prepare --from-npy: the rows whose licence allows it, of words that two
sources have (an INCLUDE session needs three takes of a word to count). The signer is the source, and two groups of INCLUDE's sessions, so
that hasta crossvalidate leaves out whole sources. one-signer.csv, an index of the same X.npy, has the words of exactly one source: for
hasta crossvalidate --one-signer-data."""
import array, ast, collections, csv, os, struct, sys

MIN_SOURCES, MIN_SESSION_TAKES = 2, 3
VALUES = 30 * 258

# Each group has every word that INCLUDE contributes, so leaving one out leaves no word without clips.
SESSIONS_B = {'include_s01', 'include_s03', 'include_s05', 'include_s07', 'include_s08', 'include_s13'}
shared, out = sys.argv[1:]
here = os.path.dirname(os.path.abspath(__file__))
sources = {row['signer']: row for row in csv.DictReader(open(os.path.join(here, 'sources.csv')))}


def may_ship(row):
    if sources[row['signer']]['ships'] != 'yes' or row['word'] == '(none)':
        return False
    return not row['repo'].startswith('theNKCode/') or int(row['seq']) < 30  # the others of this repository state no licence


def group(row):
    source = sources[row['signer']]['source']
    return source if not source.startswith('include_') else 'INCLUDE B' if source in SESSIONS_B else 'INCLUDE A'


def open_array(path):
    file = open(path, 'rb')
    assert file.read(8) == b'\x93NUMPY\x01\x00'
    header = ast.literal_eval(file.read(struct.unpack('<H', file.read(2))[0]).decode())
    return file, file.tell(), header['descr']


def read_row(file, start, kind, row):
    code, size, scale = {'<f4': ('f', 4, 1), '<i2': ('h', 2, 8192)}[kind]
    file.seek(start + row * VALUES * size)
    values = array.array(code, file.read(VALUES * size))
    return values if scale == 1 else array.array('f', (value / scale for value in values))


rows = []
for name in ('isl-words', 'isl-sources'):
    file, start, kind = open_array(os.path.join(shared, name, 'X.npy'))
    rows += [(file, start, kind, row) for row in csv.DictReader(open(os.path.join(shared, name, 'index.csv'))) if may_ship(row)]

takes = collections.Counter((row['word'], sources[row['signer']]['source']) for *_, row in rows)
holders = collections.Counter(
    word for (word, source), count in takes.items() if not source.startswith('include_') or count >= MIN_SESSION_TAKES)
held = [(entry, holders[entry[3]['word']]) for entry in rows]
rows = [entry for entry, count in held if count >= MIN_SOURCES]
single = [entry for entry, count in held if count == 1
          and takes[(entry[3]['word'], sources[entry[3]['signer']]['source'])] >= MIN_SESSION_TAKES]

os.makedirs(out, exist_ok=True)
with open(os.path.join(out, 'X.npy'), 'wb') as target:
    text = repr({'descr': '<f4', 'fortran_order': False, 'shape': (len(rows) + len(single), 30, 258)})
    text += ' ' * (-(len(text) + 11) % 64) + '\n'
    target.write(b'\x93NUMPY\x01\x00' + struct.pack('<H', len(text)) + text.encode())
    for file, start, kind, row in rows + single:
        target.write(read_row(file, start, kind, int(row['row'])).tobytes())
for name, part, first in (('index.csv', rows, 0), ('one-signer.csv', single, len(rows))):
    with open(os.path.join(out, name), 'w', newline='') as index:
        lines = csv.writer(index)
        lines.writerow(['row', 'word', 'signer'])
        lines.writerows([first + number, row['word'], group(row)] for number, (*_, row) in enumerate(part))
    words = {row['word'] for *_, row in part}
    print(f"{name}: {len(part)} takes of {len(words)} words by {len({sources[row['signer']]['source'] for *_, row in part})} sources")
