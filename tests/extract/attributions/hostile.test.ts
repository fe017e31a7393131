import fc from 'fast-check';
import { candidates } from '../../../src/extract/attributions/candidates.ts';
import type { FoundAttribution } from '../../../src/extract/attributions/attribution.ts';
import { findAttributions } from '../../../src/extract/attributions/find-attributions.ts';

const spansOf = ({ source, cue, content }: FoundAttribution) => [...source, ...cue, ...content];

/** What is wrong with the attributions of a text, whatever the text is. */
function faults(text: string, found: readonly FoundAttribution[]): string[] {
  let last = 0;
  return found.flatMap((attribution) => {
    const spans = spansOf(attribution);
    const begin = Math.min(...spans.map(({ start }) => start));
    const wrong = [
      ...(attribution.content.length > 0 ? [] : ['no content']),
      ...(begin >= last ? [] : ['out of order']),
      ...(attribution.confidence >= 0 && attribution.confidence <= 1 ? [] : ['no confidence']),
      ...(spans.every(
        ({ start, end }) => Number.isInteger(start + end) && start >= 0 && end > start && end <= text.length,
      )
        ? []
        : ['a span outside the text']),
      ...([attribution.source, attribution.cue, attribution.content].every((part) =>
        part.every(({ start }, index) => start >= (part[index - 1]?.end ?? 0)),
      )
        ? []
        : ['spans that overlap']),
    ];
    last = begin;
    return wrong;
  });
}

const word = fc.constantFrom(
  'she',
  'said',
  'that',
  'the',
  'mayor',
  'Ida',
  'Marsh',
  'told',
  'wants',
  'it',
  'according',
  'to',
  'plan',
  'not',
);
const mark = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  ', ',
  '. ',
  '? ',
  ': ',
  ' “',
  '” ',
  ' "',
  '" ',
  "''",
  ' — ',
  '\n',
  ' (',
  ') ',
  '’s ',
  '\ud83d',
  '\u0000',
  '🙂',
);
const prose = fc.array(fc.tuple(word, mark), { maxLength: 60 }).map((pairs) => pairs.flat().join(''));

describe('findAttributions', () => {
  it('gives sound spans, the same each time, for anything that looks like prose', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const found = findAttributions(text);
        expect(faults(text, found)).toEqual([]);
        expect(JSON.stringify(findAttributions(text))).toBe(JSON.stringify(found));
      }),
      { numRuns: 100 },
    );
  });

  it('gives sound spans for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(faults(text, findAttributions(text))).toEqual([]);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['a lone surrogate', '\ud83d said she'],
    ['control characters', '\u0000\u0001\u0002'],
    ['no letters at all', '.,;: —'.repeat(50_000)],
    ['one word without an end', 'a'.repeat(1_000_000)],
    ['words without the end of a sentence', 'she said that it was so and '.repeat(2_000)],
    ['nothing but quotation marks', '"'.repeat(100_000)],
    ['thirty thousand quotations that open', '“a '.repeat(30_000)],
    ['two apostrophes over and over', "''".repeat(100_000)],
    ['a word of saying over and over', 'said '.repeat(10_000)],
    ['a colon after every word', 'Marsh: yes '.repeat(3_000)],
    ['paragraphs of one word', 'said\n'.repeat(5_000)],
    ['words that are all different', Array.from({ length: 10_000 }, (_, index) => `w${index.toString(36)}`).join(' ')],
  ])('comes to an end for %s', (_, text) => {
    expect(faults(text, findAttributions(text))).toEqual([]);
  });
});

describe('candidates', () => {
  it('are bounded, however many spans are possible', () => {
    const length = 450;
    const posteriors = new Float64Array(length * 9).fill(0.3);
    const chain = {
      posteriors,
      spansFrom: (first: number, _role: number, _least: number, found: (last: number, posterior: number) => void) => {
        for (let last = first; last < length; last++) found(last, 0.02);
      },
    };
    expect(candidates(chain, length)).toHaveLength(160);
  });
});
