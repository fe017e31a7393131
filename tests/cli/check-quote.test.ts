import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, type Outcome } from '../support/command.ts';
import { createDatabase } from '../support/stores.ts';

const CORPUS = join(import.meta.dirname, '../../seeds/corpus');
const [TITLE_000, TITLE_001, TITLE_002, TITLE_004] = [
  'North Korea Inches Closer to Pro-Russia Separatists in Ukraine',
  'Russian-backed Separatist Republics Recognized by DPRK as Russia Expresses Interest in Using North Korean Laborers',
  'Ukraine war is pushing Russia and North Korea closer together',
  'Kim Jong Un May Side With Putin In Ukraine Conflict',
];

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-cli-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

interface Printed {
  readonly quotations: readonly {
    readonly text: string;
    readonly place: { readonly line: number; readonly column: number } | null;
    readonly verdict: string;
    readonly speaker: string | null;
    readonly matches: readonly {
      readonly article: { readonly slug: string };
      readonly exact: string;
      readonly start: number;
      readonly end: number;
    }[];
  }[];
}
const printedBy = ({ stdout }: Outcome): Printed['quotations'] => (JSON.parse(stdout) as Printed).quotations;

const server = process.env['TEST_POSTGRES_URL'];
const STORES: readonly (readonly [string, () => Promise<Record<string, string>>])[] = [
  ['embedded', () => Promise.resolve({ VERBATIM_DATA: newFolder() })],
  ...(server === undefined
    ? []
    : [['PostgreSQL', async () => ({ DATABASE_URL: await createDatabase(server) })] as const]),
];

describe.each(STORES)('check-quote and compare on the %s store', (_, createStore) => {
  let store: Record<string, string>;
  beforeAll(async () => {
    store = await createStore();
  });

  it('say what is missing while the store is empty, and are right once it is filled', async () => {
    const early = await runCommand(['check-quote', 'voluntary'], store);
    expect(early).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('verbatim seed') as string });
    expect(early.stderr.trim().split('\n')).toHaveLength(1);
    expect(await runCommand(['compare'], store)).toMatchObject({
      code: 0,
      stdout: 'Nothing new: the corpus stays at revision 0.\n',
    });

    expect((await runCommand(['seed'], store)).code).toBe(0);
    expect(await runCommand(['compare'], store)).toEqual({
      code: 0,
      stdout: 'Nothing new: the corpus stays at revision 1.\n',
      stderr: '',
    });
    expect(await runCommand(['check-quote', 'voluntary'], store)).toEqual({
      code: 0,
      stdout: `VERBATIM  “voluntary”
    = ${TITLE_002}, code points 6570 to 6579
      word for word; said by Unnamed writer of “${TITLE_002}”

1 verbatim, 0 altered, 0 not found
`,
      stderr: '',
    });
  });
});

describe('check-quote', () => {
  const store = { VERBATIM_DATA: newFolder() };
  beforeAll(async () => {
    expect((await runCommand(['seed'], store)).code).toBe(0);
  });
  const checkQuote = (...args: string[]) => runCommand(['check-quote', ...args], store);
  const checkDocument = (document: string | Uint8Array, ...args: string[]) =>
    runCommand(['check-quote', ...args], store, document);

  it.each([
    [
      0,
      'words that are there',
      ['such negotiations are not ongoing'],
      'VERBATIM ',
      '1 verbatim, 0 altered, 0 not found',
    ],
    [
      2,
      'words that were changed',
      ['such negotiations are ongoing'],
      'ALTERED  ',
      '0 verbatim, 1 altered, 0 not found',
    ],
    [3, 'words that are not there', ['the cat sat on the mat'], 'NOT FOUND', '0 verbatim, 0 altered, 1 not found'],
    [
      0,
      'words of the speaker',
      ['we should allow it', '--speaker', 'igor-korotchenko'],
      'VERBATIM ',
      '1 verbatim, 0 altered, 0 not found',
    ],
    [
      2,
      'words of somebody else',
      ['we should allow it', '--speaker', 'vladimir-putin'],
      'VERBATIM ',
      '1 verbatim, 0 altered, 0 not found, 1 said by somebody else',
    ],
    [
      3,
      'words that are not there, of a speaker',
      ['the cat sat on the mat', '--speaker', 'vladimir-putin'],
      'NOT FOUND',
      '0 verbatim, 0 altered, 1 not found',
    ],
  ])('ends with %i for %s', async (code, _, args, verdict, summary) => {
    const outcome = await checkQuote(...args);
    expect([outcome.code, outcome.stderr]).toEqual([code, '']);
    expect(outcome.stdout.startsWith(`${verdict} “${args[0] ?? ''}”\n`)).toBe(true);
    expect(outcome.stdout.endsWith(`\n${summary}\n`)).toBe(true);
  });

  it.each([
    ['nothing', [''], 'holds no word'],
    ['marks', ['“…”'], 'holds no word'],
    ['too much', ['x'.repeat(5_001)], 'more than 5000'],
    ['a speaker who is not there', ['voluntary', '--speaker', 'no-such-actor'], 'no-such-actor'],
    ['an option that it has not', ['voluntary', '--colour'], "unknown option '--colour'"],
    ['two arguments', ['voluntary', 'troops'], 'too many arguments'],
  ])('ends with 1, and says why, for %s', async (_, args, words) => {
    const { code, stdout, stderr } = await checkQuote(...args);
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining(words)]);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('shows what was changed, where, and who is no witness', async () => {
    const { stdout } = await checkQuote('was established by Russia');
    expect(stdout).toBe(`ALTERED   “was established by Russia”
    ~ ${TITLE_000}, code points 2087 to 2119
      REWORDED, 67 % alike; said by Vladimir Putin
      was [-completely created-] {+established+} by Russia
    ~ ${TITLE_004}, code points 1818 to 1843
      word for word; said by Vladimir Putin
      made from an article in which the words are different: no witness

0 verbatim, 1 altered, 0 not found
`);
  });

  it('names what was tolerated', async () => {
    const { stdout } = await checkQuote("The letter's focus was to strengthen");
    expect(stdout).toContain('word for word but for QUOTATION_MARKS');
  });

  it('tells of each article that has the words', async () => {
    const { stdout } = await checkQuote('ready to work in the most difficult conditions');
    expect(stdout).toMatch(
      new RegExp(`= ${TITLE_001}.*said by Izvestia.*= ${TITLE_002}.*said by Alexander Matsegora`, 's'),
    );
  });

  it('says where no statement tells who said the words', async () => {
    const { code, stdout } = await checkQuote('it said on Twitter', '--speaker', 'vladimir-putin');
    expect([code, stdout]).toEqual([0, expect.stringContaining('No statement tells who said them.')]);
  });

  it('prints all of it as JSON', async () => {
    const outcome = await checkQuote('solid traditions', '--json', '--speaker', 'vladimir-putin');
    expect([outcome.code, outcome.stderr]).toEqual([2, '']);
    expect(printedBy(outcome)).toMatchObject([
      {
        text: 'solid traditions',
        place: null,
        verdict: 'ALTERED',
        speaker: 'CONFIRMED',
        isExhaustive: true,
        matches: [
          {
            article: { slug: 'north-korea-inches-closer', title: TITLE_000, url: null },
            exact: 'stable traditions',
            isVerbatim: false,
            isWitness: true,
            similarity: 0.5,
            kinds: ['REWORDED'],
            differences: [],
            edits: [
              { operation: 'REPLACE', left: 'stable ', right: 'solid ' },
              { operation: 'EQUAL', left: 'traditions', right: 'traditions' },
            ],
            statements: [{ speaker: 'Vladimir Putin' }],
          },
          { article: { title: TITLE_004 }, exact: 'solid traditions', isVerbatim: true, isWitness: false },
        ],
      },
    ]);
  });

  describe('of a document on standard input', () => {
    const document = readFileSync(join(CORPUS, '004_79db9268550480e7.txt'), 'utf8');
    const VERDICTS: [string, string][] = [
      ['People’s Republics,', 'VERBATIM'],
      ['was established by Russia', 'ALTERED'],
      ['solid traditions', 'ALTERED'],
      ['Donetsk People’s Republic', 'VERBATIM'],
      ['The meeting was devoted to consultations on forms and procedures for ongoing contact.', 'ALTERED'],
      ['develop and expand cooperation.', 'ALTERED'],
    ];

    it('checks each quotation, and shows its place', async () => {
      const outcome = await checkDocument(document, '--json');
      const printed = printedBy(outcome);
      expect([outcome.code, printed.map(({ text, verdict }) => [text, verdict])]).toEqual([2, VERDICTS]);
      for (const { text, place, matches } of printed) {
        const line = [...(document.split('\n')[(place?.line ?? 0) - 1] ?? '')].slice((place?.column ?? 0) - 1).join('');
        expect(line.startsWith(text)).toBe(true);
        for (const { exact, start, end } of matches) expect([...exact]).toHaveLength(end - start);
      }
    });

    it('tells people the same', async () => {
      const { code, stdout } = await checkDocument(document);
      expect(code).toBe(2);
      const lines = stdout.split('\n').filter((line) => /^\S/.test(line));
      expect(lines.map((line) => line.replace(/\d+:\d+ /, ''))).toEqual([
        ...VERDICTS.map(([text, verdict]) => `${verdict.padEnd(9)} “${text}”`),
        '2 verbatim, 4 altered, 0 not found',
      ]);
    });

    it('has no colours where it goes to no terminal', async () => {
      const { stdout } = await checkDocument(document);
      expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
    });

    it.each([
      [0, 'only what is there', 'He said: “such negotiations are not ongoing”.', ['VERBATIM']],
      [
        3,
        'what is not there',
        '“such negotiations are not ongoing” and “the cat sat on the mat”',
        ['VERBATIM', 'NOT_FOUND'],
      ],
      [
        2,
        'what was changed, which counts more',
        '“the cat sat on the mat”, "solid traditions"',
        ['NOT_FOUND', 'ALTERED'],
      ],
      [0, 'nothing in quotation marks', 'Such negotiations are ongoing.', []],
      [0, 'nothing at all', '', []],
      [0, 'only marks in quotation marks', 'He said “…” and "!"', []],
    ])('ends with %i for %s', async (code, _, text, verdicts) => {
      const outcome = await checkDocument(text, '--json');
      expect([outcome.code, printedBy(outcome).map(({ verdict }) => verdict)]).toEqual([code, verdicts]);
    });

    it('says when there is nothing to check', async () => {
      expect(await checkDocument('Such negotiations are ongoing.')).toEqual({
        code: 0,
        stdout: 'There is nothing in double quotation marks to check.\n',
        stderr: '',
      });
    });

    it('asks of each whether the speaker said it', async () => {
      const outcome = await checkDocument(
        '“we should allow it” and “such negotiations are not ongoing”',
        '--json',
        '--speaker',
        'igor-korotchenko',
      );
      expect([outcome.code, printedBy(outcome).map(({ speaker }) => speaker)]).toEqual([
        2,
        ['CONFIRMED', 'OTHER_SPEAKER'],
      ]);
    });
  });
});
