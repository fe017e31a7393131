import fc from 'fast-check';
import { blocks } from '../../explorer/src/text/blocks.ts';

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
