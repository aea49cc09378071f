#!/usr/bin/env python3
"""Makes the training set of the shipped model from the landmark arrays: shippable.py SHARED_DATA OUT_FOLDER

Writes OUT_FOLDER/X.npy and index.csv (row, word, signer) for hasta prepare --from-npy: the rows whose licence allows it, of words that two
sources have (an INCLUDE session needs three takes of a word to count). The signer is the source, and two groups of INCLUDE's sessions, so
that hasta crossvalidate leaves out whole sources."""
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
rows = [entry for entry in rows if holders[entry[3]['word']] >= MIN_SOURCES]

os.makedirs(out, exist_ok=True)
with open(os.path.join(out, 'X.npy'), 'wb') as target, open(os.path.join(out, 'index.csv'), 'w', newline='') as index:
    text = repr({'descr': '<f4', 'fortran_order': False, 'shape': (len(rows), 30, 258)})
    text += ' ' * (-(len(text) + 11) % 64) + '\n'
    target.write(b'\x93NUMPY\x01\x00' + struct.pack('<H', len(text)) + text.encode())
    lines = csv.writer(index)
    lines.writerow(['row', 'word', 'signer'])
    for number, (file, start, kind, row) in enumerate(rows):
        target.write(read_row(file, start, kind, int(row['row'])).tobytes())
        lines.writerow([number, row['word'], group(row)])
words = {row['word'] for *_, row in rows}
print(f"{len(rows)} takes of {len(words)} words by {len({sources[row['signer']]['source'] for *_, row in rows})} sources")
