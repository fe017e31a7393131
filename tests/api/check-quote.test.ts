import { seed } from '../../src/ingest/seed.ts';
import { article, withFolder } from '../support/seed-folder.ts';
import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';
import { STORES } from '../support/stores.ts';

const [IN_000, IN_001, IN_002, IN_003, IN_004] = [
  'north-korea-inches-closer',
  'separatist-republics-recognized-by-dprk',
  'ukraine-war-is-pushing-russia-and-north-korea-closer-together',
  'russia-and-north-korea-strengthen-their-relations',
  'kim-may-side-with-putin',
] as const;

interface Match {
  readonly isVerbatim: boolean;
  readonly isWitness: boolean;
  readonly similarity: number;
  readonly kinds: readonly string[];
  readonly differences: readonly { readonly kind: string; readonly left: string; readonly right: string }[];
  readonly edits: readonly { readonly operation: string; readonly left: string; readonly right: string }[];
  readonly quote: {
    readonly exact: string;
    readonly start: number;
    readonly end: number;
    readonly startUtf16: number;
    readonly endUtf16: number;
    readonly article: { readonly slug: string };
    readonly version: { readonly text: string };
  };
  readonly statements: readonly { readonly text: string; readonly speaker: { readonly slug: string } }[];
}

interface Check {
  readonly verdict: string;
  readonly speaker: string | null;
  readonly isExhaustive: boolean;
  readonly matches: readonly Match[];
}

const CHECK = `query ($text: String!, $speaker: ID, $first: Int) { checkQuote(text: $text, speaker: $speaker, first: $first) {
  verdict speaker isExhaustive matches {
    isVerbatim isWitness similarity kinds differences { kind left right } edits { operation left right }
    quote { exact start end startUtf16 endUtf16 article { slug } version { text } } statements { text speaker { slug } }
  }
} }`;

let corpus: ServedCorpus;
beforeAll(async () => {
  corpus = await serveCorpus();
});
afterAll(() => corpus.stop());

/** Checks a quotation; whatever is found must stand in its text, and be rebuilt by its edits. */
async function check(
  text: string,
  { of = corpus, ...variables }: { speaker?: string; first?: number; of?: ServedCorpus } = {},
): Promise<Check> {
  const { data, errors } = await of.ask(CHECK, { first: 100, ...variables, text });
  expect(errors).toEqual([]);
  const { checkQuote } = data as { checkQuote: Check };
  for (const { quote, edits, kinds, isVerbatim, differences } of checkQuote.matches) {
    const { text: whole } = quote.version;
    expect([...whole].slice(quote.start, quote.end).join('')).toBe(quote.exact);
    expect(whole.slice(quote.startUtf16, quote.endUtf16)).toBe(quote.exact);
    expect(edits.map(({ left }) => left).join('')).toBe(quote.exact);
    expect(edits.map(({ right }) => right).join('')).toBe(text);
    expect(kinds).not.toEqual([]);
    if (quote.exact === text) expect([isVerbatim, differences]).toEqual([true, []]);
    if (!isVerbatim) expect(differences).toEqual([]);
  }
  return checkQuote;
}

describe('a quotation that is in the corpus word for word', () => {
  it.each([
    ['one word', 'voluntary', IN_002],
    ['a part of a longer quotation', 'such negotiations are not ongoing', IN_002],
    ['words that nobody put in quotation marks', 'at the forefront of massive sanctions evasion', IN_000],
    ['words of two sentences', 'belongs to Ukraine and Ukraine alone. Decisions about who should be there', IN_001],
    ['words within and outside of quotation marks', 'wrote that both sides share a tradition of bilateral', IN_002],
    ['an editor’s brackets that the text has', '[The Russian people have] achieved great successes', IN_003],
    ['an ellipsis that the text has', 'security of their country ... while braving all sorts of challenges', IN_003],
    ['a slip of the text', 'illegal nuclear weapons test in 2o17', IN_000],
    ['a number', 'around $500 million in foreign exchange', IN_002],
  ])('is VERBATIM: %s', async (_, text, slug) => {
    const found = await check(text);
    expect(found).toMatchObject({ verdict: 'VERBATIM', speaker: null, isExhaustive: true });
    expect(found.matches[0]).toMatchObject({
      isWitness: true,
      similarity: 1,
      kinds: ['IDENTICAL'],
      differences: [],
      edits: [{ operation: 'EQUAL', left: text, right: text }],
      quote: { exact: text, article: { slug } },
    });
  });

  it.each([
    [
      'an apostrophe',
      "The letter's focus was to strengthen",
      'The letter’s focus was to strengthen',
      ["QUOTATION_MARKS ’|'"],
    ],
    ['a hyphen put in', 'hard-working and ready to work', 'hardworking and ready to work', ['DASHES |-']],
    ['a hyphen left out', 'Strategic and tactical cooperation', 'Strategic and tactical co-operation', ['DASHES -|']],
    ['a capital', 'Broad prospects for bilateral', 'broad prospects for bilateral', ['CASE b|B']],
    ['a comma left out', 'qualified hardworking and ready', 'qualified, hardworking and ready', ['PUNCTUATION , | ']],
    [
      'quotation marks around all of it',
      '“fake from start to finish”',
      'fake from start to finish',
      ['PUNCTUATION |“', 'PUNCTUATION |”'],
    ],
    [
      'the end of a paragraph',
      'it said on Twitter. Experts see the rapprochement',
      'it said on Twitter.\n\nExperts see the rapprochement',
      ['SPACES .\n\n|. '],
    ],
    [
      'a dash for another',
      'as countries - only Russia, its proxy regime',
      'as countries – only Russia, its proxy regime',
      ['DASHES  – | - '],
    ],
    ['two spaces for one', 'fake  from start', 'fake from start', ['SPACES  |  ']],
  ])('is VERBATIM but for typography, which is named: %s', async (_, text, exact, differences) => {
    const found = await check(text);
    expect(found.verdict).toBe('VERBATIM');
    const [match] = found.matches;
    expect(match?.quote.exact).toBe(exact);
    expect(match?.kinds).toEqual(['PUNCTUATION']);
    expect(match?.differences.map(({ kind, left, right }) => `${kind} ${left}|${right}`)).toEqual(differences);
  });

  it('is shown with who says it there', async () => {
    const { matches } = await check('fulfill its international duty');
    expect(matches.map(({ statements }) => statements.map(({ speaker }) => speaker.slug))).toEqual([
      ['igor-korotchenko'],
    ]);
  });

  it('is shown without a statement where no statement holds most of it', async () => {
    const { verdict, matches } = await check('it said on Twitter');
    expect([verdict, matches.map(({ statements }) => statements)]).toEqual(['VERBATIM', [[]]]);
  });

  it('is found in each article that has it', async () => {
    const { matches } = await check('ready to work in the most difficult conditions');
    expect(matches.map(({ quote, statements }) => [quote.article.slug, statements[0]?.speaker.slug])).toEqual([
      [IN_001, 'izvestia'],
      [IN_002, 'alexander-matsegora'],
    ]);
  });
});

describe('a quotation whose words were changed', () => {
  it.each([
    [
      'a number',
      'offered to send 10,000 troops to the war zone',
      'offered to send {100,000 |10,000 }troops to the war zone',
      ['REWORDED', 'NUMBER_CHANGED'],
      'russian-state-media',
    ],
    [
      'a negation dropped',
      'such negotiations are ongoing',
      'such negotiations are {not |}ongoing',
      ['REWORDED', 'NEGATION_CHANGED'],
      'russian-foreign-ministry',
    ],
    [
      'a negation put in',
      'those are not decisions for the Ukrainian Government',
      'those are {|not }decisions for the Ukrainian Government',
      ['REWORDED', 'NEGATION_CHANGED'],
      'ned-price',
    ],
    [
      'a negation that stood before the words',
      'Ukraine is ruled by Nazis',
      '{false claim that |}Ukraine is ruled by Nazis',
      ['TRUNCATED', 'NEGATION_CHANGED'],
      'russia',
    ],
    [
      'a word exchanged',
      'it obviously has no intention to adhere to any restrictions',
      'it obviously has no {reason |intention }to adhere to any restrictions',
      ['REWORDED'],
      'sergey-radchenko',
    ],
    [
      'words left out without a sign',
      'the Donbas belongs to Ukraine and Ukraine alone',
      'the Donbas, {eastern Ukraine, |}belongs to Ukraine and Ukraine alone',
      ['REWORDED'],
      'ned-price',
    ],
    [
      'words left out with one',
      'If North Korea expresses a desire to fulfill its international duty … we should allow it',
      'If North Korea expresses a desire to fulfill its international duty {to fight Ukrainian fascism, |… }we should allow it',
      ['ELLIPSIS'],
      'igor-korotchenko',
    ],
    [
      'an editor’s words put in',
      'such negotiations [with Pyongyang] are not ongoing',
      'such negotiations {|[with Pyongyang] }are not ongoing',
      ['EDITORIAL_INSERTION'],
      'russian-foreign-ministry',
    ],
    [
      'a name',
      'the real state of affairs in Crimea',
      'the real state of affairs in {Donbass|Crimea}',
      ['REWORDED', 'NAME_CHANGED'],
      'donetsk-peoples-republic',
    ],
  ])('is ALTERED: %s', async (_, text, edits, kinds, speaker) => {
    const found = await check(text);
    expect(found).toMatchObject({ verdict: 'ALTERED', speaker: null, isExhaustive: true });
    const [best] = found.matches;
    expect(
      best?.edits.map(({ operation, left, right }) => (operation === 'EQUAL' ? left : `{${left}|${right}}`)).join(''),
    ).toBe(edits);
    expect(best).toMatchObject({ isWitness: true, kinds, differences: [] });
    // What an editor has marked as his own counts for nothing.
    if (kinds.includes('EDITORIAL_INSERTION')) expect(best?.similarity).toBe(1);
    else expect(best?.similarity).toBeLessThan(1);
    expect(best?.statements.map((statement) => statement.speaker.slug)).toContain(speaker);
  });

  it('is ALTERED where only a sign is another', async () => {
    const { verdict, matches } = await check('around €500 million in foreign exchange');
    expect([verdict, matches.map(({ quote }) => quote.exact)]).toEqual([
      'ALTERED',
      ['around $500 million in foreign exchange'],
    ]);
  });
});

describe('what 004 has made of the quotations of 000', () => {
  it.each([
    ['was established by Russia', 'was completely created by Russia', 'vladimir-putin'],
    ['solid traditions', 'stable traditions', 'vladimir-putin'],
    [
      'The meeting was devoted to consultations on forms and procedures for ongoing contact.',
      'The meeting was devoted to consultations on formats and mechanisms for further interaction',
      'donetsk-peoples-republic',
    ],
    ['develop and expand cooperation.', 'and intensify mutual cooperation.', 'donetsk-separatists'],
    [
      'forms and procedures for ongoing contact',
      'formats and mechanisms for further interaction',
      'donetsk-peoples-republic',
    ],
  ])('is ALTERED, and 004 no witness of it: %s', async (text, original, speaker) => {
    const found = await check(text);
    expect(found.verdict).toBe('ALTERED');
    expect(found.matches.map(({ isWitness }) => isWitness)).toEqual([true, false]);
    const [witness, copy] = found.matches;
    expect(witness?.quote).toMatchObject({ exact: original, article: { slug: IN_000 } });
    expect(witness?.isVerbatim).toBe(false);
    expect(witness?.statements.map((statement) => statement.speaker.slug)).toEqual([speaker]);
    expect(copy?.quote).toMatchObject({ exact: text, article: { slug: IN_004 } });
    expect(copy?.kinds).toEqual(['IDENTICAL']);
  });

  it.each([
    ['was completely created by Russia'],
    ['stable traditions'],
    ['The meeting was devoted to consultations on formats and mechanisms for further interaction,'],
    ['gratitude for the desire to build and intensify mutual cooperation.'],
  ])('is VERBATIM in the words of 000: %s', async (text) => {
    const found = await check(text);
    expect(found.verdict).toBe('VERBATIM');
    expect(found.matches[0]).toMatchObject({ isWitness: true, quote: { exact: text, article: { slug: IN_000 } } });
  });

  it('is VERBATIM where 004 has kept the words, and both are witnesses', async () => {
    const found = await check('slightly out of the orbit of its top ally, China');
    expect(found.verdict).toBe('VERBATIM');
    expect(found.matches.map(({ isWitness, quote }) => [quote.article.slug, isWitness])).toEqual([
      [IN_000, true],
      [IN_004, true],
    ]);
  });
});

describe('a quotation that nothing in the corpus is like', () => {
  it.each([
    ['other words', 'the cat sat on the mat'],
    ['words that no text has', 'quantum chromodynamics of gluons'],
    ['one word that no text has', 'zebra'],
    ['a script that no text has', 'Мы не продадим гавань'],
    ['emoji beside a word', '👩‍👩‍👧 zebra'],
    ['the longest that is checked', 'x'.repeat(5_000)],
  ])('is NOT_FOUND: %s', async (_, text) => {
    expect(await check(text)).toMatchObject({ verdict: 'NOT_FOUND', speaker: null, matches: [] });
  });
});

describe('the speaker of a quotation', () => {
  it.each([
    ['the one who said it', 'such negotiations are not ongoing', 'russian-foreign-ministry', 'CONFIRMED'],
    [
      'the innermost source that another article names',
      'Korean builders will be a very serious help',
      'alexander-matsegora',
      'CONFIRMED',
    ],
    ['the source at which an article stops', 'Korean builders will be a very serious help', 'izvestia', 'CONFIRMED'],
    ['the one who said it in other words', 'such negotiations are ongoing', 'russian-foreign-ministry', 'CONFIRMED'],
    ['somebody else', 'such negotiations are not ongoing', 'vladimir-putin', 'OTHER_SPEAKER'],
    ['somebody who only passed it on', 'we should allow it', 'channel-1', 'OTHER_SPEAKER'],
    ['somebody else, of words changed', 'such negotiations are ongoing', 'kim-jong-un', 'OTHER_SPEAKER'],
    ['anybody, of words that no statement holds', 'it said on Twitter', 'vladimir-putin', 'UNKNOWN'],
    ['anybody, of words that are not there', 'the cat sat on the mat', 'vladimir-putin', 'UNKNOWN'],
  ])('%s', async (_, text, speaker, expected) => {
    expect((await check(text, { speaker })).speaker).toBe(expected);
    const { data } = await corpus.ask('query ($slug: String!) { actor(slug: $slug) { id } }', { slug: speaker });
    const { id } = (data as { actor: { id: string } }).actor;
    expect((await check(text, { speaker: id })).speaker).toBe(expected);
  });

  it('is null where none was named', async () => {
    expect((await check('such negotiations are not ongoing')).speaker).toBeNull();
    const { data } = await corpus.ask('{ checkQuote(text: "voluntary", speaker: null) { speaker } }');
    expect(data).toEqual({ checkQuote: { speaker: null } });
  });
});

describe('a check that cannot be made', () => {
  const articleId = async () => {
    const { data } = await corpus.ask('{ articles(first: 1) { nodes { id } } }');
    return (data as { articles: { nodes: { id: string }[] } }).articles.nodes[0]?.id ?? '';
  };
  it.each([
    ['nothing', { text: '' }, 'holds no word'],
    ['white space', { text: ' \n\u00A0' }, 'holds no word'],
    ['marks only', { text: '“…” – !' }, 'holds no word'],
    ['emoji only', { text: '👩‍👩‍👧' }, 'holds no word'],
    ['too much', { text: 'x'.repeat(5_001) }, '5001 characters, more than 5000'],
    ['U+0000', { text: 'a\u0000b' }, 'U+0000 at line 1, column 2'],
    ['a lone surrogate', { text: 'a\ud800' }, 'lone surrogate'],
    ['a speaker that is not there', { text: 'voluntary', speaker: 'no-such-actor' }, 'no-such-actor'],
    [
      'a speaker that is neither an id nor a slug',
      { text: 'voluntary', speaker: 'Not A Slug' },
      'neither an id nor a slug',
    ],
    ['too many matches', { text: 'voluntary', first: 101 }, 'from 0 to 100'],
    ['fewer matches than none', { text: 'voluntary', first: -1 }, 'from 0 to 100'],
  ])('is refused: of %s', async (_, variables, words) => {
    const { errors } = await corpus.ask(CHECK, variables);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toContain(words);
  });

  it('is refused: of a speaker who is an article', async () => {
    const { errors } = await corpus.ask(CHECK, { text: 'voluntary', speaker: await articleId() });
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining('of type Article') as string,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

describe('how many matches are given', () => {
  it.each([
    [undefined, 5],
    [null, 5],
    [0, 0],
    [1, 1],
    [3, 3],
    [100, 5],
  ])('first: %s', async (first, expected) => {
    const { data } = await corpus.ask(CHECK, { text: 'North Korea', ...(first === undefined ? {} : { first }) });
    const { checkQuote } = data as { checkQuote: Check };
    expect(checkQuote.matches).toHaveLength(expected);
    // Verdict and speaker are told of all of them.
    expect(checkQuote.verdict).toBe('VERBATIM');
  });

  it('are the best ones first: witnesses, then what is verbatim, then what is most like it', async () => {
    const { matches } = await check('Korean workers in Russia');
    expect(matches.length).toBeGreaterThan(2);
    const ranks = matches.map((match) => [Number(match.isWitness), Number(match.isVerbatim), match.similarity]);
    expect(ranks).toEqual(
      [...ranks].sort((a, b) => (b[0] ?? 0) - (a[0] ?? 0) || (b[1] ?? 0) - (a[1] ?? 0) || (b[2] ?? 0) - (a[2] ?? 0)),
    );
  });
});

describe('how thoroughly a check has looked', () => {
  let common: ServedCorpus;
  beforeAll(async () => {
    const lines = Array.from({ length: 1_600 }, (_, number) => `Snow fell on quay ${String(number)}.\n`).join('');
    const files = {
      ...article('snow', `Weather of the year\n\n${lines}`),
      ...article('rain', 'Weather of the day\n\nSnow fell on Monday, and the pilots went home.\n'),
    };
    common = await serveCorpus(STORES[0], (store) => withFolder(files, (folder) => seed(store, folder)));
  });
  afterAll(() => common.stop());

  it.each([
    ['words that stand everywhere', 'Snow fell', 'VERBATIM', false],
    ['words that stand everywhere, with others', 'Snow fell on Monday', 'VERBATIM', true],
    ['words that mean nothing', 'on', 'NOT_FOUND', false],
    ['other words', 'a quiet harbour town', 'NOT_FOUND', true],
  ])('is told: %s', async (_, text, verdict, isExhaustive) => {
    expect(await check(text, { of: common })).toMatchObject({ verdict, isExhaustive });
  });
});

describe.each(STORES)('SQL statements for a check on the $kind store', (kind) => {
  let served: ServedCorpus;
  beforeAll(async () => {
    served = await serveCorpus(kind);
  });
  afterAll(() => served.stop());

  it('are as many however much is found', async () => {
    const count = (text: string, first: number) =>
      served.countStatements(CHECK, { text, first, speaker: 'vladimir-putin' });
    const few = await count('such negotiations are not ongoing', 1);
    const [more, all] = [await count('North Korea', 3), await count('North Korean workers in Russia', 100)];
    // The same fields are read of one match and of many.
    expect([more, all]).toEqual([few, few]);
  });

  it('find the same on every store', async () => {
    for (const text of ['North Korea', 'solid traditions', 'such negotiations are ongoing', 'voluntary']) {
      expect(await check(text, { of: served })).toEqual(await check(text));
    }
  });
});
