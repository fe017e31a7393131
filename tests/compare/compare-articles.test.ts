import { compareArticles, type Comparison, type StatingArticle } from '../../src/compare/compare-articles.ts';
import type { ComparedStatement } from '../../src/compare/compared-statement.ts';
import { readForComparison } from '../../src/compare/compared-text.ts';

type About = Partial<Omit<ComparedStatement, 'content'>>;
type Said = readonly [id: string, words: string, about?: About];

function article(lines: readonly string[], said: readonly Said[], published: Date | null = null): StatingArticle {
  const text = lines.join('\n');
  const statements = said.map(([id, words, about]): ComparedStatement => {
    expect(text.split(words)).toHaveLength(2);
    const start = text.indexOf(words);
    const content = [{ start, end: start + words.length }];
    const [speakerId, sourceIds] = ['dolan', ['dolan']];
    return {
      id,
      content,
      isNarration: false,
      polarity: 'AFFIRMED',
      speakerId,
      sourceIds,
      isUnnamed: false,
      cue: 'said',
      source: 'Dolan',
      ...about,
    };
  });
  return { text: readForComparison(text), earliest: published, latest: published, credited: [], statements };
}

/** Renderings and relations by the statements' names. */
const told = ({ renderings, relations }: Comparison) => ({
  renderings: renderings.map(({ left, right }) => [left.id, right.id]),
  relations: relations.map(({ fromId, toId, type }) => [fromId, type, toId]),
});

const LINES = [
  'The town of Ostrevik will keep its old harbour, the mayor announced.',
  'Fishermen built the harbour and moored forty wooden boats there.',
  'Storms had damaged two stone breakwaters during the winter.',
];
const SELLS = 'The town sells the old wooden harbour';
const KEEPS = 'The town does not sell the old wooden harbour';
const TARSK: About = { speakerId: 'tarsk', sourceIds: ['tarsk'], source: 'Tarsk' };
/** Sources that both articles name, so that their words are looked at in the same way. */
const AGENCY: About = { sourceIds: ['dolan', 'wire'] };
const TARSK_BY_AGENCY: About = { ...TARSK, sourceIds: ['tarsk', 'wire'] };

describe('compareArticles', () => {
  it('tells passages, derivation and renderings of a copy', () => {
    const lines = [...LINES, `“${KEEPS},” Dolan said.`];
    const [first, second] = [new Date('2031-05-01'), new Date('2031-05-02')];
    const compared = compareArticles(
      article(lines, [['one', KEEPS]], first),
      article(lines, [['other', KEEPS]], second),
    );
    expect(compared.passages).toHaveLength(lines.length);
    expect(compared.madeFrom?.derived).toBe('right');
    expect(told(compared)).toEqual({ renderings: [['one', 'other']], relations: [] });
  });

  it.each([
    [
      'somebody else says the opposite: no rendering',
      SELLS,
      TARSK_BY_AGENCY,
      { renderings: [], relations: [['other', 'CONTRADICTS', 'one']] },
    ],
    [
      'the same one does: one of the renderings is wrong',
      SELLS,
      AGENCY,
      { renderings: [['one', 'other']], relations: [['other', 'CONTRADICTS', 'one']] },
    ],
    ['somebody else says the same', KEEPS, TARSK_BY_AGENCY, { renderings: [['one', 'other']], relations: [] }],
    ['the same one says the same', KEEPS, AGENCY, { renderings: [['one', 'other']], relations: [] }],
    [
      'somebody else tells something else',
      'Divers repair both stone breakwaters',
      TARSK_BY_AGENCY,
      { renderings: [], relations: [] },
    ],
  ])('and what contradicts what: %s', (_, words, about, expected) => {
    const left = article([`“${KEEPS},” Dolan said.`], [['one', KEEPS, AGENCY]]);
    const right = article([`“${words},” they said.`], [['other', words, about]]);
    expect(told(compareArticles(left, right))).toEqual(expected);
  });

  it('tells a contradiction by a number, with the words of both, from the later to the earlier', () => {
    const [one, other] = ['300 old wooden boats left the northern quay', '500 old wooden boats left the northern quay'];
    const left = article([`“${one},” Dolan said.`], [['one', one]]);
    const right = article([`“${other},” Dolan said.`], [['other', other]]);
    expect(compareArticles(left, right).relations).toEqual([
      {
        fromId: 'other',
        toId: 'one',
        type: 'CONTRADICTS',
        rationale: `The words are the same but for a number, 500 here and 300 there: “${other}” and “${one}”.`,
      },
    ]);
  });

  it.each([
    ['other matters', article(LINES, []), article(['Trams stopped for hours.'], [])],
    ['nothing on one side', article(LINES, []), article([], [])],
    ['nothing at all', article([], []), article([], [])],
    ['marks and emoji', article(['… “” 🙂'], [['one', '🙂']]), article(['… “” 🙂'], [['other', '🙂']])],
  ])('tells nothing of %s', (_, left, right) => {
    expect(compareArticles(left, right)).toEqual({ passages: [], madeFrom: null, renderings: [], relations: [] });
  });
});
