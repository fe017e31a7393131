import fc from 'fast-check';
import { describeQuote } from '../../src/anchor/describe.ts';
import { CodePoints } from '../../src/text/code-points.ts';
import { paragraphs } from '../../src/text/paragraphs.ts';

function describeWords(text: string, words: string) {
  const start = text.indexOf(words);
  return describeQuote(new CodePoints(text), paragraphs(text), { start, end: start + words.length });
}

describe('describeQuote', () => {
  it('keeps the words, their places in both units, and their paragraph', () => {
    expect(describeWords('One.\n\nTwo 😀 said yes. Three.', 'said yes')).toEqual({
      exact: 'said yes',
      prefix: 'One.\n\nTwo 😀 ',
      suffix: '. Three.',
      start: 12,
      end: 20,
      startUtf16: 13,
      endUtf16: 21,
      paragraph: 1,
    });
  });

  it('keeps 32 code points of context on each side, and no half of a character', () => {
    const { prefix, suffix } = describeWords(`${'😀'.repeat(40)}said${'😀'.repeat(40)}`, 'said');
    expect([prefix, suffix]).toEqual(['😀'.repeat(32), '😀'.repeat(32)]);
  });

  it('has no context where the text ends', () => {
    expect(describeWords('said', 'said')).toMatchObject({ prefix: '', exact: 'said', suffix: '' });
  });

  it('normalises nothing', () => {
    const exact = '\uFEFF“a\u00A0b”\r';
    expect(describeWords(`${exact}\nc`, exact).exact).toBe(exact);
  });

  it('says of any span what the text itself says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat(), (text, a, b) => {
        const characters = [...text];
        const start = a % characters.length;
        const end = start + 1 + (b % (characters.length - start));
        const before = characters.slice(0, start).join('');
        const exact = characters.slice(start, end).join('');
        const span = { start: before.length, end: before.length + exact.length };
        const quote = describeQuote(new CodePoints(text), paragraphs(text), span);
        expect(quote).toMatchObject({ exact, start, end });
        expect(text.slice(quote.startUtf16, quote.endUtf16)).toBe(exact);
        expect(before.endsWith(quote.prefix)).toBe(true);
        expect(text.startsWith(quote.suffix, quote.endUtf16)).toBe(true);
      }),
    );
  });
});
