import fc from 'fast-check';
import { moveEdge, wordSpan } from '../../explorer/src/text/word-span.ts';
import { SelectorIndex } from '../../src/anchor/find-selector.ts';
import { selectorOfSpan } from '../../src/anchor/selector-of-span.ts';

/** The words between "[" and "]", which are no part of the text. */
const marked = (written: string) => {
  const start = written.indexOf('[');
  return { text: written.replace(/[[\]]/g, ''), span: { start, end: written.indexOf(']') - 1 } };
};

describe('selected words', () => {
  it.each([
    ['whole words', 'They [said so] twice.', 'said so'],
    ['parts of words', 'They s[aid s]o twice.', 'said so'],
    ['a part of one word', 'They s[ai]d so.', 'said'],
    ['white space at the edges', 'They[ said so\n]twice.', 'said so'],
    ['marks at the edges', 'They “[said so,]” twice.', 'said so,'],
    ['a mark between words', 'Nil[-]s', '-'],
    ['a word with marks that stand on letters', 'Ole\u0301[ jo]ke\u0301s', 'joke\u0301s'],
    ['what is behind a character above U+FFFF', '🕊[ 🕊 pe]ace', '🕊 peace'],
    ['Arabic', 'قالت المت[حدث]ة إن', 'المتحدثة'],
  ])('are taken whole: %s', (_, written, words) => {
    const { text, span } = marked(written);
    const { start, end } = wordSpan(text, span) ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe(words);
  });

  it.each(['They[ ]said', 'They[\n\n]said', 'They[]said'])('are none in %j', (written) => {
    const { text, span } = marked(written);
    expect(wordSpan(text, span)).toBeNull();
  });

  it('can be told from all others, wherever in a text somebody selects', () => {
    const words = fc.constantFrom('the', 'pump', 'pumps', '“so,”', '🕊', 'Nils', 'é', 'd’or', '—', 'المت');
    const texts = fc.array(words, { minLength: 1, maxLength: 40 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        // Browsers select characters, not halves of them.
        fc.pre([start, end].every((at) => !/^[\uDC00-\uDFFF]/.test(text.slice(at))));
        const span = wordSpan(text, { start, end });
        if (!span) {
          expect(text.slice(start, end).trim()).toBe('');
          return;
        }
        expect(span.start <= start || text.slice(start, span.start).trim() === '').toBe(true);
        const index = new SelectorIndex(text);
        const selector = selectorOfSpan(index, span);
        expect(selector && index.find(selector)).toEqual([span]);
        expect(selector?.exact).toBe(text.slice(span.start, span.end));
      }),
    );
  });
});

describe('an end of words', () => {
  it.each([
    ['end', 1, 'They [said] so, twice.', 'said so,'],
    ['end', -1, 'They [said so,] twice.', 'said'],
    ['start', -1, 'They [said] so.', 'They said'],
    ['start', 1, 'They [said so] twice.', 'so'],
    ['end', -1, 'They said [so,] twice.', 'so,'],
    ['start', 1, 'They said [so,] twice.', 'so,'],
    ['end', 1, 'They [said so.]', 'said so.'],
    ['start', -1, '[They said] so.', 'They said'],
    ['end', 1, 'They [said]\n\nIt rained.', 'said\n\nIt'],
  ] as const)('%s is moved by %i in %j', (edge, by, written, words) => {
    const { text, span } = marked(written);
    const { start, end } = moveEdge(text, span, edge, by);
    expect(text.slice(start, end)).toBe(words);
  });
});
