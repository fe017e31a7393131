import { SelectorIndex } from '../../src/anchor/find-selector.ts';
import { selectorOfSpan, wordEnd, wordStart } from '../../src/anchor/selector-of-span.ts';

const NONE = { prefix: '', suffix: '' };

describe('selectorOfSpan', () => {
  const selectorOf = (text: string, start: number, end: number) =>
    selectorOfSpan(new SelectorIndex(text), { start, end });
  const once = 'They said so, and left.';
  const twice = `It rained. ${'It was said. '.repeat(2)}Then it stopped.`;

  it('is the words themselves where they stand once', () => {
    expect(selectorOf(once, 5, 9)).toEqual({ exact: 'said', ...NONE });
  });

  it.each([
    ['the first', twice.indexOf('said'), { exact: 'said', prefix: 'rained. It was ', suffix: '. It was said' }],
    ['the last', twice.lastIndexOf('said'), { exact: 'said', prefix: 'said. It was ', suffix: '. Then it stopped' }],
  ])('has whole words around them where they stand twice: %s', (_, start, selector) => {
    expect(selectorOf(twice, start, start + 4)).toEqual(selector);
    expect(new SelectorIndex(twice).find(selector)).toEqual([{ start, end: start + 4 }]);
  });

  it.each([
    ['that begin within a word', once, 6, 9],
    ['that end within a word', once, 5, 8],
    ['of which there are pages of nothing else', 'la '.repeat(2_000), 3_000, 3_002],
  ])('is none of words %s', (_, text, start, end) => {
    expect(selectorOf(text, start, end)).toBeNull();
  });
});

describe('wordStart and wordEnd', () => {
  it.each([
    ['within a word', 'They said so', 7, 5, 9],
    ['between words', 'They, said', 5, 5, 5],
    ['at the edges of a word', 'They said so', 5, 5, 5],
    ['before a mark that stands on a letter', 'cafe\u0301 s', 4, 0, 5],
    ['in nothing', '', 0, 0, 0],
  ])('give the edges of what is %s', (_, text, at, start, end) => {
    expect([wordStart(text, at), wordEnd(text, at)]).toEqual([start, end]);
  });

  it('stay within the text', () => {
    expect([wordStart('They', -3), wordEnd('They', 9)]).toEqual([0, 4]);
  });
});
