import fc from 'fast-check';
import { lineAndColumn } from '../../src/text/lines.ts';

describe('lineAndColumn', () => {
  it.each([
    ['the beginning is line 1, column 1', 'abc', 0, 1, 1],
    ['a line end belongs to the line that it ends', 'ab\ncd', 2, 1, 3],
    ['behind a line end the next line begins', 'ab\ncd', 3, 2, 1],
    ['the end of the text has a place', 'ab\ncd', 5, 2, 3],
    ['a line feed at the end begins a line', 'ab\n', 3, 2, 1],
    ['empty lines count', '\n\n\nx', 3, 4, 1],
    ['of CRLF, only LF ends the line', 'ab\r\ncd', 3, 1, 4],
    ['a carriage return alone ends none', 'ab\rcd', 4, 1, 5],
    ['columns count UTF-16 code units, as editors do', '😀x', 2, 1, 3],
    ['the empty text has one place', '', 0, 1, 1],
  ])('%s', (_, text, offset, line, column) => {
    expect(lineAndColumn(text, offset)).toEqual({ line, column });
  });

  it('leads back to the offset', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é'), maxLength: 40 });
    fc.assert(
      fc.property(texts, fc.nat(40), (text, wanted) => {
        const offset = Math.min(wanted, text.length);
        const { line, column } = lineAndColumn(text, offset);
        const before = text.split('\n').slice(0, line - 1);
        expect(before.join('\n').length + (line > 1 ? 1 : 0) + column - 1).toBe(offset);
      }),
    );
  });
});
