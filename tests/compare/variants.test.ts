import { findVariants, type ComparableQuote } from '../../src/compare/variants.ts';

const quote = (versionId: string, start: number, exact: string): ComparableQuote => ({
  versionId,
  start,
  end: start + exact.length,
  exact,
});
const pairs = (renderings: ComparableQuote[][]) =>
  findVariants(renderings).map(({ left, right }) => [left.exact, right.exact]);

describe('findVariants', () => {
  it('pairs the quotes of two renderings that are most like each other', () => {
    const first = [quote('a', 0, 'We will go home now'), quote('a', 50, 'and stay there for good')];
    const second = [quote('b', 0, 'and stay there for ever'), quote('b', 50, 'We shall go home now')];
    expect(pairs([first, second])).toEqual([
      ['We will go home now', 'We shall go home now'],
      ['and stay there for good', 'and stay there for ever'],
    ]);
  });

  it('compares each rendering with each other one, the earlier on the left', () => {
    const renderings = ['stable old traditions', 'solid old traditions', 'firm old traditions'].map((words, index) => [
      quote(String(index), 0, words),
    ]);
    expect(pairs(renderings)).toEqual([
      ['stable old traditions', 'solid old traditions'],
      ['stable old traditions', 'firm old traditions'],
      ['solid old traditions', 'firm old traditions'],
    ]);
  });

  it('does not call the same words of one text a variant of themselves', () => {
    const [whole, part] = [quote('a', 0, 'they said that we will go'), quote('a', 15, 'we will go')];
    expect(pairs([[whole], [part]])).toEqual([]);
    expect(pairs([[whole], [quote('a', 100, 'we will go')]])).toHaveLength(1);
  });

  it('leaves alone what only has function words in common', () => {
    expect(
      pairs([
        [quote('a', 0, 'the Russian people have achieved great successes in defending the dignity of their country')],
        [quote('b', 0, 'the Korean people extend full support and encouragement to them')],
      ]),
    ).toEqual([]);
  });

  it('finds nothing in one rendering or none', () => {
    expect(pairs([])).toEqual([]);
    expect(pairs([[quote('a', 0, 'alone')]])).toEqual([]);
  });
});
