import {
  article,
  build,
  problemsOf,
  statementOf,
  withFolder,
  wordsOf,
  type SeedFiles,
} from '../support/seed-folder.ts';
import { readSeeds } from '../../src/ingest/read-seeds.ts';

const TEXT = 'A title\nKim said it rains. Kim left.';
const RAINS = {
  key: 'rains',
  text: 'It rains.',
  mode: 'INDIRECT',
  content: 'it rains',
  chain: [{ actor: 'kim', source: 'Kim', cue: 'said' }],
};
const LEFT = { key: 'left', text: 'Kim left.', content: 'Kim left.' };
const ACTORS = (references: readonly string[]) => ({
  'annotations/actors.yaml': [
    { slug: 'kim', name: 'Kim', kind: 'PERSON', names: Object.fromEntries(references.map((name) => [name, ['Kim']])) },
  ],
});
const seeds = (annotation: Readonly<Record<string, unknown>> = {}): SeedFiles => ({
  ...article('a', TEXT, { statements: [RAINS, LEFT], ...annotation }),
  ...ACTORS(['a']),
});
/** Two articles under references of one's choice. */
const two = (first: string, second: string): SeedFiles => ({
  ...article(first, TEXT, { slug: 'first', statements: [RAINS, LEFT] }),
  ...article(second, `${TEXT} So did Putin.`, { slug: 'second', statements: [LEFT, RAINS] }),
  ...ACTORS([first, second]),
});
const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();

describe('buildRecords', () => {
  it('gives the same records twice', async () => {
    expect((await build(seeds())).records).toEqual((await build(seeds())).records);
  });

  it('gives ids that do not hang on the names or the order of files and statements', async () => {
    const { records: one } = await build(two('a', 'b'));
    const { records: other } = await build(two('z', 'y'));
    for (const part of ['articles', 'versions', 'quotes', 'actors', 'statements', 'utterances'] as const) {
      expect(idsOf(other[part])).toEqual(idsOf(one[part]));
    }
    const { records: turned } = await build(seeds({ statements: [LEFT, RAINS] }));
    expect(idsOf(turned.statements)).toEqual(idsOf((await build(seeds())).records.statements));
  });

  it('gives a statement another id when anything that it says changes', async () => {
    const before = statementOf(await build(seeds()), 'a', 'left').id;
    for (const change of [
      { polarity: 'NEGATED' },
      { certainty: 'POSSIBLE' },
      { content: 'Kim left' },
      { text: 'He left.' },
    ]) {
      const after = await build(seeds({ statements: [RAINS, { ...LEFT, ...change }] }));
      expect(statementOf(after, 'a', 'left').id).not.toBe(before);
    }
    const renamed = await build(seeds({ statements: [RAINS, { ...LEFT, key: 'gone' }] }));
    expect(statementOf(renamed, 'a', 'gone').id).toBe(before);
  });

  it('puts the voice of the article before every chain', async () => {
    const built = await build(seeds());
    const writer = built.records.actors.find(({ kind }) => kind === 'UNNAMED');
    expect(writer?.name).toBe('Unnamed writer of “A title”');
    const roles = (key: string) => statementOf(built, 'a', key).chain.map(({ role }) => role);
    expect([roles('rains'), roles('left')]).toEqual([['WRITER', 'SPEAKER'], ['WRITER']]);
    expect(statementOf(built, 'a', 'left')).toMatchObject({ mode: 'NARRATION', speakerId: writer?.id });
  });

  it.each([
    ['the author', [{ role: 'PUBLISHER' }, { role: 'AUTHOR' }], 'WRITER'],
    ['the publisher where no author is named', [{ role: 'EDITOR' }, { role: 'PUBLISHER' }], 'PUBLISHER'],
  ])('takes for the voice %s', async (_, roles, expected) => {
    const credits = roles.map(({ role }) => ({ role, actor: 'kim', quote: '[[Kim]] left' }));
    const built = await build(seeds({ credits }));
    expect(statementOf(built, 'a', 'left').chain).toMatchObject([{ role: expected }]);
    expect(built.records.actors.filter(({ kind }) => kind === 'UNNAMED')).toEqual([]);
  });

  it('keeps the order of content quotes as it is written', async () => {
    const built = await build(seeds({ statements: [{ ...LEFT, content: ['left', 'it rains'] }] }));
    const { contentIds, position } = statementOf(built, 'a', 'left');
    expect(contentIds.map((id) => wordsOf(built, id))).toEqual(['left', 'it rains']);
    expect(TEXT.slice(position)).toBe('left.');
  });

  it.each([
    ['a key twice', { statements: [LEFT, { ...RAINS, key: 'left' }] }, 'left is the key of an earlier statement'],
    ['a statement twice', { statements: [LEFT, { ...LEFT, key: 'gone' }] }, 'gone says the same as left'],
    [
      'the same words twice',
      { statements: [{ ...LEFT, content: ['left', 'left'] }] },
      'the same words are given twice',
    ],
    [
      'a speaker that is no actor',
      { statements: [{ ...RAINS, chain: [{ actor: 'xi', cue: 'said' }] }] },
      'xi is no actor',
    ],
    [
      'a last hop that does not speak',
      { statements: [{ ...RAINS, chain: [{ actor: 'kim', role: 'OUTLET', cue: 'said' }] }] },
      'the last hop is the SPEAKER',
    ],
    [
      'a hop before the last without a role',
      { statements: [{ ...RAINS, chain: [RAINS.chain[0], RAINS.chain[0]] }] },
      'the last hop is the SPEAKER',
    ],
  ])('refuses %s', async (_, annotation, expected) => {
    expect(await problemsOf(seeds(annotation))).toContain(expected);
  });

  it('refuses two articles of one slug', async () => {
    const files = { ...seeds(), ...article('b', TEXT, { slug: 'a' }) };
    expect(await problemsOf(files)).toMatch(/b\.yaml:1:\d+: a is the slug of article a already\./);
  });

  it('reports all problems of all files at once, each with its place', async () => {
    const message = await problemsOf({
      ...seeds({ title: 'No title', statements: [{ ...LEFT, content: 'Kim stayed.' }] }),
      'annotations/relations.yaml': [{ from: 'a/left', type: 'SUPPORTS', to: 'b/left', rationale: 'So.' }],
      'annotations/events.yaml': [{ slug: 'one', title: 'One', type: 'AID', mentions: { a: ['nowhere at all'] } }],
    });
    expect(message).toMatch(/^4 problems in the seeds; nothing was changed\.\n/);
    for (const part of ['"No title"', '"Kim stayed."', 'b/left is no statement', '"nowhere at all"']) {
      expect(message).toMatch(new RegExp(`annotations/[a-z/]+\\.yaml:\\d+:\\d+: ${part}`));
    }
  });

  it('lists 25 problems and counts the rest', async () => {
    const statements = Array.from({ length: 30 }, (_, index) => ({
      ...LEFT,
      key: `k${String(index)}`,
      content: 'Xi left',
    }));
    const message = await problemsOf(seeds({ statements }));
    expect(message.match(/"Xi left" does not stand/g)).toHaveLength(25);
    expect(message).toMatch(/^30 problems[^]*\n… and 5 more$/);
  });
});

describe('readSeeds', () => {
  it('says that a folder is none of seeds', async () => {
    await withFolder({ 'a.txt': 'text' }, async (folder) => {
      await expect(readSeeds(folder)).rejects.toThrow(`${folder} is no folder of seeds`);
    });
  });

  it('reports files that cannot be read beside those that are wrong', async () => {
    const message = await problemsOf({
      ...article('a', TEXT),
      ...article('b', TEXT, { text: 'gone.txt' }),
      ...article('c', TEXT, { language: 7 }),
      'corpus/a.txt': Buffer.from([0x61, 0xff]),
      'annotations/actors.yaml': '- slug: [',
    });
    expect(message).toMatch(/^4 problems/);
    expect(message).toMatch(/articles\/a\.yaml:1:9: corpus\/a\.txt is not UTF-8: byte 1 \(0xff\)/);
    expect(message).toMatch(/articles\/b\.yaml:1:9: corpus\/gone\.txt cannot be read: there is no such file/);
    expect(message).toMatch(/articles\/c\.yaml:1:\d+: language: /);
    expect(message).toMatch(/actors\.yaml:1:\d+: this is no YAML/);
  });

  it('leaves alone what is no annotation', async () => {
    const files = { ...article('a', TEXT), 'annotations/articles/notes.txt': '[', 'corpus/other.txt': 'other' };
    const { articles } = await withFolder(files, readSeeds);
    expect(articles.map(({ reference }) => reference)).toEqual(['a']);
  });
});
