import fc from 'fast-check';
import { runs } from '../../explorer/src/text/runs.ts';

/** "ab|cd:x,y|e": the runs of a text, each with the marks that it has. */
const shown = (text: string, ...marked: (readonly [start: number, end: number, mark: string])[]) =>
  runs(
    { start: 0, end: text.length },
    marked.map(([start, end, mark]) => ({ start, end, mark })),
  )
    .map(({ start, end, marks }) => [text.slice(start, end), marks.join(',')].filter(Boolean).join(':'))
    .join('|');

describe('runs', () => {
  it.each([
    ['nothing marked', shown('abcdef'), 'abcdef'],
    ['one in the middle', shown('abcdef', [2, 4, 'x']), 'ab|cd:x|ef'],
    ['one that is all', shown('abcdef', [0, 6, 'x']), 'abcdef:x'],
    ['two side by side', shown('abcdef', [1, 3, 'x'], [3, 5, 'y']), 'a|bc:x|de:y|f'],
    ['two that overlap', shown('abcdef', [1, 4, 'x'], [2, 6, 'y']), 'a|b:x|cd:x,y|ef:y'],
    ['one inside the other', shown('abcdef', [1, 5, 'x'], [2, 3, 'y']), 'a|b:x|c:x,y|de:x|f'],
    ['one in two parts', shown('abcdef', [0, 2, 'x'], [4, 6, 'x']), 'ab:x|cd|ef:x'],
    ['the same place twice', shown('abcdef', [2, 4, 'x'], [2, 4, 'y']), 'ab|cd:x,y|ef'],
    ['one that begins before and ends behind', shown('abcdef', [-3, 9, 'x']), 'abcdef:x'],
    ['one that ends where the stretch begins', shown('abcdef', [-3, 0, 'x']), 'abcdef'],
    ['one without characters', shown('abcdef', [3, 3, 'x']), 'abcdef'],
    ['surrogate pairs, which UTF-16 offsets go around', shown('a🕊b', [1, 3, 'x']), 'a|🕊:x|b'],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });

  it('cover the text without gaps, each with just the marks that hold it', () => {
    const span = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 12 }), (within, spans) => {
        const marked = spans.map((one, mark) => ({ ...one, mark }));
        let at = within.start;
        for (const run of runs(within, marked)) {
          expect(run.start).toBe(at);
          expect(run.end).toBeGreaterThan(run.start);
          for (const { start, end, mark } of marked) {
            const holds = start <= run.start && run.end <= end;
            expect(run.marks.includes(mark)).toBe(holds);
            if (!holds && start < end) expect(start >= run.end || end <= run.start).toBe(true);
          }
          at = run.end;
        }
        expect(at).toBe(within.end);
      }),
    );
  });
});
