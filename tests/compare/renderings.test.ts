import fc from 'fast-check';
import type { ComparedStatement } from '../../src/compare/compared-statement.ts';
import { readForComparison } from '../../src/compare/compared-text.ts';
import { findRenderings, type Rendering } from '../../src/compare/renderings.ts';
import { sharedPassages } from '../../src/compare/shared-passages.ts';
import { contains } from '../../src/text/span.ts';

type About = Partial<Omit<ComparedStatement, 'content'>>;
/** What is said in a text, by its words, which stand there once; several pieces are one statement. */
type Said = readonly [words: string | readonly string[], about?: About];

function article(text: string, ...said: readonly Said[]) {
  const statements = said.map(([words, about]): ComparedStatement => {
    const pieces = typeof words === 'string' ? [words] : words;
    const content = pieces.map((piece) => {
      expect(text.split(piece)).toHaveLength(2);
      return { start: text.indexOf(piece), end: text.indexOf(piece) + piece.length };
    });
    return {
      id: pieces.join(' … '),
      content,
      isNarration: false,
      polarity: 'AFFIRMED',
      speakerId: 'dolan',
      sourceIds: ['dolan'],
      isUnnamed: false,
      cue: 'said',
      source: 'Dolan',
      ...about,
    };
  });
  return { text: readForComparison(text), statements };
}
type Article = ReturnType<typeof article>;

const found = (left: Article, right: Article): Rendering[] =>
  findRenderings(left, right, sharedPassages(left.text, right.text));
const pairs = (left: Article, right: Article): string[][] =>
  found(left, right).map((rendering) => [rendering.left.id, rendering.right.id]);

const STAYS = 'The town will never close the old northern quay to wooden boats';
const REPAIRS = 'Divers will repair both stone breakwaters before the winter storms come';
const SHUT = 'The town will never shut its northern quay for wooden boats';
const SHORTER = 'The town will never close the northern quay to wooden boats';
const NARRATION: About = { isNarration: true, speakerId: 'article', sourceIds: [], cue: '', source: '' };
const TARSK: About = { speakerId: 'tarsk', sourceIds: ['tarsk'], source: 'Tarsk' };
const UNNAMED: About = { speakerId: 'a source', sourceIds: ['a source'], isUnnamed: true, source: 'a source' };
const ANOTHER: About = { ...UNNAMED, speakerId: 'another source', sourceIds: ['another source'] };

describe('findRenderings', () => {
  it.each([
    ['in the same words', STAYS, STAYS],
    ['in other words', STAYS, SHUT],
    ['shortened', STAYS, 'The town will never close the northern quay'],
    ['in part', STAYS, 'never close the old northern quay'],
    ['with an ellipsis', STAYS, 'The town will never close … to wooden boats'],
    ['with an editor’s words', STAYS, '[We] will never close the old northern quay to wooden boats'],
    ['in few words', 'a fine old harbour', 'a fine old harbour'],
  ])('finds what two articles render %s', (_, one, other) => {
    const left = article(`“${one},” Dolan said.`, [one]);
    const right = article(`Dolan said on Monday: “${other}.”`, [other]);
    expect(pairs(left, right)).toEqual([[one, other]]);
    expect(pairs(right, left)).toEqual([[other, one]]);
  });

  it.each([
    ['another matter', 'Bread will cost more when bakers pay twice for flour'],
    ['the same matter in words of its own', 'Boats of wood remain welcome with us, whatever others write'],
    ['the same names', 'Ostrevik and its town hall need a northern station'],
    [
      'the same words in another order',
      'Wooden boats will never close the northern quay to the old town'.split(' ').reverse().join(' '),
    ],
    ['half of it', 'The town will never close the public library to old sailors'],
  ])('leaves apart what tells %s', (_, other) => {
    const left = article(`“${STAYS},” Dolan said.`, [STAYS]);
    const right = article(`“${other},” Dolan said.`, [other]);
    expect(pairs(left, right)).toEqual([]);
  });

  it('keeps two quotations of one person on one matter two', () => {
    const [one, other] = [
      'We will never close the northern quay to wooden boats',
      'We will never sell the northern quay to foreign investors',
    ];
    const both = (first: string, second: string) =>
      article(`“${first},” Dolan said. “${second},” Dolan added.`, [first], [second]);
    expect(pairs(both(one, other), both(one, other))).toEqual([
      [one, one],
      [other, other],
    ]);
    expect(pairs(both(one, other), both(other, one))).toEqual([
      [one, one],
      [other, other],
    ]);
  });

  it.each([
    ['both are', NARRATION, NARRATION, []],
    ['the left one is', NARRATION, {}, [[STAYS, STAYS]]],
    ['the right one is', {}, NARRATION, [[STAYS, STAYS]]],
    ['neither is', {}, {}, [[STAYS, STAYS]]],
  ])('what an article says in its own voice is no utterance: %s', (_, one, other, expected) => {
    expect(pairs(article(`${STAYS}.`, [STAYS, one]), article(`${STAYS}.`, [STAYS, other]))).toEqual(expected);
  });

  it.each([
    ['of one source, in other words', {}, {}, SHUT, 1],
    ['of two sources, in the same words', {}, TARSK, STAYS, 1],
    ['of two sources, in other words', {}, TARSK, SHUT, 0],
    [
      'of two speakers by way of one agency, in other words',
      { sourceIds: ['dolan', 'wire'] },
      { ...TARSK, sourceIds: ['wire', 'tarsk'] },
      SHUT,
      1,
    ],
    ['of a source and an article’s own voice, in the same words', {}, NARRATION, STAYS, 1],
    ['of a source and an article’s own voice, in other words', {}, NARRATION, SHUT, 0],
    ['of two unnamed sources, in the same words', UNNAMED, ANOTHER, STAYS, 1],
    ['of two unnamed sources, in nearly the same words', UNNAMED, ANOTHER, SHORTER, 0],
    ['of one unnamed source, in nearly the same words', UNNAMED, UNNAMED, SHORTER, 1],
    ['of one unnamed source, in other words', UNNAMED, UNNAMED, SHUT, 0],
    [
      'of one source that only one article leaves unnamed, in other words',
      UNNAMED,
      { ...UNNAMED, isUnnamed: false },
      SHUT,
      1,
    ],
  ])('asks for more the less is known of who said it: words %s', (_, one, other, words, count) => {
    const left = article(`${STAYS}, they said.`, [STAYS, one]);
    const right = article(`${words}, they said.`, [words, other]);
    expect(pairs(left, right)).toHaveLength(count);
    expect(pairs(right, left)).toHaveLength(count);
  });

  it.each([
    [
      'of few words, one in three another',
      'old boats left the harbour quietly',
      'old boats reached the harbour early',
      0,
    ],
    ['of few words, one in six another', 'old boats left the harbour quietly', 'old boats left the harbour early', 1],
    [
      'of more words, one in three another',
      'old boats left the harbour quietly when divers repaired both breakwaters',
      'old boats reached the harbour early when divers repaired some breakwaters',
      1,
    ],
    ['of few words that mean something, all the same', 'the harbour stays', 'The harbour stays', 1],
    ['of few words that mean something, one another', 'the harbour stays here', 'a harbour stays there', 0],
  ])('wants more of the same the fewer words there are: %s', (_, one, other, count) => {
    expect(pairs(article(`${one}.`, [one]), article(`${other}.`, [other]))).toHaveLength(count);
  });

  it.each([
    [
      'the same number',
      'They counted 93 cages on the old northern quay',
      'They had counted 93 cages on the northern quay',
      1,
    ],
    [
      'another number in the same words',
      'They counted 93 cages on the old northern quay',
      'They counted 11 cages on the old northern quay',
      1,
    ],
    [
      'another number in other words',
      'They counted 93 cages on the old northern quay',
      'They had counted 11 cages at our northern quay',
      0,
    ],
  ])('looks closer at numbers: %s', (_, one, other, count) => {
    expect(pairs(article(`${one}.`, [one]), article(`${other}.`, [other]))).toHaveLength(count);
  });

  it('gives parts to the whole that holds them', () => {
    const [first, second] = [
      'The town will never close the old northern quay',
      'divers will repair both stone breakwaters',
    ];
    const whole = `${first} and ${second}`;
    const left = article(`“${whole},” Dolan said.`, [whole]);
    const right = article(`“${first},” Dolan said, while “${second}”.`, [first], [second]);
    expect(pairs(left, right)).toEqual([
      [whole, first],
      [whole, second],
    ]);
    expect(pairs(right, left)).toEqual([
      [first, whole],
      [second, whole],
    ]);
  });

  it('takes a statement in two pieces for one', () => {
    const pieces = ['The town will never close', 'the old northern quay to wooden boats'];
    const left = article(`“${STAYS},” Dolan said.`, [STAYS]);
    const right = article(`“${pieces.join(',” Dolan said, “')}.”`, [pieces]);
    expect(pairs(left, right)).toEqual([[STAYS, pieces.join(' … ')]]);
  });

  describe('where one text follows the other', () => {
    const COMMON = [
      'The harbour was built by fishermen in 1871 and holds forty wooden boats.',
      'A company had offered twelve million crowns for the northern quay.',
      'A public meeting about these repairs follows in the school gymnasium.',
    ];
    const [vague, exact] = ['pilots welcome it', 'Every pilot in town is glad and will welcome divers'];
    const lines = (before: readonly string[], words: string, after: readonly string[]) =>
      [...before, `${words}, Dolan said.`, ...after].join('\n');
    const sentenceOf = ({ text, statements }: Article) => {
      const said = statements[0]?.content[0] ?? { start: 0, end: 0 };
      return text.sentences.find((sentence) => contains(sentence, said)) ?? said;
    };
    const passage = (left: Article, right: Article) => ({ left: sentenceOf(left), right: sentenceOf(right) });
    const copy = article(COMMON.join('\n'));
    const others = sharedPassages(copy.text, copy.text);

    it('the place tells more than the words', () => {
      const left = article(lines(COMMON.slice(0, 2), exact, COMMON.slice(2)), [exact]);
      const right = article(lines(COMMON.slice(0, 2), vague, COMMON.slice(2)), [vague]);
      const own = passage(left, right);
      expect(findRenderings(left, right, [own])).toEqual([]);
      expect(findRenderings(left, right, [own, ...others.slice(0, 1)])).toEqual([]);
      expect(
        findRenderings(left, right, [own, ...others.slice(0, 2)]).map((one) => [one.left.id, one.right.id]),
      ).toEqual([[exact, vague]]);
    });

    it('and of two at one place the one by the same speaker', () => {
      const left = article(lines(COMMON.slice(0, 2), exact, COMMON.slice(2)), [exact]);
      for (const [first, second] of [[{}, TARSK] as const, [TARSK, {}] as const]) {
        const both = lines(COMMON.slice(0, 2), `${vague} and pilots welcome me`, COMMON.slice(2));
        const right = article(both, [vague, first], ['pilots welcome me', second]);
        const own = { left: sentenceOf(left), right: sentenceOf(right) };
        const rendered = findRenderings(left, right, [own, ...others.slice(0, 2)]);
        expect(rendered.map((one) => one.right.speakerId)).toEqual(['dolan']);
      }
    });

    it('but a place with nothing in common tells nothing', () => {
      const other = 'anglers sang a shanty';
      const left = article(lines(COMMON.slice(0, 2), exact, COMMON.slice(2)), [exact]);
      const right = article(lines(COMMON.slice(0, 2), other, COMMON.slice(2)), [other]);
      expect(findRenderings(left, right, [passage(left, right), ...others])).toEqual([]);
    });
  });

  it('finds the same words wherever they stand, shared passage or not', () => {
    const left = article(`“${STAYS},” Dolan said.`, [STAYS]);
    expect(findRenderings(left, left, []).map(({ similarity }) => similarity)).toEqual([1]);
  });

  it('tells each pair once, even of passages that overlap', () => {
    const left = article(`“${STAYS},” Dolan said.`, [STAYS]);
    const passage = { left: { start: 0, end: 99 }, right: { start: 0, end: 99 } };
    expect(findRenderings(left, left, [passage, passage, passage])).toHaveLength(1);
  });

  const LINES = [
    STAYS,
    REPAIRS,
    SHUT,
    'Both stone breakwaters will see divers, who repair them before winter storms',
    'Rain fell on Monday',
    'הנמל הישן נשאר פתוח 👩‍👩‍👧',
  ];
  const anyArticle = fc
    .array(
      fc.record({
        line: fc.constantFrom(...LINES),
        isNarration: fc.boolean(),
        isUnnamed: fc.boolean(),
        speakerId: fc.constantFrom('dolan', 'tarsk'),
      }),
      { maxLength: 6 },
    )
    .map((lines) => {
      const text = lines.map(({ line }) => `${line}.\n`).join('');
      let start = 0;
      const statements = lines.map(({ line, ...about }, index): ComparedStatement => {
        const content = [{ start, end: start + line.length }];
        start += line.length + 2;
        const sourceIds = about.isNarration ? [] : [about.speakerId];
        return { id: String(index), content, polarity: 'AFFIRMED', cue: '', source: '', sourceIds, ...about };
      });
      return { text: readForComparison(text), statements };
    });

  it('never pairs narration with narration, nor the same two twice, and likens from 0 to 1', () => {
    fc.assert(
      fc.property(anyArticle, anyArticle, (left, right) => {
        const renderings = found(left, right);
        expect(new Set(renderings.map((one) => `${one.left.id} ${one.right.id}`)).size).toBe(renderings.length);
        for (const one of renderings) {
          expect(one.left.isNarration && one.right.isNarration).toBe(false);
          expect(left.statements).toContain(one.left);
          expect(right.statements).toContain(one.right);
          expect(one.similarity).toBeGreaterThan(0);
          expect(one.similarity).toBeLessThanOrEqual(1 + 1e-9);
          if (one.left.isUnnamed && one.right.isUnnamed) expect(one.similarity).toBeGreaterThanOrEqual(0.8);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same from either side', () => {
    fc.assert(
      fc.property(anyArticle, anyArticle, (left, right) => {
        const passages = sharedPassages(left.text, right.text);
        const there = findRenderings(left, right, passages);
        const back = findRenderings(
          right,
          left,
          passages.map((one) => ({ left: one.right, right: one.left })),
        );
        const ids = (some: readonly Rendering[], side: 'left' | 'right') =>
          some.map((one) => `${one[side].id} ${one[side === 'left' ? 'right' : 'left'].id}`).sort();
        expect(ids(back, 'right')).toEqual(ids(there, 'left'));
      }),
      { numRuns: 500 },
    );
  });
});
