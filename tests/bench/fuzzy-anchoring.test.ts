import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { anchorFuzzily } from '../../bench/anchor-fuzzily.ts';
import { anchoringReport, compareAnchorings } from '../../bench/compare-anchorings.ts';
import { describeQuote } from '../../src/anchor/describe.ts';
import { CodePoints } from '../../src/text/code-points.ts';
import { paragraphs } from '../../src/text/paragraphs.ts';
import { readMarked } from '../support/hostile-anchorings.ts';

/** Where the words between ⟦ and ⟧ are put in another text. */
function anchored(marked: string, newer: string): string | null {
  const { text, span } = readMarked(marked);
  const quote = describeQuote(new CodePoints(text), paragraphs(text), span ?? { start: 0, end: 0 });
  const found = anchorFuzzily(quote, newer);
  return found && `${newer.slice(0, found.start)}⟦${newer.slice(found.start, found.end)}⟧${newer.slice(found.end)}`;
}

describe('fuzzy anchoring, to be compared with', () => {
  it.each([
    ['the place, if the words stand there', 'one ⟦two⟧ three two', 'six ⟦two⟧ seven two'],
    ['the exact occurrence with most of the context', 'one ⟦two⟧ three', 'two. It was one ⟦two⟧ three. Then two'],
    ['the nearest one where the context tells nothing', '.....⟦two⟧.....', 'two,,,⟦two⟧,,two'],
    ['the stretch with the fewest errors', 'He said: ⟦We will not go.⟧', 'He said: T⟦hey will go.⟧'],
    ['of stretches with as few errors the one in the context', 'so ⟦abcdef⟧ it is', 'no abcxef or so ⟦abxdef⟧ it is'],
  ])('takes %s', (_, older, newer) => {
    expect(anchored(older, readMarked(newer).text)).toBe(newer);
  });

  it.each([
    ['more than half of the characters are wrong', 'Zzzzzzzzzzzzzz'],
    ['nothing is left', ''],
  ])('takes nothing where %s', (_, newer) => {
    expect(anchored('He said: ⟦We will not go.⟧', newer)).toBeNull();
  });

  it('finds no stretch with fewer errors by trying all of them', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(letters, letters, (exact, text) => {
        const found = anchorFuzzily({ exact, prefix: '', suffix: '', startUtf16: 0, endUtf16: 0 }, text);
        const all = stretches(text).map((stretch) => distance(exact, stretch));
        const fewest = Math.min(...all);
        if (fewest > exact.length / 2) expect(found).toBeNull();
        else expect(found && distance(exact, text.slice(found.start, found.end))).toBe(fewest);
      }),
      { numRuns: 500 },
    );
  });
});

const stretches = (text: string): string[] =>
  [...text].flatMap((_, start) => [...text].map((__, end) => text.slice(start, end + 1))).filter((one) => one !== '');

/** Characters put in, left out or exchanged (Levenshtein), by trying everything. */
function distance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  if (other.startsWith(one.charAt(0))) return distance(one.slice(1), other.slice(1));
  return (
    1 + Math.min(distance(one.slice(1), other), distance(one, other.slice(1)), distance(one.slice(1), other.slice(1)))
  );
}

describe('the comparison of the page', () => {
  const compared = compareAnchorings();

  it('has no quote put on words that are not its own, and no guess', () => {
    const outcomes = new Set(compared.map(({ ours }) => ours));
    expect([...outcomes].sort()).toEqual(['NOWHERE', 'RIGHT']);
  });

  it('is what npm run bench -- fuzzy-anchoring writes', () => {
    const page = readFileSync('docs/reanchoring.md', 'utf8');
    expect(page).toContain(`\n${anchoringReport(compared)}\n`);
  });
});
