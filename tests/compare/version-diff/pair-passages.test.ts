import { pairPassages } from '../../../src/compare/version-diff/pair-passages.ts';

/** Pairs in short, `left=right` in order and `left~right` elsewhere, in the order of the left side. */
const shown = (lefts: readonly string[], rights: readonly string[]): string[] =>
  pairPassages(lefts, rights)
    .toSorted((a, b) => a.left - b.left)
    .map(({ left, right, isInOrder }) => `${String(left)}${isInOrder ? '=' : '~'}${String(right)}`);
const turned = (pairs: readonly string[]): string[] =>
  pairs
    .map((pair) => pair.replace(/(\d+)(.)(\d+)/, '$3$2$1'))
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
/** Pairs that stand behind another passage on both sides. */
const behindOne = (pairs: readonly string[]): string[] =>
  pairs.map((pair) => pair.replaceAll(/\d+/g, (place) => String(Number(place) + 1)));

const ONE = 'ships sailed north yesterday';
const TWO = 'rivers froze over night';
const THREE = 'farmers sold their wheat';
const FOUR = 'bakers bought no flour';

describe('pairPassages', () => {
  it.each<[string, string[], string[], string[]]>([
    ['nothing', [], [], []],
    ['one side empty', [ONE], [], []],
    ['equal ones in order, whatever their length', [ONE, 'yes', TWO], [ONE, 'yes', TWO], ['0=0', '1=1', '2=2']],
    ['an equal one of four words elsewhere', [ONE, TWO, THREE], [TWO, THREE, ONE], ['0~2', '1=0', '2=1']],
    [
      'none of three words elsewhere',
      ['ships sailed north', TWO, THREE],
      [TWO, THREE, 'ships sailed north'],
      ['1=0', '2=1'],
    ],
    [
      'none elsewhere that the left side has twice',
      [ONE, TWO, ONE, THREE, FOUR],
      [TWO, THREE, FOUR, ONE],
      ['1=0', '3=1', '4=2'],
    ],
    [
      'none elsewhere that the right side has twice',
      [TWO, THREE, FOUR, ONE],
      [ONE, TWO, ONE, THREE, FOUR],
      ['0=1', '1=3', '2=4'],
    ],
    [
      'equal ones of four words before shorter ones that would be more',
      ['yes', 'no', ONE],
      [ONE, 'yes', 'no'],
      ['2=0'],
    ],
    ['short ones between long ones, not across them', ['yes', ONE, 'no', TWO], ['no', ONE, 'yes', TWO], ['1=1', '3=3']],
    [
      'short equal ones before similar ones',
      [ONE, 'no ships', 'ships', TWO],
      [ONE, 'ships', TWO],
      ['0=0', '2=1', '3=2'],
    ],
    ['short similar ones in their place', [ONE, 'ten ships', TWO], [ONE, 'nine ships', TWO], ['0=0', '1=1', '2=2']],
    [
      'a long one with a short one',
      [ONE, 'big ships there', TWO],
      [ONE, 'big ships were there', TWO],
      ['0=0', '1=1', '2=2'],
    ],
    ['half of the words in common', ['ships sailed a b'], ['ships sailed c d'], ['0=0']],
    ['less than half', ['ships sailed a b'], ['ships sailed c d e'], []],
    ['half in common, but only function words', ['of the ships sailed'], ['of the rivers froze'], []],
    ['half in common with one word that means something', ['the ships a b'], ['the ships c d'], ['0=0']],
    [
      'four fifths of what was cut short, in one piece',
      ['ships sailed north yesterday evening'],
      [`captains say ships sailed north yesterday ${'and so much else was there to tell '.repeat(3)}`],
      ['0=0'],
    ],
    [
      'four fifths, but in two pieces',
      ['ships sailed north yesterday evening'],
      [`captains say ships sailed far north yesterday ${'and so much else was there to tell '.repeat(3)}`],
      [],
    ],
    [
      'three words that mean something, all of what was cut short',
      ['ships sailed north'],
      [`captains say ships sailed north ${'and so much else was there to tell '.repeat(3)}`],
      ['0=0'],
    ],
    [
      'two words that mean something, all of what was cut short',
      ['ships sailed'],
      [`captains say ships sailed ${'and so much else was there to tell '.repeat(3)}`],
      [],
    ],
    [
      'two words that mean something among function words',
      ['and the ships of the sailed'],
      [`captains say and the ships of the sailed ${'and so much else was there to tell '.repeat(3)}`],
      [],
    ],
    [
      'three quarters of the words elsewhere',
      [ONE, TWO, THREE],
      [TWO, THREE, 'ships sailed north today'],
      ['0~2', '1=0', '2=1'],
    ],
    ['less elsewhere', [ONE, TWO, THREE], [TWO, THREE, 'ships sailed north today maybe'], ['1=0', '2=1']],
    [
      'none elsewhere of three words on one side',
      ['ships sailed north', TWO, THREE],
      [TWO, THREE, 'ships sailed north today'],
      ['1=0', '2=1'],
    ],
    [
      'none elsewhere for one whose equal is there, and may be it',
      [ONE, TWO, ONE, THREE, FOUR],
      [TWO, THREE, FOUR, ONE, 'ships sailed north today'],
      ['1=0', '3=1', '4=2'],
    ],
    [
      'the more similar one elsewhere first',
      ['ships sailed north today evening again', TWO, THREE],
      [TWO, THREE, 'ships sailed north today morning maybe', 'ships sailed north today evening maybe'],
      ['0~3', '1=0', '2=1'],
    ],
    [
      'of equally similar ones elsewhere the first',
      [ONE, TWO, THREE],
      [TWO, THREE, 'ships sailed north today', 'ships sailed north tomorrow'],
      ['0~2', '1=0', '2=1'],
    ],
    [
      'one elsewhere with the most similar of several, wherever that stands',
      ['ships sailed north today morning', 'ships sailed north tomorrow', TWO, THREE],
      [TWO, THREE, 'ships sailed north tomorrow morning'],
      ['1~2', '2=0', '3=1'],
    ],
    [
      'none elsewhere with the same words in another order',
      [ONE, TWO, THREE],
      [TWO, THREE, 'yesterday north ships sailed'],
      ['1=0', '2=1'],
    ],
    [
      'words that are left of numbers',
      ['ships sailed north 40 50 60'],
      [`captains say ships sailed north ${'and so much else was there to tell '.repeat(3)}`],
      [],
    ],
    [
      'words between ellipses',
      ['… ships sailed north …'],
      [`captains say ships sailed north ${'and so much else was there to tell '.repeat(3)}`],
      ['0=0'],
    ],
    [
      'short equal ones not across long ones that are only similar',
      ['no', 'bakers bought no flour today', 'yes', ONE],
      ['yes', 'bakers bought no flour tomorrow', 'no', ONE],
      ['1=1', '3=3'],
    ],
    [
      'by their place, those whose words so many have',
      Array.from({ length: 20 }, (_, n) => `they counted ${String(n)} ships there`),
      Array.from({ length: 20 }, (_, n) => `they counted ${String(n + 100)} ships there`),
      Array.from({ length: 20 }, (_, n) => `${String(n)}=${String(n)}`),
    ],
    [
      'each with one elsewhere',
      [ONE, 'bakers bought no flour today', TWO, THREE],
      [TWO, THREE, 'bakers bought no flour tomorrow', 'ships sailed north today'],
      ['0~3', '1~2', '2=0', '3=1'],
    ],
    [
      'those that together have most words in common',
      ['bakers bought no flour today', 'ships sailed north yesterday', 'rivers froze over night'],
      ['ships sailed north today', 'rivers froze over day', 'bakers bought no flour tomorrow'],
      ['0~2', '1=0', '2=1'],
    ],
    [
      'a longer one that outweighs one that crosses it',
      ['ships sailed north yesterday', 'bakers bought no flour in all of this long week'],
      ['bakers bought no flour in all of that long week', 'ships sailed north today'],
      ['0~1', '1=0'],
    ],
    [
      'what moved, and what stands between others',
      [ONE, TWO, THREE, FOUR],
      [FOUR, ONE, 'rivers froze over day', THREE],
      ['0=1', '1=2', '2=3', '3~0'],
    ],
  ])('pairs %s', (_, lefts, rights, expected) => {
    expect(shown(lefts, rights)).toEqual(expected);
    expect(shown(rights, lefts)).toEqual(turned(expected));
    // Which side is looked at first depends on their words.
    expect(shown(['aside', ...lefts], ['zenith', ...rights])).toEqual(behindOne(expected));
    expect(shown(['zenith', ...lefts], ['aside', ...rights])).toEqual(behindOne(expected));
  });

  it('finds the same pairs from either side where one list begins the other', () => {
    expect(shown([ONE], [ONE, ONE])).toEqual(['0=0']);
    expect(shown([ONE, ONE], [ONE])).toEqual(['0=0']);
  });

  /** Distinct words, so many that pairs of them are too many to be compared one by one. */
  const words = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `word${String(from + n)}`);
  it.each<[string, string[], string[], string[]]>([
    ['half of so many words, in any order', words(502), [...words(251, 251).reverse(), ...words(251, 900)], ['0=0']],
    ['less than half of so many', words(502), [...words(250).reverse(), ...words(252, 900)], []],
    ['half of 500, in another order', words(500), [...words(250).reverse(), ...words(250, 900)], []],
  ])('compares very long ones by how many words they have in common: %s', (_, left, right, expected) => {
    expect(shown([left.join(' ')], [right.join(' ')])).toEqual(expected);
  });
});
