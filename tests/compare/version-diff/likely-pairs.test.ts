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
});
