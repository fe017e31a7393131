import fc from 'fast-check';
import { polarityFlipped } from '../../../src/compare/relations/polarity-flipped.ts';
import { saying } from '../../support/saying.ts';

describe('polarityFlipped', () => {
  it.each([
    ['a negation', 'The town will sell the old harbour today', 'The town will not sell the old harbour today'],
    ['a short form', 'The town will sell the old harbour today', 'The town won’t sell the old harbour today'],
    [
      'a negation in one word with its verb',
      'The town can sell the old harbour today',
      'The town cannot sell the old harbour today',
    ],
    [
      'an auxiliary that stood there',
      'The town does recognise its old harbour pilots',
      'The town does not recognise its old harbour pilots',
    ],
    [
      'an auxiliary that came with it',
      'The town recognises its old harbour pilots',
      'The town does not recognise its old harbour pilots',
    ],
    [
      'an auxiliary of the past',
      'The town recognised its old harbour pilots',
      'The town didn’t recognise its old harbour pilots',
    ],
    [
      'another word that turns round',
      'The town recognised its old harbour pilots',
      'The town never recognised its old harbour pilots',
    ],
    ['a determiner', 'Divers want the old wooden harbour', 'No divers want the old wooden harbour'],
    [
      'a word for rarely',
      'A diver will want the old wooden harbour',
      'Hardly a diver will want the old wooden harbour',
    ],
    ['typography besides', 'The town — will sell “old” harbour boats', 'the town - will not sell "old" harbour boats'],
  ])('holds for %s', (_, one, other) => {
    const rationale = (left: string, right: string) =>
      `The words are the same but for a negation: “${left}” and “${right}”.`;
    expect(polarityFlipped(saying(one), saying(other))).toEqual({
      type: 'CONTRADICTS',
      rationale: rationale(one, other),
    });
    expect(polarityFlipped(saying(other), saying(one))).toEqual({
      type: 'CONTRADICTS',
      rationale: rationale(other, one),
    });
  });

  it.each([
    ['the same words', 'The town will not sell the old harbour', 'The town will not sell the old harbour'],
    [
      'the same negation, written otherwise',
      'The town will not sell the old harbour',
      'The town won’t sell the old harbour',
    ],
    [
      'the same negation, at another place',
      'The town will not sell the old harbour today',
      'The town never will sell the old harbour today',
    ],
    ['a negation of a negation', 'The town will not not sell the old harbour', 'The town will sell the old harbour'],
    ['another form of the verb only', 'The town sells the old wooden harbour', 'The town sold the old wooden harbour'],
    [
      'a word exchanged besides',
      'The town sells the old wooden harbour',
      'The town does not sell the new wooden harbour',
    ],
    [
      'a number exchanged besides',
      'The town will sell 300 old wooden boats',
      'The town will not sell 500 old wooden boats',
    ],
    [
      'a word put in with it',
      'The town sells the old wooden harbour',
      'The town not only sells the old wooden harbour',
    ],
    [
      'words cut off besides',
      'The town sells the old wooden harbour',
      'The town does not sell the old wooden harbour to anglers',
    ],
    ['too few words to be the same matter', 'The town sells', 'The town does not sell'],
    ['an auxiliary put in', 'The town sells the old wooden harbour', 'The town does sell the old wooden harbour'],
    ['nothing', '', ''],
    ['a negation only', 'not', ''],
  ])('does not hold for %s', (_, one, other) => {
    expect(polarityFlipped(saying(one), saying(other))).toBeNull();
    expect(polarityFlipped(saying(other), saying(one))).toBeNull();
  });

  it('looks at each piece of what was said', () => {
    const [here, there] = ['The town sells the old wooden harbour', 'The town does not sell the old wooden harbour'];
    expect(polarityFlipped(saying('It is so', here), saying(there, 'and so on'))?.type).toBe('CONTRADICTS');
    expect(polarityFlipped(saying('It is so', here), saying('and so on', here))).toBeNull();
    expect(polarityFlipped(saying(), saying(there))).toBeNull();
  });

  it('holds wherever a negation is put between words that are otherwise the same', () => {
    const words = 'town pilots quietly repair old wooden harbour boats'.split(' ');
    fc.assert(
      fc.property(fc.nat(words.length), fc.constantFrom('not', 'never', 'hardly'), (at, negation) => {
        const [one, other] = [words.join(' '), [...words.slice(0, at), negation, ...words.slice(at)].join(' ')];
        expect(polarityFlipped(saying(one), saying(other))).not.toBeNull();
        expect(polarityFlipped(saying(other), saying(other))).toBeNull();
      }),
    );
  });
});
