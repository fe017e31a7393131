import fc from 'fast-check';
import { blocks, titleBlock } from '../../explorer/src/text/blocks.ts';

const shown = (text: string) =>
  blocks(text).map(({ start, end, next }) => [text.slice(start, end), text.slice(end, next)]);

describe('blocks', () => {
  it.each([
    [
      'paragraphs and what stands between them',
      'One.\n\nTwo.\n',
      [
        ['One.', '\n\n'],
        ['Two.', '\n'],
      ],
    ],
    [
      'line ends before the first one',
      '\n\nOne.',
      [
        ['', '\n\n'],
        ['One.', ''],
      ],
    ],
    [
      'a carriage return before a line end, which belongs to it',
      'One.\r\nTwo.',
      [
        ['One.', '\r\n'],
        ['Two.', ''],
      ],
    ],
    [
      'spaces at the edges, which are kept',
      '  One. \nTwo.',
      [
        ['  One. ', '\n'],
        ['Two.', ''],
      ],
    ],
    ['no paragraph', '\n \n', [['', '\n \n']]],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('joined are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', '\u00A0', '🕊') }), (text) => {
        expect(shown(text).flat().join('')).toBe(text);
      }),
    );
  });
});

describe('titleBlock', () => {
  const found = (text: string, title: string) => {
    const start = text.indexOf(title);
    return titleBlock(text, blocks(text), { start, end: start + title.length });
  };
  it.each([
    ['a paragraph of its own', found('One\n\nTwo', 'One'), 0],
    ['one that is not the first', found('Menu\nOne\nTwo', 'One'), 5],
    ['one behind a byte order mark, before a space', found('\uFEFFOne \nTwo', 'One'), 0],
    ['words of a longer paragraph', found('One more\nTwo', 'One'), null],
    ['several paragraphs', found('One\nTwo\nThree', 'One\nTwo'), null],
  ])('%s', (_, start, expected) => {
    expect(start).toBe(expected);
  });

  it('is nowhere without a title', () => {
    expect(titleBlock('One', blocks('One'), null)).toBeNull();
  });
});
