import { createHash } from 'node:crypto';
import { syntheticCorpus, type SyntheticArticle, type SyntheticQuotation } from '../../bench/synthetic/corpus.ts';
import { EDITS, type EditKind } from '../../bench/synthetic/edits.ts';
import { Random } from '../../bench/synthetic/random.ts';
import { toRecords } from '../../bench/synthetic/to-records.ts';
import { FIRST_NAMES, PLACES, SURNAMES } from '../../bench/synthetic/vocabulary/names.ts';
import { TOPICS } from '../../bench/synthetic/vocabulary/topics.ts';
import { openMemoryStore } from '../../src/store/open-embedded-store.ts';
import { recordCorpus } from '../../src/store/record-corpus.ts';
import { COMMAND_LINE } from '../../src/store/write-transaction.ts';
import { verifyStore } from '../../src/store/verify/verify-store.ts';
import { quotations } from '../../src/text/quotations.ts';
import type { Span } from '../../src/text/span.ts';

const OPTIONS = { articles: 800, seed: 7, copyRate: 0.3 };
const CORPUS = [...syntheticCorpus(OPTIONS)];
const TOLD = CORPUS.flatMap((article) => article.quotations.map((quotation) => ({ article, quotation })));

const hashOf = (articles: Iterable<SyntheticArticle>) =>
  createHash('sha256')
    .update(JSON.stringify([...articles]))
    .digest('hex');
const wordsAt = ({ text }: SyntheticArticle, span: Span | null) => span && text.slice(span.start, span.end);
const wordsOf = (article: SyntheticArticle, { parts }: SyntheticQuotation) =>
  parts.map((part) => wordsAt(article, part)).join(' ');
/** What two settings of the same words have in common: neither capitals nor marks. */
const plain = (words: string) => words.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? [];

/** Whether a span begins and ends with marks or words, and cuts no word in two. */
const isWhole = (article: SyntheticArticle, { start, end }: Span) =>
  /^\S(?:.*\S)?$/.test(article.text.slice(start, end)) &&
  [start, end].every((edge) => !/^\p{L}{2}/u.test(article.text.slice(edge - 1, edge + 1)));

describe('a synthetic corpus', () => {
  it('is the same for the same options', () => {
    expect(hashOf(syntheticCorpus(OPTIONS))).toBe(hashOf(CORPUS));
    expect(hashOf(syntheticCorpus({ ...OPTIONS, seed: 8 }))).not.toBe(hashOf(CORPUS));
  });

  it('begins with the articles of a shorter one', () => {
    expect(hashOf(syntheticCorpus({ ...OPTIONS, articles: 100 }))).toBe(hashOf(CORPUS.slice(0, 100)));
  });

  it('is made of words enough', () => {
    expect(new Set(FIRST_NAMES).size).toBeGreaterThanOrEqual(120);
    expect(new Set(SURNAMES).size).toBe(SURNAMES.length);
    expect(new Set(PLACES).size).toBeGreaterThanOrEqual(60);
    expect(TOPICS.length).toBeGreaterThanOrEqual(25);
  });

  it('has each word as often as its rank lets expect (Zipf’s law)', () => {
    const counts = new Map<string, number>();
    for (const { text } of CORPUS) for (const word of plain(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const byRank = [...counts.values()].sort((a, b) => b - a);
    const at = (rank: number) => byRank[rank - 1] ?? 0;
    expect(at(1) / at(10)).toBeGreaterThan(4);
    expect(at(10) / at(100)).toBeGreaterThan(3);
    expect(at(100) / at(1_000)).toBeGreaterThan(5);
    expect(byRank.filter((count) => count === 1).length / byRank.length).toBeGreaterThan(0.1);
  });

  it('has a few speakers who speak often and many who speak seldom', () => {
    const counts = new Map<string, number>();
    for (const { quotation } of TOLD) counts.set(quotation.speaker, (counts.get(quotation.speaker) ?? 0) + 1);
    const byRank = [...counts.values()].sort((a, b) => b - a);
    expect(byRank.length).toBeGreaterThan(200);
    expect(byRank[0]).toBeGreaterThan(10 * (byRank[byRank.length >> 1] ?? 0));
  });

  it('has no two persons of one name', () => {
    const nameOf = new Map<string, string>();
    for (const { slug, name } of CORPUS.flatMap(({ actors }) => actors)) expect(nameOf.get(slug) ?? name).toBe(name);
  });
});

describe('a synthetic article', () => {
  it('begins with its title and tells publisher and date where it says', () => {
    for (const article of CORPUS) {
      expect(article.text.startsWith(`${article.title}\n`)).toBe(true);
      const publisher = article.actors.find(({ slug }) => slug === article.publisher);
      expect(wordsAt(article, article.credit)).toBe(publisher?.name);
      const day = article.publishedDaysSinceEpoch;
      expect(day === undefined).toBe(article.publishedAt === null);
      if (day !== undefined) {
        expect(Date.parse(`${wordsAt(article, article.publishedAt) ?? ''} UTC`)).toBe(day * 86_400_000);
      }
    }
  });

  it('has spans that hold whole words, in order and apart', () => {
    for (const article of CORPUS) {
      let last = 0;
      for (const quotation of article.quotations) {
        expect(quotation.start).toBeGreaterThanOrEqual(last);
        expect(quotation.parts[0]?.start).toBe(quotation.start);
        expect(quotation.parts.at(-1)?.end).toBe(quotation.end);
        last = quotation.end;
        const spans = [...quotation.parts, quotation.cue, quotation.source].filter((span) => span !== null);
        expect(spans.filter((span) => !isWhole(article, span))).toEqual([]);
      }
    }
  });

  it('has quotation marks around what is quoted, and only there', () => {
    for (const article of CORPUS) {
      const quoted = article.quotations.filter(({ mode }) => mode === 'DIRECT' || mode === 'MIXED');
      expect(quotations(article.text)).toEqual(quoted.flatMap(({ parts }) => parts));
    }
  });

  it('names a speaker and has a cue unless it tells in its own voice', () => {
    for (const { article, quotation } of TOLD) {
      const { mode, cue, source, speaker } = quotation;
      expect(article.actors.map(({ slug }) => slug)).toContain(speaker);
      expect([cue === null, source === null, speaker === article.publisher]).toEqual(
        Array(3).fill(mode === 'NARRATION'),
      );
    }
  });

  it('is made from an earlier one as often as asked', () => {
    const copies = CORPUS.filter(({ madeFrom }) => madeFrom !== null);
    expect(copies.length / CORPUS.length).toBeCloseTo(OPTIONS.copyRate, 1);
    for (const { slug, madeFrom } of copies) expect((madeFrom ?? slug) < slug).toBe(true);
    expect([...syntheticCorpus({ ...OPTIONS, copyRate: 0 })].every(({ copy }) => copy === null)).toBe(true);
  });
});

describe('an utterance', () => {
  const first = new Map(
    TOLD.filter(({ quotation }) => quotation.edit === null).map((told) => [told.quotation.utterance, told]),
  );

  it('is told once without an edit, and every other time with one', () => {
    expect(first.size).toBe(TOLD.filter(({ quotation }) => quotation.edit === null).length);
    for (const { article, quotation } of TOLD.filter(({ quotation }) => quotation.edit !== null)) {
      const original = first.get(quotation.utterance);
      expect(original?.article.slug).toBe(article.madeFrom);
      if (quotation.mode !== 'NARRATION') expect(quotation.speaker).toBe(original?.quotation.speaker);
    }
  });

  it('has the same words where nothing was done to them', () => {
    const identical = TOLD.filter(({ quotation }) => quotation.edit === 'IDENTICAL');
    expect(identical.length).toBeGreaterThan(100);
    for (const { article, quotation } of identical) {
      const original = first.get(quotation.utterance);
      expect(plain(wordsOf(article, quotation))).toEqual(
        original && plain(wordsOf(original.article, original.quotation)),
      );
    }
  });

  it('shares its words with another one of the same speaker only in stump speeches', () => {
    const said = new Map<string, string>();
    const formulas = new Map<string, Set<string>>();
    for (const { article, quotation } of first.values()) {
      const words = plain(wordsOf(article, quotation));
      if (quotation.formula !== null) {
        formulas.set(quotation.formula, (formulas.get(quotation.formula) ?? new Set()).add(words.join(' ')));
      } else if (words.length >= 8) {
        const key = `${quotation.speaker}: ${words.join(' ')}`;
        expect(said.get(key)).toBeUndefined();
        said.set(key, quotation.utterance);
      }
    }
    expect([...formulas.values()].filter(({ size }) => size > 1).length).toBeGreaterThan(10);
  });
});

const SENTENCE =
  'If Tolvenko wants to rebuild the old bridge near Maresk, we will not pay 340 million crowns for it – it’s a dangerous plan, and nobody needs it.';

describe('an edit', () => {
  const count = (words: string) => plain(words).length;
  /** What must hold of the words after it, and of the share of the words that it says it changed. */
  const RULES: Readonly<Record<EditKind, (edited: string, share: number) => boolean>> = {
    IDENTICAL: (edited, share) => edited === SENTENCE && share === 0,
    PUNCTUATION: (edited, share) =>
      edited !== SENTENCE && share === 0 && plain(edited.replaceAll("'", '’')).join() === plain(SENTENCE).join(),
    TRUNCATED: (edited, share) => SENTENCE.includes(edited) && count(edited) >= 5 && share > 0 && share <= 0.75,
    ELLIPSIS: (edited) => {
      const [before = '', after = ''] = edited.split(/ (?:\[?…\]?|\[?\.\.\.\]?) /);
      return before !== '' && after !== '' && SENTENCE.startsWith(before) && SENTENCE.endsWith(after);
    },
    EDITORIAL_INSERTION: (edited) => /\[[\p{L} ]+\]/u.test(edited) && count(edited) >= count(SENTENCE),
    REWORDED: (edited, share) => edited !== SENTENCE && share > 0.03 && share <= 0.33,
    NUMBER_CHANGED: (edited) => edited.replace(/\d+/, '340') === SENTENCE && !edited.includes(' 340 '),
    NEGATION_CHANGED: (edited) => edited === SENTENCE.replace(' not', ''),
    NAME_CHANGED: (edited) =>
      edited !== SENTENCE && plain(edited).filter((word, at) => word !== plain(SENTENCE)[at]).length === 1,
    UNQUOTED: (edited) => edited === SENTENCE.replace('we will', 'they will'),
    HEAVILY_REWORDED: (_, share) => share >= 0.4 && share <= 0.7,
    REORDERED: (edited) => edited !== SENTENCE && plain(edited).sort().join() === plain(SENTENCE).sort().join(),
    TRANSLATED: (edited, share) => edited !== SENTENCE && share > 0.2,
    SHORTENED: (edited) => count(edited) >= 2 && count(edited) <= 4 && SENTENCE.includes(edited),
  };

  it.each(EDITS)('of the kind $kind does what it says', ({ kind, apply }) => {
    let done = 0;
    for (let seed = 0; seed < 100; seed++) {
      const edited = apply(SENTENCE.split(' '), new Random(seed));
      if (!edited) continue;
      const words = edited.words.join(' ');
      expect([words, RULES[kind](words, edited.changed / count(SENTENCE))]).toEqual([words, true]);
      done++;
    }
    expect(done).toBeGreaterThan(50);
  });

  it('of every kind is done in a corpus, and those marked as hard are the hard ones', () => {
    const done = new Map(
      TOLD.flatMap(({ quotation: { edit, isHard } }) => (edit === null ? [] : [[edit, isHard] as const])),
    );
    expect([...done].sort()).toEqual(EDITS.map(({ kind, isHard }) => [kind, isHard] as const).sort());
  });
});

describe('records of a synthetic corpus', () => {
  it('are accepted by a store, where everything holds', async () => {
    const store = await openMemoryStore();
    try {
      const told = CORPUS.filter((article) => article.quotations.some(({ mode }) => mode === 'NARRATION'));
      const batch = [...new Set([...CORPUS.slice(100, 135), ...told.slice(0, 5)])];
      const { revision } = await recordCorpus(store, { summary: 'synthetic', author: COMMAND_LINE }, () =>
        Promise.resolve(toRecords(batch)),
      );
      expect(revision).toBe(1);
      const broken: string[] = [];
      await verifyStore(store.sql, ({ name, examples }) =>
        broken.push(...examples.map((example) => `${name} ${example}`)),
      );
      expect(broken).toEqual([]);
      expect(await store.prisma.statement.count()).toBe(batch.flatMap(({ quotations: all }) => all).length);
      expect(new Set(batch.flatMap(({ quotations: all }) => all.map(({ mode }) => mode))).size).toBe(4);
    } finally {
      await store.close();
    }
  });
});
