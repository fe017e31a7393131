import fc from 'fast-check';
import { readForComparison, type ComparedText } from '../../src/compare/compared-text.ts';
import { sharedPassages, type SharedPassage } from '../../src/compare/shared-passages.ts';
import type { Span } from '../../src/text/span.ts';

/** The passages that two texts share, each as its words on both sides. */
const shared = (left: string, right: string): string[][] =>
  sharedPassages(readForComparison(left), readForComparison(right)).map((passage) => [
    left.slice(passage.left.start, passage.left.end),
    right.slice(passage.right.start, passage.right.end),
  ]);

const STORY = [
  'The town of Ostrevik will keep its old harbour, Mayor Marit Dolan announced on Monday.',
  'The harbour was built by fishermen in 1871 and holds 40 wooden boats today.',
  '“We will not sell a single stone of this harbour to anybody,” Dolan said.',
  'The company Varnholm Ports had offered 12 million crowns for the northern quay in January.',
  'Ivo Tarsk, who heads the pilots, said the winter storms had damaged two breakwaters.',
  'A public meeting about the repairs follows on 3 March in the school gymnasium.',
];
const lines = (...parts: readonly string[]): string => parts.join('\n');

describe('sharedPassages', () => {
  it('finds each sentence of a copy', () => {
    expect(shared(lines(...STORY), lines(...STORY))).toEqual(STORY.map((sentence) => [sentence, sentence]));
  });

  it('finds them in another order too, by that of the left text', () => {
    const found = shared(lines(...STORY), lines(...[...STORY].reverse()));
    expect(found).toEqual(STORY.map((sentence) => [sentence, sentence]));
  });

  it.each([
    [
      'in other words',
      'The council of Ostrevik voted to repair the northern quay before winter.',
      'Before winter the Ostrevik council will repair the northern quay, it voted.',
    ],
    ['with words put in', 'Storms damaged two stone breakwaters.', 'Storms badly damaged two old stone breakwaters.'],
    [
      'in other forms of the words',
      'Fishermen repaired stone breakwaters.',
      'Fishermen are repairing a stone breakwater.',
    ],
    ['that is short, and nearly equal', 'They all saw rain stop the long race.', 'And rain will stop a long race.'],
  ])('finds a sentence %s', (_, left, right) => {
    expect(shared(`Fog came. ${left} Trams run.`, `${right} Bread is dear.`)).toEqual([[left, right]]);
  });

  it.each([
    [
      'names and nothing else',
      'Marit Dolan of Ostrevik met Ivo Tarsk of Varnholm Ports on Monday.',
      'On Monday Ivo Tarsk of Varnholm Ports sued Marit Dolan of Ostrevik over rents.',
    ],
    [
      'a short sentence whose point is another',
      'They saw rain stop the long race.',
      'They saw rain delay a long concert.',
    ],
    ['a sentence of two words', 'They fell ill.', 'They fell ill.'],
    ['stop words', 'It is what it is, and so it will be.', 'It is what it is, and so it will be.'],
    [
      'a matter in words of its own',
      'Divers will look at the piers again.',
      'Next come divers, once the ice on the piers melts.',
    ],
    [
      'words of one language',
      'The fishermen sold their catch at dawn.',
      'The choir sang at dawn about their old fishermen.',
    ],
  ])('is not taken in by %s', (_, left, right) => {
    expect(shared(left, right)).toEqual([]);
  });

  it('needs less between two passages of a text that follows the other', () => {
    const [own, other] = ['Divers will look at the piers again.', 'Next come divers, once the ice on the piers melts.'];
    const around = (sentence: string) => lines(...STORY.slice(0, 3), sentence, ...STORY.slice(3));
    expect(shared(around(own), around(other))).toContainEqual([own, other]);
    // Where it does not stand between the same two, it must be enough alone.
    const behind = shared(around(own), lines(...STORY, other));
    expect(behind).toHaveLength(STORY.length);
    expect(behind).not.toContainEqual([own, other]);
  });

  it('needs three of them to say that it follows', () => {
    const [own, other] = ['Divers will look at the piers again.', 'Next come divers, once the ice on the piers melts.'];
    const [first = '', , , last = ''] = STORY;
    expect(shared(lines(first, own, last), lines(first, other, last))).toEqual([
      [first, first],
      [last, last],
    ]);
  });

  it.each([
    [
      'split',
      'The council voted to repair the northern quay before winter, and fishermen will pay a quarter of the costs through higher fees.',
      'The council voted to repair the northern quay before winter. Fishermen will pay a quarter of costs through fees.',
    ],
    [
      'split, with the new sentence in front',
      'Fishermen will pay a quarter of the costs through higher fees when the council repairs the old northern quay before winter comes.',
      'Fishermen will pay a quarter through higher fees. The council repairs the old northern quay before winter comes, at whatever costs.',
    ],
  ])('takes two sentences for one that was %s, from either side', (_, one, two) => {
    expect(shared(one, two)).toEqual([[one, two]]);
    expect(shared(two, one)).toEqual([[two, one]]);
  });

  it('leaves a neighbour alone that tells something else', () => {
    const sentence = 'The council voted to repair the northern quay before winter.';
    expect(shared(sentence, `${sentence} Fishermen sell herring at dawn.`)).toEqual([[sentence, sentence]]);
  });

  it('pairs a sentence that stands twice on one side once', () => {
    const [, sentence = ''] = STORY;
    expect(shared(lines(sentence, sentence), sentence)).toEqual([[sentence, sentence]]);
  });

  it.each([
    ['on both sides', 2, 2],
    ['on the left side', 2, 1],
    ['on the right side', 1, 2],
  ])('pairs a quotation that stands twice %s without overlaps', (_, lefts, rights) => {
    const quotation = '“We will never close the northern quay to wooden boats,” Dolan said.';
    const [left, right] = [lefts, rights].map((count) =>
      readForComparison(lines(...Array<string>(count).fill(quotation))),
    ) as [ComparedText, ComparedText];
    const passages = sharedPassages(left, right);
    expect(passages).toHaveLength(Math.min(lefts, rights));
    for (const side of ['left', 'right'] as const) {
      expect(new Set(passages.map((passage) => passage[side].start)).size).toBe(passages.length);
    }
  });

  describe('quotations in sentences with nothing else in common', () => {
    const WORDS = 'We will never close the northern quay';
    const left = `“${WORDS},” she cried at a lively gathering that lasted until midnight and ended with music, dances, beer and herring.`;

    it.each([
      [
        'quoted',
        `“${WORDS},” ran a headline in tall red letters above photographs showing somebody else entirely asleep on deck.`,
        `${WORDS},`,
      ],
      [
        'told',
        'Asked about rents, prices, taxes and schools, one councillor answered that they will never close the northern quay, then left for lunch.',
        'they will never close the northern quay,',
      ],
    ])('are found where the other side has them %s', (_, right, words) => {
      expect(shared(left, right)).toEqual([[`${WORDS},`, words]]);
      expect(shared(right, left)).toEqual([[words, `${WORDS},`]]);
    });

    it.each([
      [
        'only a part of the words',
        'Asked about rents, prices, taxes and schools, one councillor praised a northern quay, then left for lunch.',
      ],
      ['other words with the same names', 'Asked about rents, prices, taxes and schools, one councillor drew a quay.'],
    ])('are not found where the other side has %s', (_, right) => {
      expect(shared(left, right)).toEqual([]);
      expect(shared(right, left)).toEqual([]);
    });

    it('need three words that mean something', () => {
      const short = left.replace('never close the northern quay', 'never ever close it');
      expect(shared(short, short.replace(/ she cried.*/u, ' sang a choir.'))).toEqual([]);
    });
  });

  it('finds nothing in furniture that was left out', () => {
    const text = lines(...STORY);
    const furniture = { start: 0, end: (STORY[0] ?? '').length };
    const found = sharedPassages(readForComparison(text, [furniture]), readForComparison(text));
    expect(found).toHaveLength(STORY.length - 1);
    expect(found.every(({ left }) => left.start >= furniture.end)).toBe(true);
  });

  it.each([
    ['no text', '', ''],
    ['no text on one side', lines(...STORY), ''],
    ['marks and emoji', '… “” – 👩‍👩‍👧 🙂 !', '… “” – 👩‍👩‍👧 🙂 !'],
  ])('finds nothing in %s', (_, left, right) => {
    expect(shared(left, right)).toEqual([]);
  });

  const TOLD = [
    ...STORY.filter((sentence) => !sentence.includes('“')),
    'Ostrevik keeps its harbour, old and wooden.',
    'Storms damaged two stone breakwaters and forty wooden boats on Monday.',
    'Wooden boats were damaged on Monday. Storms hit two stone breakwaters.',
    'Divers look at the piers again.',
    'Divers will look at the stone piers of the northern quay again in March, and storms had damaged boats.',
    'Rain fell.',
    '👩‍👩‍👧',
    'הנמל הישן נשאר פתוח בחורף.',
  ];
  const QUOTING = [
    ...TOLD,
    '“We will never close the northern quay to wooden boats,” she said.',
    'Of rents and taxes, he told pilots that they will never close the northern quay to wooden boats, and left.',
    '“Nobody sells the old harbour of this town.',
    '”',
  ];
  const textOf = (sentences: readonly string[]) =>
    fc
      .array(fc.tuple(fc.constantFrom(...sentences), fc.constantFrom(' ', '\n')), { maxLength: 9 })
      .map((parts) => parts.flat().join(''));

  const areDisjoint = (passages: readonly SharedPassage[], side: 'left' | 'right'): boolean => {
    const spans = passages.map((passage) => passage[side]).sort((a, b) => a.start - b.start);
    return spans.every(({ start }, index) => start >= (spans[index - 1]?.end ?? 0));
  };
  const isOfSentences = ({ sentences }: ComparedText, { start, end }: Span): boolean =>
    sentences.some((sentence) => sentence.start === start) && sentences.some((sentence) => sentence.end === end);
  const isQuotation = ({ quotations }: ComparedText, { start, end }: Span): boolean =>
    quotations.some((quotation) => quotation.start === start && quotation.end === end);

  it('are sentences on both sides, of which none is in two, where nobody is quoted', () => {
    fc.assert(
      fc.property(textOf(TOLD), textOf(TOLD), (one, other) => {
        const [left, right] = [readForComparison(one), readForComparison(other)];
        const passages = sharedPassages(left, right);
        expect(areDisjoint(passages, 'left') && areDisjoint(passages, 'right')).toBe(true);
        expect(
          passages.every((passage) => isOfSentences(left, passage.left) && isOfSentences(right, passage.right)),
        ).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are disjoint on both sides, though a sentence stands there twice, or is quoted twice', () => {
    const sentences = [...QUOTING, ...QUOTING.slice(0, 3)];
    fc.assert(
      fc.property(textOf(sentences), textOf(sentences), (one, other) => {
        const passages = sharedPassages(readForComparison(one), readForComparison(other));
        expect(areDisjoint(passages, 'left') && areDisjoint(passages, 'right')).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are disjoint where a sentence lies between two shared ones, and between two others as well', () => {
    const built = 'The harbour was built by fishermen in 1871 and holds 40 wooden boats today.';
    const heard = 'Ivo Tarsk, who heads the pilots, said the winter storms had damaged two breakwaters.';
    const never = '“We will never close the northern quay to wooden boats,” she said.';
    const left = [built, 'Wooden boats were damaged on Monday.', 'Storms hit two stone breakwaters.', never];
    left.push(built, 'Storms damaged two stone breakwaters and forty wooden boats on Monday.', heard);
    const passages = sharedPassages(
      readForComparison(left.join(' ')),
      readForComparison([built, built, built, heard, never].join(' ')),
    );
    expect(passages.length).toBeGreaterThan(3);
    expect([areDisjoint(passages, 'left'), areDisjoint(passages, 'right')]).toEqual([true, true]);
  });

  it('are sentences on both sides, or a quotation of one side and its words within a sentence of the other', () => {
    const isIn = ({ sentences }: ComparedText, span: Span) =>
      sentences.some(({ start, end }) => start <= span.start && span.end <= end);
    fc.assert(
      fc.property(textOf(QUOTING), textOf(QUOTING), (one, other) => {
        const [left, right] = [readForComparison(one), readForComparison(other)];
        const passages = sharedPassages(left, right);
        for (const passage of passages) {
          const areSentences = isOfSentences(left, passage.left) && isOfSentences(right, passage.right);
          const isQuoted =
            (isQuotation(left, passage.left) && isIn(right, passage.right)) ||
            (isQuotation(right, passage.right) && isIn(left, passage.left));
          expect(areSentences || isQuoted).toBe(true);
        }
        expect(passages.map(({ left: { start } }) => start)).toEqual(
          passages.map(({ left: { start } }) => start).sort((a, b) => a - b),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('are the whole of a text that is compared with itself, as far as its sentences have words enough', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(STORY), (sentences) => {
        const text = lines(...sentences);
        expect(shared(text, text)).toEqual(sentences.map((sentence) => [sentence, sentence]));
      }),
    );
  });

  it('are looked for in any two texts', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      textOf(QUOTING),
    );
    fc.assert(
      fc.property(any, any, (left, right) => {
        for (const [one, other] of shared(left, right)) {
          expect(one).not.toBe('');
          expect(other).not.toBe('');
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
