import fc from 'fast-check';
import { describeQuote } from '../../src/anchor/describe.ts';
import { reanchor } from '../../src/anchor/reanchor.ts';
import { CodePoints } from '../../src/text/code-points.ts';
import { paragraphs } from '../../src/text/paragraphs.ts';
import type { Span } from '../../src/text/span.ts';
import { HOSTILE_ANCHORINGS, readMarked } from '../support/hostile-anchorings.ts';

const wordsAt = (text: string, span: Span | null) => span && text.slice(span.start, span.end);

describe('a quote of a text that was changed', () => {
  it.each(HOSTILE_ANCHORINGS.map((row) => [row.state, row.name, row] as const))(
    'is %s where %s',
    (state, _, { before, after }) => {
      const [older, newer] = [readMarked(before), readMarked(after)];
      if (older.span === null) throw new Error('nothing is quoted');
      const quote = describeQuote(new CodePoints(older.text), paragraphs(older.text), older.span);
      const found = reanchor(quote, newer.text);
      expect({ state: found.state, span: found.span, words: wordsAt(newer.text, found.span) }).toEqual({
        state,
        span: newer.span,
        words: newer.span && wordsAt(older.text, older.span),
      });
    },
  );

  it('is never attached to other words, whatever was cut, put in or put elsewhere', () => {
    const parts = fc.constantFrom(
      ...[
        'We will ',
        'not ',
        'raise the tax ',
        'in 2027',
        '. ',
        '10',
        ',000',
        ' men',
        'im',
        'possible ',
        '“',
        '”',
        '\n',
      ],
      ...['’t ', 'can', '-', '\u00AD', '\u0301', '\u200B', '😀', 'и', '5', '.', ' %'],
    );
    const text = fc.array(parts, { minLength: 1, maxLength: 16 });
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.array(parts, { maxLength: 3 }), fc.nat()), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), edits, (older, first, count, changes) => {
        const from = first % older.length;
        const to = from + 1 + (count % (older.length - from));
        const start = older.slice(0, from).join('').length;
        const exact = older.slice(from, to).join('');
        const written = older.join('');
        const newer = changes
          .reduce((now, [at, cut, put, elsewhere]) => edited(now, at, cut, put, elsewhere), older)
          .join('');
        const span = { start, end: start + exact.length };
        const found = reanchor(describeQuote(new CodePoints(written), paragraphs(written), span), newer);
        expect(wordsAt(newer, found.span)).toBe(found.state === 'ORPHANED' ? null : exact);
        if (found.state !== 'MOVED') return;
        expect(newer.indexOf(exact)).toBe(newer.lastIndexOf(exact));
        expect(isCut(newer, found.span)).toEqual(isCut(written, span));
      }),
      { numRuns: 5_000 },
    );
  });
});

/** Parts with some of them cut at a place, others put there, and what was cut put elsewhere by every other edit. */
function edited(
  parts: readonly string[],
  at: number,
  cut: number,
  put: readonly string[],
  elsewhere: number,
): string[] {
  const result = [...parts];
  const gone = result.splice(at % (parts.length + 1), cut, ...put);
  if (elsewhere % 2 === 0) result.splice(elsewhere % (result.length + 1), 0, ...gone);
  return result;
}

/** Whether a letter, digit or mark goes on beyond either edge of a span. */
function isCut(text: string, { start, end }: Span): readonly [boolean, boolean] {
  const isLetter = (at: number) => /[\p{L}\p{N}\p{M}]/u.test(text[at] ?? '');
  return [isLetter(start - 1) && isLetter(start), isLetter(end - 1) && isLetter(end)];
}
