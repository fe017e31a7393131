import { serveCorpus, type ServedCorpus } from '../support/served-corpus.ts';

interface Variant {
  readonly left: { readonly exact: string };
  readonly right: { readonly exact: string };
  readonly kinds: readonly string[];
  readonly edits: readonly { readonly left: string; readonly right: string }[];
}

let corpus: ServedCorpus;
let variants: readonly Variant[];
beforeAll(async () => {
  corpus = await serveCorpus();
  const found: Variant[] = [];
  for (let after: string | null = null; ;) {
    const { data } = await corpus.ask(
      `query ($after: String) { utterances(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { variants {
        left { exact } right { exact } kinds edits { left right } } } } }`,
      { after },
    );
    const { nodes, pageInfo } = (
      data as {
        utterances: { nodes: { variants: Variant[] }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }
    ).utterances;
    found.push(...nodes.flatMap((node) => node.variants));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  variants = found;
});
afterAll(() => corpus.stop());

describe('the variants of the corpus', () => {
  it.each([
    [
      'the contacts, told by both, 000 and 004',
      'Envoys for North Korea',
      'North Korea’s envoys',
      ['TRUNCATED', 'REWORDED', 'NAME_CHANGED'],
    ],
    ['Putin on the creation of Ukraine with what leads to it, 000 and 004', 'the concept', 'the idea', ['REWORDED']],
    ['Putin on its traditions with what leads to it, 000 and 004', 'Ukraine lacked', 'Ukraine lacked', ['REWORDED']],
    ['the meeting in Moscow, told by both, 000 and 004', 'had met with', 'met with', ['REWORDED']],
    ['the greeting that was sent, told by both, 000 and 004', 'greetings to Putin', 'special greeting', ['REWORDED']],
    ['the official statement, 000 and 004', 'formats and mechanisms', 'forms and procedures', ['REWORDED']],
    ['Putin on the creation of Ukraine, 000 and 004', 'was completely created', 'was established', ['REWORDED']],
    ['Putin on its traditions, 000 and 004', 'stable traditions', 'solid traditions', ['REWORDED']],
    [
      'what is told without its marks, 000 and 004',
      'Particular attention was paid',
      'received special attention',
      ['TRUNCATED', 'REWORDED'],
    ],
    ['the gratitude, 000 and 004', 'gratitude for the desire', 'develop and expand', ['REWORDED']],
    [
      'the greeting, 000 and 003',
      'Noting that the Russian',
      '[The Russian people have]',
      ['TRUNCATED', 'ELLIPSIS', 'EDITORIAL_INSERTION'],
    ],
    [
      'the greeting from where 003 begins, 000 and 003',
      'the Russian people have',
      '[The Russian people have]',
      ['TRUNCATED', 'ELLIPSIS', 'EDITORIAL_INSERTION'],
    ],
    ['the end of the greeting, 000 and 003', 'while braving all sorts', 'The Korean people extend', ['TRUNCATED']],
    ['its support, 000 and 003', 'the Korean people extend', 'The Korean people extend', ['PUNCTUATION']],
    [
      'the builders, 001 and 002',
      'Firstly, highly qualified',
      '(in the Donbass)',
      ['TRUNCATED', 'EDITORIAL_INSERTION', 'REWORDED'],
    ],
    ['the heading and its quotation, 002', 'Russia has no reason', 'Now that Russia', ['TRUNCATED', 'REWORDED']],
  ])('are told apart: %s', (_, left, right, kinds) => {
    const found = variants.filter(
      (variant) => variant.left.exact.includes(left) && variant.right.exact.includes(right),
    );
    expect(found.map((variant) => variant.kinds)).toContainEqual(kinds);
  });

  it('are these and no others', () => {
    expect(variants).toHaveLength(16);
  });

  it('are rebuilt from their edits', () => {
    for (const { left, right, edits } of variants) {
      expect(edits.map((edit) => edit.left).join('')).toBe(left.exact);
      expect(edits.map((edit) => edit.right).join('')).toBe(right.exact);
    }
  });
});
