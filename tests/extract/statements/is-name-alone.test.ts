import { isNameAlone } from '../../../src/extract/statements/is-name-alone.ts';

describe('what is nothing but a name', () => {
  it.each([
    ['“NK News”', true],
    ['Mr. Putin', true],
    ['the Bank of Lom', false],
    ['Bank of Lom', true],
    ['“Yes”', false],
    ['“Thank God,”', false],
    ['“Lock Her Up!”', false],
    ['the rain', false],
    ['Holm is right', false],
    ['“Rain”', false],
    ['2022', false],
    ['', false],
  ])('%s: %p', (words, expected) => {
    expect(isNameAlone(words, [{ start: 0, end: words.length }])).toBe(expected);
  });

  it('is no name where there is more', () => {
    const text = 'Ada Holm and Bo Lind';
    expect(isNameAlone(text, [{ start: 0, end: 8 }, { start: 13, end: 20 }])).toBe(false); // prettier-ignore
  });
});
