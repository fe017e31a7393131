import { likelyPairs, readPassage } from '../../../src/compare/version-diff/likely-pairs.ts';

const passages = (...texts: string[]) => texts.map(readPassage);
const pairs = (lefts: readonly string[], rights: readonly string[], isInOrder = false) =>
  likelyPairs(passages(...lefts), passages(...rights), isInOrder).map(({ left, right }) => [left.text, right.text]);

describe('likelyPairs', () => {
  it('pairs each passage with those that share most words with it, the likeliest first', () => {
    expect(pairs(['we saw ten boats'], ['they ate fish', 'we saw no boats', 'we saw ten boats'])).toEqual([
      ['we saw ten boats', 'we saw ten boats'],
      ['we saw ten boats', 'we saw no boats'],
    ]);
  });

  it('pairs one with a much longer one that has nearly all its words', () => {
    const long = 'we saw ten boats and then we went home since there was nothing else to be seen at the harbour';
    expect(pairs(['we saw ten boats'], [long])).toHaveLength(1);
    expect(pairs(['they saw eleven boats'], [long])).toHaveLength(0);
  });

  it('pairs nothing that has no words', () => {
    expect(pairs(['…', ''], ['…', ''], true)).toEqual([]);
  });

  it('leaves out words that tell nothing apart, but where the place does', () => {
    const many = Array.from({ length: 100 }, (_, n) => `we saw ${String(n)} boats`);
    const others = Array.from({ length: 100 }, (_, n) => `we saw ${String(n + 1_000)} boats`);
    expect(pairs(many, others)).toEqual([]);
    expect(pairs(many, others, true)[0]).toEqual(['we saw 0 boats', 'we saw 1000 boats']);
  });

  it('looks at a few for each one, however many are alike', () => {
    const many = Array.from({ length: 100 }, () => 'we saw ten boats');
    expect(pairs(many, many, true).length).toBeLessThanOrEqual(300);
  });

  const ALIKE = 'alpha beta gamma delta';
  it.each([
    [12, 3],
    [13, 0],
  ])('takes words that %i passages have for what tells %i of them from others', (count, found) => {
    const others = Array.from({ length: count }, (_, n) => `${ALIKE} number${String(n)}`);
    expect(pairs([ALIKE], others)).toHaveLength(found);
  });

  it.each([
    [7, true],
    [8, false],
  ])('looks at those that share most words: one that shares fewer beside %i others, %s', (count, isSeen) => {
    const long = Array.from({ length: count }, (_, n) => `${ALIKE} ${'and so on '.repeat(9)}number${String(n)}`);
    const short = 'alpha beta gamma';
    expect(pairs([ALIKE], [...long, short]).some(([, right]) => right === short)).toBe(isSeen);
    expect(pairs([ALIKE], [short, ...long])[0]?.[1] === short).toBe(isSeen);
  });

  it('counts how many different words are shared, not how often', () => {
    const often = 'alpha alpha alpha alpha alpha and so on and so on';
    const others = Array.from({ length: 8 }, (_, n) => `alpha beta number${String(n)}`);
    expect(pairs(['alpha alpha alpha alpha beta'], [often, ...others]).map(([, right]) => right)).not.toContain(often);
  });

  it('keeps the three likeliest, and of those equally likely the first', () => {
    const rights = ['alpha beta one', 'alpha beta two', `${ALIKE} three`, 'alpha beta four'];
    expect(pairs([ALIKE], rights).map(([, right]) => right)).toEqual([rights[2], rights[0], rights[1]]);
  });

  /** Words that so many have that only the place tells them apart. */
  const numbered = (count: number) => Array.from({ length: count }, (_, n) => `we saw ${String(n)} of the boats`);
  it.each([
    ['the first', 0, [0, 1, 6]],
    ['one in the middle', 10, [9, 10, 11]],
    ['one beside the last', 18, [17, 18, 19]],
  ])('looks at those about as far from the beginning and from the end: %s', (_, number, expected) => {
    const [lefts, rights] = [
      passages(...numbered(20)),
      passages(...numbered(27).map((one) => one.replace('saw', 'met'))),
    ];
    const found = likelyPairs(lefts, rights, true).filter(({ left }) => left.at === number);
    expect(found.filter(({ right }) => right.at !== number).map(({ right }) => right.at)).toEqual(
      expected.filter((at) => at !== number),
    );
  });

  it.each([
    ['two words of five and five', 'a b c d e', 'a b x y z', 0.4],
    ['two words of five and six', 'a b c d e', 'a b x y z w', 0],
    ['seven words of ten, in a long one', 'a b c d e f g h i j', `a b c d e f g ${'x '.repeat(50)}`, 14 / 67],
    ['six words of ten, in a long one', 'a b c d e f g h i j', `a b c d e f ${'x '.repeat(50)}`, 0],
    ['a word as often as both have it', 'a a a b', 'a a c d', 0.5],
    ['numbers', '10 20 30 40', '10 20 30 50', 0.75],
    ['other marks and other letters', 'Boats, boats!', 'boats boats', 1],
  ])('says how much is in common: %s', (_, left, right, inCommon) => {
    const shares = (one: string, other: string) =>
      likelyPairs(passages(one), passages(other), true).map((pair) => pair.inCommon);
    expect(shares(left, right)).toEqual(inCommon === 0 ? [] : [inCommon]);
    expect(shares(right, left)).toEqual(inCommon === 0 ? [] : [inCommon]);
  });
});
