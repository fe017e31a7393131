import fc from 'fast-check';
import { paragraphAt, paragraphs } from '../../src/text/paragraphs.ts';

const wordsOf = (text: string) => paragraphs(text).map(({ start, end }) => text.slice(start, end));

describe('paragraphs', () => {
  it.each([
    ['each line is one', 'One.\nTwo.', ['One.', 'Two.']],
    ['empty lines between them are none', 'One.\n\n\nTwo.\n', ['One.', 'Two.']],
    ['a line of white space is none', 'One.\n \t\u00A0\nTwo.', ['One.', 'Two.']],
    ['white space at their edges is kept', '  One. \nTwo.', ['  One. ', 'Two.']],
    ['the carriage return of CRLF stays with its line', 'One.\r\n\r\nTwo.', ['One.\r', 'Two.']],
    ['a caption and its credit on two lines are two', 'A caption\nA credit', ['A caption', 'A credit']],
    ['a text of nothing has none', '', []],
    ['a text of line ends has none', '\n\n', []],
  ])('%s', (_, text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it('leaves out nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\r') }), (text) => {
        expect(wordsOf(text).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});

describe('paragraphAt', () => {
  const text = '\nOne.\n\nTwo.\nThree.\n';
  const all = paragraphs(text);

  it.each([
    ['the first letter of a paragraph', text.indexOf('One'), 0],
    ['the end of a paragraph', text.indexOf('One') + 'One.'.length, 0],
    ['the empty line before a paragraph counts with it', text.indexOf('\nTwo'), 1],
    ['the first letter of the next paragraph', text.indexOf('Two'), 1],
    ['the last paragraph', text.indexOf('hree'), 2],
    ['white space before the first paragraph', 0, 0],
    ['white space behind the last paragraph', text.length, 2],
  ])('numbers %s', (_, offset, expected) => {
    expect(paragraphAt(all, offset)).toBe(expected);
  });

  it('is 0 in a text without paragraphs', () => {
    expect(paragraphAt([], 0)).toBe(0);
  });

  it('finds every paragraph by every offset inside it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n'), maxLength: 60 }), (any) => {
        const spans = paragraphs(any);
        spans.forEach(({ start, end }, number) => {
          for (let at = start; at <= end; at++) expect(paragraphAt(spans, at)).toBe(number);
        });
      }),
    );
  });
});
