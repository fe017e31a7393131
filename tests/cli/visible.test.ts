import { visible } from '../../src/cli/visible.ts';

describe('words of a text in a terminal', () => {
  it.each([
    ['plain words', 'Grüße, “Ada” – 5 €', 'Grüße, “Ada” – 5 €'],
    ['lines', 'a\n\tb', 'a\n\tb'],
    ['an escape sequence', '\u001b[31mred', '<U+001B>[31mred'],
    ['a line that would be overwritten', 'no\ryes', 'no<U+000D>yes'],
    ['writing turned round', '\u202Eyes', '<U+202E>yes'],
    ['nothing to be seen', 'a\u200Bb', 'a<U+200B>b'],
    ['a tag', 'a\u{E0041}', 'a<U+E0041>'],
    ['half a character', 'a\uD83D', 'a<U+D83D>'],
    ['a whole one', '😀', '😀'],
    ['a no-break space', 'a\u00A0b', 'a\u00A0b'],
  ])('%s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });
});
