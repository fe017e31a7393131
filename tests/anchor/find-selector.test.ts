import fc from 'fast-check';
import { narrowest, SelectorIndex } from '../../src/anchor/find-selector.ts';
import { parseSelector } from '../../src/anchor/selector.ts';

/** What is found, with the character before each place, so that places of the same words can be told apart. */
function found(text: string, written: string | { from: string; to: string }): string[] {
  const selector = typeof written === 'string' ? parseSelector(written) : written;
  if (!selector) throw new Error(`no selector: ${JSON.stringify(written)}`);
  return new SelectorIndex(text).find(selector).map(({ start, end }) => text.slice(start, end));
}

describe('SelectorIndex', () => {
  it.each([
    ['words as they stand', 'He said it.', 'said', ['said']],
    ['every occurrence', 'said, said, said', 'said', ['said', 'said', 'said']],
    ['whole words only, at their beginning', 'It was left unsaid.', 'said', []],
    ['whole words only, at their end', 'He saidst it.', 'said', []],
    ['no part of a number', 'In 20221 or 12022.', '2022', []],
    ['a word between hyphens', 'a pro-Russia group', 'Russia', ['Russia']],
    ['a possessive without its ending', "Kim's letter", 'Kim', ['Kim']],
    ['no letter without its accent', 'cafe\u0301', 'cafe', []],
    ['no letter with another accent', 'café', 'cafe', []],
    ['letters in their own case only', 'Said and SAID', 'said', []],
    ['no look-alike digit', 'in 2o17', '2017', []],
    ['a look-alike that is written out', 'in 2o17', '2o17', ['2o17']],
    ['curly marks by straight ones', 'He said “yes”.', 'said "yes"', ['said “yes”']],
    ['straight marks by curly ones', 'He said "yes".', 'said “yes”', ['said "yes"']],
    ['any dash by a hyphen', 'countries – only Russia', 'countries - only', ['countries – only']],
    ['a no-break space by a space', '10\u00A0000 workers', '10 000', ['10\u00A0000']],
    ['one space where two stand: not', 'one  two', 'one two', []],
    ['a line end by a space: not', 'one\ntwo', 'one two', []],
    ['words with the ones around them', 'a b, c b, d b', 'c [[b]]', ['b']],
    ['nothing where the words around differ', 'a b, c b', 'd [[b]]', []],
    ['overlapping occurrences', 'ha ha ha', 'ha ha', ['ha ha', 'ha ha']],
    ['words at both edges', 'edge', 'edge', ['edge']],
    ['words behind an emoji', '😀 said', 'said', ['said']],
    ['words in a context that was cut within words', 'They left at once, she said.', 'ey [[left]] at on', ['left']],
    ['no part of a word in such a context', 'They left at once.', 'hey l[[ef]]t at onc', []],
    ['a context of whole words before one that is cut', 'bathe x, the x', 'the [[x]]', ['x']],
    ['part of a word, when the brackets cut it', 'It was unsaid.', 'un[[said]]', ['said']],
  ])('finds %s', (_, text, written, expected) => {
    expect(found(text, written)).toEqual(expected);
  });

  it.each([
    ['to the nearest last words', 'from a to b, then b', { from: 'from', to: 'b' }, ['from a to b']],
    ['once for each beginning', 'a x a y b', { from: 'a', to: 'b' }, ['a x a y b', 'a y b']],
    ['nothing where the last words stand before', 'b then a', { from: 'a', to: 'b' }, []],
    ['nothing where the words would share some', 'one two', { from: 'one two', to: 'two' }, []],
    ['the same words as first and last, twice', 'no and no', { from: 'no', to: 'no' }, ['no and no']],
    ['over line ends', 'One.\nTwo.', { from: 'One', to: 'Two.' }, ['One.\nTwo.']],
    ['first words that the last ones touch', 'It is well-known.', { from: 'well', to: '-known' }, ['well-known']],
    ['no first words within others', 'The apart parts, and art ends.', { from: 'art', to: 'ends' }, ['art ends']],
    ['no last words within others', 'One sent, resend, end.', { from: 'One', to: 'end' }, ['One sent, resend, end']],
  ])('finds ranges: %s', (_, text, written, expected) => {
    expect(found(text, written)).toEqual(expected);
  });

  it.each([
    ['nowhere, of which no selector is written', { prefix: '', exact: '', suffix: '' }],
    ['from nothing', { from: '', to: 'said' }],
    ['to nothing', { from: 'He', to: '' }],
  ])('finds no words %s', (_, selector) => {
    expect(new SelectorIndex('He said it.').find(selector)).toEqual([]);
  });

  it('tells by the words around which of two occurrences is meant', () => {
    const text = 'Kim told Putin. Putin told Kim.';
    const selector = parseSelector('told [[Kim]]');
    const [place] = selector ? new SelectorIndex(text).find(selector) : [];
    expect(text.slice(0, place?.start)).toBe('Kim told Putin. Putin told ');
  });

  it('finds any words of a text where they stand', () => {
    const texts = fc.array(fc.constantFrom('ab', 'abc', 'b', '“ab”', '–', '😀'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(texts, fc.nat(11), fc.nat(11), (words, a, b) => {
        const [first, last] = [Math.min(a, b, words.length - 1), Math.min(Math.max(a, b), words.length - 1)];
        const text = words.join(' ');
        const exact = words.slice(first, last + 1).join(' ');
        const start = [...words.slice(0, first), ''].join(' ').length;
        const places = new SelectorIndex(text).find({ exact, prefix: '', suffix: '' });
        expect(places).toContainEqual({ start, end: start + exact.length });
        for (const place of places) expect(text.slice(place.start, place.end)).toBe(exact);
      }),
    );
  });
});

describe('narrowest', () => {
  const [first, second, third] = [
    { start: 0, end: 2 },
    { start: 4, end: 6 },
    { start: 8, end: 10 },
  ] as const;
  const places = [first, second, third];

  it.each([
    ['the narrowest scope that holds any', [[{ start: 4, end: 7 }], [{ start: 0, end: 7 }]], [second]],
    ['a wider one where the narrower holds none', [[{ start: 2, end: 4 }], [{ start: 0, end: 7 }]], [first, second]],
    ['all, where no scope holds any', [[{ start: 2, end: 4 }]], places],
    ['no place that only reaches into a scope', [[{ start: 5, end: 10 }]], [third]],
    ['a scope of several stretches', [[first, third]], [first, third]],
  ])('takes %s', (_, scopes, expected) => {
    expect(narrowest(places, scopes)).toEqual(expected);
  });
});
