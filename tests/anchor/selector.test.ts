import fc from 'fast-check';
import { parseSelector } from '../../src/anchor/selector.ts';

describe('parseSelector', () => {
  it.each([
    ['words alone', 'read in part', { exact: 'read in part', prefix: '', suffix: '' }],
    ['words between others', 'by the [[Donetsk]] People', { exact: 'Donetsk', prefix: 'by the ', suffix: ' People' }],
    ['words with others before only', 'in [[May]]', { exact: 'May', prefix: 'in ', suffix: '' }],
    ['words with others behind only', '[[In July]], for', { exact: 'In July', prefix: '', suffix: ', for' }],
    ['brackets around everything', '[[all]]', { exact: 'all', prefix: '', suffix: '' }],
    ['single brackets, which are words', '[The people] have', { exact: '[The people] have', prefix: '', suffix: '' }],
    ['white space, which counts', ' a [[ b ]] ', { exact: ' b ', prefix: ' a ', suffix: ' ' }],
  ])('reads %s', (_, written, expected) => {
    expect(parseSelector(written)).toEqual(expected);
  });

  it.each([
    ['nothing', ''],
    ['brackets around nothing', 'a [[]] b'],
    ['no closing brackets', 'a [[b'],
    ['no opening brackets', 'a]] b'],
    ['brackets the wrong way round', 'a]] b [[c'],
    ['two pairs', '[[a]] and [[b]]'],
    ['brackets in brackets', '[[a [[b]] c]]'],
    ['two closing pairs', '[[a]] b]]'],
  ])('refuses %s: %j', (_, written) => {
    expect(parseSelector(written)).toBeNull();
  });

  it('puts together again what it took apart', () => {
    const words = fc.string({ unit: fc.constantFrom('a', ' ', '“', '😀', '\n'), minLength: 1 });
    fc.assert(
      fc.property(words, words, words, (prefix, exact, suffix) => {
        expect(parseSelector(`${prefix}[[${exact}]]${suffix}`)).toEqual({ exact, prefix, suffix });
      }),
    );
  });
});
