import { bySpan, outermost } from '../../src/text/span.ts';

const span = (start: number, end: number) => ({ start, end });

describe('outermost', () => {
  it.each([
    ['nothing', [], []],
    ['spans beside each other', [span(0, 2), span(2, 4)], [span(0, 2), span(2, 4)]],
    ['one within another', [span(0, 9), span(3, 5)], [span(0, 9)]],
    ['one at the edge of another', [span(0, 5), span(0, 9), span(7, 9)], [span(0, 9)]],
    ['spans that only overlap', [span(0, 5), span(4, 9)], [span(0, 5), span(4, 9)]],
    ['spans in the order they came in', [span(6, 9), span(0, 5)], [span(6, 9), span(0, 5)]],
  ])('keeps those that no other one holds: %s', (_, spans, kept) => {
    expect(outermost(spans)).toEqual(kept);
  });
});

describe('bySpan', () => {
  it('puts in order by where they start, and then by where they end', () => {
    const spans = [span(3, 5), span(0, 9), span(0, 2), span(3, 4)];
    expect(spans.sort(bySpan)).toEqual([span(0, 2), span(0, 9), span(3, 4), span(3, 5)]);
  });
});
