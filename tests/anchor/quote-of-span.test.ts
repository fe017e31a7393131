import { quoteOfSpan } from '../../src/anchor/quote-of-span.ts';
import { CodePoints } from '../../src/text/code-points.ts';
import { paragraphs } from '../../src/text/paragraphs.ts';

const TEXT = 'One 😀.\n\nTwo said yes.';
const VERSION = { id: '5cc76f9c-1f69-80fa-90b3-d5efd902ba27', articleId: '1a18bbc3-0fb6-80b7-8f3a-98a9b4473ff3' };
const quoteOf = (version: typeof VERSION, start: number, end: number) =>
  quoteOfSpan(version, new CodePoints(TEXT), paragraphs(TEXT), { start, end });

describe('quoteOfSpan', () => {
  const start = TEXT.indexOf('said');
  const quote = quoteOf(VERSION, start, start + 4);

  it('is the words where they stand, in code points', () => {
    expect(quote).toMatchObject({
      versionId: VERSION.id,
      articleId: VERSION.articleId,
      exact: 'said',
      start: start - 1,
    });
  });

  it('is the same quote whoever takes it, and another one elsewhere', () => {
    expect(quoteOf(VERSION, start, start + 4)).toEqual(quote);
    expect(quoteOf(VERSION, start, start + 3).id).not.toBe(quote.id);
    expect(quoteOf({ ...VERSION, id: VERSION.articleId }, start, start + 4).id).not.toBe(quote.id);
  });
});
