import { nameKey } from '../../src/domain/name-key.ts';
import { identify } from '../../src/domain/identity.ts';
import type { CorpusRecords } from '../../src/domain/records.ts';
import type { ActorKind } from '../../src/domain/vocabulary.ts';
import type { ExtractedHop, ExtractedStatement, Extraction } from '../../src/extract/extraction.ts';
import type { Surroundings } from '../../src/ingest/extracted-actors.ts';
import { recordExtraction } from '../../src/ingest/record-extraction.ts';
import type { DeclaredInput } from '../../src/ingest/sources/incoming-article.ts';
import type { KnownActor, KnownArticle } from '../../src/store/known.ts';
import type { Span } from '../../src/text/span.ts';
import { incoming } from '../support/incoming.ts';

const TEXT = `Floods reach Lom

By Ada Berg

“The dam will hold,” Nils Holm told the Lom Times. Officials said that boats were ready. Officials said that roads were shut.
`;

/** An actor of an article: its name, and where that stands. */
interface Named {
  readonly name: string;
  readonly kind: ActorKind;
  /** By default every place where its name stands. */
  readonly names?: readonly Span[];
}
/** A hop, by the number of its actor and its words. */
interface Hop {
  readonly actor: number | null;
  readonly role?: ExtractedHop['role'];
  readonly source?: string;
  readonly cue?: string;
}

const HOLM: Named = { name: 'Nils Holm', kind: 'PERSON' };
const TIMES: Named = { name: 'Lom Times', kind: 'OUTLET' };
const TOLD: Hop = { actor: 0, source: 'Nils Holm', cue: 'told' };

/** What an extractor would have found, written down by words, the first that stand in the text. */
class Found {
  constructor(readonly text: string) {}

  span(words: string): Span {
    const start = this.text.indexOf(words);
    if (start === -1) throw new Error(`${words} does not stand in the text`);
    return { start, end: start + words.length };
  }

  places(words: string): Span[] {
    return [...this.text.matchAll(new RegExp(words, 'g'))].map(({ index }) => ({
      start: index,
      end: index + words.length,
    }));
  }

  statement(content: readonly string[], chain: readonly Hop[]): ExtractedStatement {
    return {
      mode: 'DIRECT',
      content: content.map((words) => this.span(words)),
      polarity: 'AFFIRMED',
      certainty: 'CERTAIN',
      chain: chain.map(({ actor, role = 'SPEAKER', source, cue }) => ({
        actor,
        role,
        source: source === undefined ? null : this.span(source),
        cue: cue === undefined ? null : this.span(cue),
      })),
      said: null,
      confidence: 0.5,
      reasons: [],
    };
  }

  extraction(actors: readonly Named[], statements: readonly ExtractedStatement[]): Extraction {
    return {
      statements,
      actors: actors.map(({ name, kind, names }) => ({
        name,
        kind,
        names: names ?? this.places(name),
        descriptions: [],
      })),
      dates: [],
      furniture: [],
      narration: [],
    };
  }
}

const NOBODY: Surroundings = { article: undefined, slug: 'floods', actors: new Map(), takenActorSlugs: new Set() };

interface Case {
  readonly text?: string;
  readonly declared?: DeclaredInput;
  readonly actors?: readonly Named[];
  readonly statements?: (found: Found) => readonly ExtractedStatement[];
  readonly surroundings?: Partial<Surroundings>;
}

function record({
  text = TEXT,
  declared = {},
  actors = [HOLM, TIMES],
  statements = (found) => [found.statement(['The dam will hold,'], [TOLD])],
  surroundings = {},
}: Case): CorpusRecords {
  const found = new Found(text);
  const extraction = found.extraction(actors, statements(found));
  return recordExtraction(incoming('floods.txt', text, declared), extraction, { ...NOBODY, ...surroundings });
}

/** Records as the next write of the article would know them. */
function known({ articles, versions, quotes, actors, actorMentions, statements }: CorpusRecords): KnownArticle {
  const [article] = articles;
  const [version] = versions;
  if (!article || !version) throw new Error('nothing was recorded');
  return {
    ...article,
    sourceKey: article.sourceKey ?? null,
    sha256: version.sha256,
    voice: statements[0]?.chain[0] ?? null,
    version: { number: version.number, text: version.text, quotes },
    actors: actors.filter(({ id }) => actorMentions.some(({ actorId }) => actorId === id)),
    contents: statements.map(({ contentIds }) => contentIds),
  };
}

const wordsOf = ({ quotes }: CorpusRecords, id: string | null | undefined): string | null =>
  quotes.find((quote) => quote.id === id)?.exact ?? null;
const actorOf = ({ actors }: CorpusRecords, id: string | undefined) => actors.find((actor) => actor.id === id);
const slugsOf = ({ actors }: CorpusRecords): string[] => actors.map(({ slug }) => slug);
const bearing = (...all: readonly [id: string, name: string, kind: ActorKind][]): ReadonlyMap<string, KnownActor[]> => {
  const actors = new Map<string, KnownActor[]>();
  for (const [id, name, kind] of all) {
    const key = nameKey(name, kind) ?? '';
    actors.set(key, [...(actors.get(key) ?? []), { id, name, kind, nameKey: key }]);
  }
  return actors;
};

describe('The title of an article that is brought in', () => {
  const LONG = `${'Rain fell and fell. '.repeat(20)}\n\nMore rain.`;
  it.each([
    ['is the declared one, where the text has it', TEXT, 'The dam will hold', 'The dam will hold', 'The dam will hold'],
    ['is the first paragraph without a declared one', TEXT, null, 'Floods reach Lom', 'Floods reach Lom'],
    ['is without the space around it', `\n  Floods \u00A0\n\n${TEXT}`, null, 'Floods', 'Floods'],
    [
      'is the first paragraph where the text has not the declared one',
      TEXT,
      'Floods in Lom',
      'Floods reach Lom',
      'Floods reach Lom',
    ],
    ['is no part of a word', 'Warsaw waits\n\nThe War is near.', 'War', 'War', 'War'],
    ['is no part of a word alone', 'Warsaw waits\n\nSnow fell.', 'War', 'Warsaw waits', 'Warsaw waits'],
    ['has no words of its own where the text has none that are short', LONG, 'Rain in Lom', 'Rain in Lom', null],
  ])('%s', (_, text, declared, title, words) => {
    const records = record({ text, declared: { title: declared }, actors: [], statements: () => [] });
    const [article] = records.articles;
    expect([article?.title, wordsOf(records, article?.titleQuoteId)]).toEqual([title, words]);
  });

  it('stands by itself where it is found', () => {
    const text = 'Warsaw waits\n\nThe War is near.';
    const { quotes } = record({ text, declared: { title: 'War' }, actors: [], statements: () => [] });
    expect(quotes.map(({ exact, start }) => [exact, start])).toEqual([['War', text.indexOf('War is')]]);
  });

  it('is made up where nothing tells one', () => {
    const [article] = record({ text: LONG, actors: [], statements: () => [] }).articles;
    expect(article?.title).toBe(`Untitled ${String(article?.id.slice(0, 8))}`);
    expect(article?.titleQuoteId).toBeNull();
  });
});

describe('Who wrote an article that is brought in', () => {
  it.each([
    ['in a line behind "By"', 'Floods\n\nBy Ada Berg\n\nRain fell.', 'Ada Berg'],
    ['in such a line with a little more', 'Floods\n\nBY Ada Berg, in Lom\n\nRain fell.', 'Ada Berg'],
  ])('is credited %s', (_, text, words) => {
    const records = record({ text, declared: { author: 'Ada Berg' }, actors: [], statements: () => [] });
    expect(records.credits.map(({ role, quoteId }) => [role, wordsOf(records, quoteId)])).toEqual([['AUTHOR', words]]);
    expect(actorOf(records, records.credits[0]?.actorId)).toMatchObject({ name: 'Ada Berg', kind: 'PERSON' });
  });

  it.each([
    ['in the middle of a sentence', 'Floods\n\nA dam that was built by Ada Berg has held.'],
    [
      'in a paragraph that begins so and goes on',
      `Floods\n\nBy Ada Berg’s count the dam has held${' for a year'.repeat(9)}.`,
    ],
    ['as a part of another name', 'Floods\n\nBy Ada Bergman\n\nRain fell.'],
    ['in a line without "By"', 'Floods\n\nAda Berg\n\nRain fell.'],
    ['behind a word that only begins so', 'Floods\n\nBystander Ada Berg\n\nRain fell.'],
    ['nowhere', 'Floods\n\nBy Eva Lund\n\nRain fell.'],
  ])('is not credited %s', (_, text) => {
    const { credits, articles, actors } = record({
      text,
      declared: { author: 'Ada Berg' },
      actors: [],
      statements: () => [],
    });
    expect(credits).toEqual([]);
    expect(articles[0]?.declared?.author).toBe('Ada Berg');
    expect(actors.map(({ kind }) => kind)).toEqual(['UNNAMED']);
  });

  it('is its voice', () => {
    const records = record({ declared: { author: 'Ada Berg' } });
    const [statement] = records.statements;
    expect(actorOf(records, statement?.chain[0]?.actorId)?.name).toBe('Ada Berg');
    expect(statement?.chain.map(({ role }) => role)).toEqual(['WRITER', 'SPEAKER']);
  });

  it('is the one who is quoted under the same name', () => {
    const text = 'Floods\n\nBy Ada Berg\n\n“I saw it,” Ada Berg said.';
    const ada: Named = {
      name: 'Ada Berg',
      kind: 'PERSON',
      names: [{ start: text.lastIndexOf('Ada'), end: text.lastIndexOf('Ada') + 8 }],
    };
    const records = record({ text, declared: { author: 'Ada Berg' }, actors: [ada], statements: () => [] });
    expect(slugsOf(records)).toEqual(['ada-berg']);
  });

  it('is left unnamed without a credit', () => {
    const records = record({});
    expect(actorOf(records, records.statements[0]?.chain[0]?.actorId)).toMatchObject({
      slug: 'unnamed-writer-of-floods',
      name: 'Unnamed writer of “Floods reach Lom”',
      nameKey: null,
    });
  });

  it('stays the one who is known, whatever is declared later', () => {
    const before = known(record({}));
    const records = record({
      text: `${TEXT}More.`,
      declared: { author: 'Ada Berg' },
      surroundings: { article: before },
      statements: (found) => [found.statement(['boats were ready'], [TOLD])],
    });
    expect(records.credits).toEqual([]);
    expect(records.statements[0]?.chain[0]).toEqual({ ...before.voice, cueId: null, sourceId: null });
  });

  it('may be told by a later version, where nobody has said anything in the one before', () => {
    const before = known(record({ statements: () => [] }));
    const { credits } = record({
      text: `${TEXT}More.`,
      declared: { author: 'Ada Berg' },
      surroundings: { article: before },
    });
    expect(credits).toHaveLength(1);
  });
});

describe('A statement that was found', () => {
  const only = (chain: readonly Hop[], content: readonly string[] = ['The dam will hold,']) =>
    record({ statements: (found) => [found.statement(content, chain)] });

  it('is a proposal, with its confidence, words and chain', () => {
    const records = only([{ actor: 1, role: 'OUTLET', source: 'the Lom Times' }, TOLD]);
    const [statement] = records.statements;
    expect(statement).toMatchObject({
      review: 'PROPOSED',
      origin: 'EXTRACTED',
      confidence: 0.5,
      text: 'The dam will hold,',
    });
    expect(statement?.contentIds.map((id) => wordsOf(records, id))).toEqual(['The dam will hold,']);
    expect(
      statement?.chain.map(({ actorId, role, sourceId, cueId }) => [
        actorOf(records, actorId)?.slug,
        role,
        wordsOf(records, sourceId),
        wordsOf(records, cueId),
      ]),
    ).toEqual([
      ['unnamed-writer-of-floods', 'WRITER', null, null],
      ['lom-times', 'OUTLET', 'the Lom Times', null],
      ['nils-holm', 'SPEAKER', 'Nils Holm', 'told'],
    ]);
  });

  it('is without a hop that no words show', () => {
    const [statement] = only([{ actor: 1, role: 'OUTLET' }, TOLD]).statements;
    expect(statement?.chain.map(({ role }) => role)).toEqual(['WRITER', 'SPEAKER']);
  });

  it.each([
    ['whose speaker no words show', [{ actor: 1, role: 'OUTLET', source: 'the Lom Times' }, { actor: 0 }]],
    ['without a chain', []],
    ['that ends with an outlet', [TOLD, { actor: 1, role: 'OUTLET', source: 'the Lom Times' }]],
    ['of two speakers', [TOLD, { actor: 1, source: 'the Lom Times' }]],
  ] as [string, Hop[]][])('is none %s', (_, chain) => {
    expect(only(chain).statements).toEqual([]);
  });

  it('by a speaker whom the text does not tell has an unnamed one of its own', () => {
    const records = only([{ actor: null, cue: 'said' }]);
    expect(actorOf(records, records.statements[0]?.speakerId)).toMatchObject({
      slug: 'untold-source-of-floods',
      kind: 'UNNAMED',
    });
  });

  it('that was found twice is one', () => {
    const twice = record({
      statements: (found) => [
        found.statement(['boats were ready'], [TOLD]),
        found.statement(['boats were ready'], [TOLD]),
      ],
    });
    expect(twice.statements).toHaveLength(1);
  });

  it('says its outermost words, and rests on each of its quotes once', () => {
    const records = only([TOLD], ['The dam will hold,', 'dam', 'boats were ready', 'dam']);
    const [statement] = records.statements;
    expect(statement?.text).toBe('The dam will hold, … boats were ready');
    expect(statement?.contentIds.map((id) => wordsOf(records, id))).toEqual([
      'The dam will hold,',
      'dam',
      'boats were ready',
    ]);
  });
});

describe('In a new version', () => {
  const first = record({
    statements: (found) => [
      found.statement(['The dam will hold,'], [TOLD]),
      found.statement(['boats were ready'], [TOLD]),
    ],
  });
  const article = known(first);
  const both = (found: Found) => [
    found.statement(['The dam will hold,'], [TOLD]),
    found.statement(['boats were ready'], [TOLD]),
  ];
  const again = (text: string, statements: NonNullable<Case['statements']> = both) =>
    record({ text, surroundings: { article }, statements });
  const texts = ({ statements }: CorpusRecords) => statements.map(({ text }) => text);

  it.each([
    ['at the same place', `${TEXT}More.`],
    ['at another place', TEXT.replace('“The dam', 'Rain fell. “The dam')],
  ])('what stands in the same words %s is not proposed again', (_, text) => {
    const records = again(text);
    expect(texts(records)).toEqual([]);
    expect(records.versions.map(({ number }) => number)).toEqual([2]);
  });

  it('only what stands no longer in the same words is', () => {
    const records = again(TEXT.replace('boats were ready', 'boats are ready'), (found) => [
      found.statement(['The dam will hold,'], [TOLD]),
      found.statement(['boats are ready'], [TOLD]),
    ]);
    expect(texts(records)).toEqual(['boats are ready']);
    expect(records.anchors.filter(({ state }) => state === 'ORPHANED')).toHaveLength(1);
  });

  it('more of the same words is another statement', () => {
    expect(texts(again(`${TEXT}More.`, (found) => [found.statement(['that boats were ready'], [TOLD])]))).toEqual([
      'that boats were ready',
    ]);
  });

  it('those who were known stay who they are', () => {
    const records = again(`${TEXT}More.`, (found) => [found.statement(['roads were shut'], [TOLD])]);
    expect(records.statements[0]?.speakerId).toBe(identify('Actor', 'nils-holm'));
    expect(records.actors).toEqual([]);
    expect(records.merges).toEqual([]);
  });

  it('two sources of the same words stay two, and a third one is a new one', () => {
    const officials = (start: number): Named => ({
      name: 'Officials',
      kind: 'UNNAMED',
      names: [{ start, end: start + 9 }],
    });
    const text = `${TEXT}Officials said more.\n`;
    const places = [...text.matchAll(/Officials/g)].map(({ index }) => index);
    const two = record({ actors: places.slice(0, 2).map(officials), statements: () => [] });
    expect(slugsOf(two)).toEqual(['officials-in-floods', 'officials-in-floods-2', 'unnamed-writer-of-floods']);
    const three = record({
      text,
      actors: places.map(officials),
      statements: () => [],
      surroundings: { article: known(two) },
    });
    const mentions = new Map(
      three.actorMentions.map(({ actorId, quoteId }) => [
        three.quotes.find(({ id }) => id === quoteId)?.startUtf16,
        actorId,
      ]),
    );
    expect(places.map((place) => mentions.get(place))).toEqual(
      ['officials-in-floods', 'officials-in-floods-2', 'officials-in-floods-3'].map((slug) => identify('Actor', slug)),
    );
  });
});

describe('An actor that was found', () => {
  it.each([
    ['its name, where nobody has that', [], 'nils-holm'],
    ['its name and the article, where somebody has that', ['nils-holm'], 'nils-holm-in-floods'],
    ['a number too, where that is taken as well', ['nils-holm', 'nils-holm-in-floods'], 'nils-holm-in-floods-2'],
  ])('has a slug of %s', (_, taken, slug) => {
    expect(slugsOf(record({ surroundings: { takenActorSlugs: new Set(taken) } }))[0]).toBe(slug);
  });

  it('is merged into the known one whose full name it bears', () => {
    const { actors, merges } = record({ surroundings: { actors: bearing(['known', 'NILS HOLM', 'PERSON']) } });
    expect(actors[0]?.slug).toBe('nils-holm-in-floods');
    expect(merges).toEqual([
      {
        actorId: actors[0]?.id,
        intoId: 'known',
        origin: 'EXTRACTED',
        reason: expect.stringContaining('"Nils Holm"') as string,
      },
    ]);
  });

  it.each([
    ['two bear its name', bearing(['one', 'Nils Holm', 'PERSON'], ['two', 'Nils Holm', 'PERSON'])],
    ['one of another kind does', bearing(['one', 'Nils Holm', 'OUTLET'])],
  ])('stands by itself where %s', (_, actors) => {
    expect(record({ surroundings: { actors } }).merges).toEqual([]);
  });

  it('that is unnamed is never anybody else’s', () => {
    const officials: Named = { name: 'Officials', kind: 'UNNAMED' };
    const records = record({
      actors: [officials],
      surroundings: { actors: bearing(['known', 'Officials', 'ORGANIZATION']) },
      statements: () => [],
    });
    expect([slugsOf(records)[0], records.merges]).toEqual(['officials-in-floods', []]);
  });
});
