import fc from 'fast-check';
import { variantKinds } from '../../src/compare/variant-kinds.ts';
import { diffWords } from '../../src/compare/word-diff.ts';

const kinds = (left: string, right: string) => variantKinds(diffWords(left, right));

describe('the kinds of a variant', () => {
  it.each([
    ['nothing changed', 'We will not go.', 'We will not go.', ['IDENTICAL']],
    ['marks and case changed', '“We will not go.”', 'we will not go', ['PUNCTUATION']],
    ['its end was cut off', 'We will go, and we will stay.', 'We will go', ['TRUNCATED']],
    ['its beginning was cut off', 'In the end we will go', 'we will go', ['TRUNCATED']],
    [
      'its end was cut off within a sentence that denies',
      'We will go but we shall never ever leave our friends',
      'We will go',
      ['TRUNCATED'],
    ],
    ['a word was exchanged', 'We will go home now', 'We will walk home now', ['REWORDED']],
    ['a word was left out', 'We will surely go home', 'We will go home', ['REWORDED']],
    [
      'words were left out with a sign',
      'of their country and its right to development, while braving',
      'of their country ... while braving',
      ['ELLIPSIS'],
    ],
    ['the sign stands in brackets', 'We will, as I said, go home', 'We will […] go home', ['ELLIPSIS']],
    ['words were left out with a sign at the end', 'We will go home, all of us', 'We will go home …', ['ELLIPSIS']],
    ['an editor’s words stand for others', 'They will go home', '[The soldiers] will go home', ['EDITORIAL_INSERTION']],
    ['an editor’s words were put in', 'They will go home', 'They [the soldiers] will go home', ['EDITORIAL_INSERTION']],
    ['an editor’s letter', 'and they will go', 'and [T]hey will go', ['EDITORIAL_INSERTION']],
    [
      'an outlet’s parenthesis was put in',
      'facilities destroyed by them',
      'facilities (in the Donbass) destroyed by them',
      ['EDITORIAL_INSERTION'],
    ],
    ['an editor’s words stand elsewhere', '[the soldiers] go home', 'go home [the soldiers]', ['EDITORIAL_INSERTION']],
    ['a number changed', 'We have 100,000 men ready', 'We have 10,000 men ready', ['REWORDED', 'NUMBER_CHANGED']],
    ['a number was written out', 'We have three men ready', 'We have 3 men ready', ['PUNCTUATION']],
    ['a number of two words was written out', 'We have twenty-five men ready', 'We have 25 men ready', ['PUNCTUATION']],
    ['a number of four words was written out', 'some three hundred and five men', 'some 305 men', ['PUNCTUATION']],
    ['part of a number changed', 'We have twenty-five men', 'We have twenty-six men', ['REWORDED', 'NUMBER_CHANGED']],
    ['a number was left out', 'We have 100,000 men ready', 'We have men ready', ['REWORDED', 'NUMBER_CHANGED']],
    [
      'a number was cut off with the end',
      'We have men ready, 100,000 of them in all',
      'We have men ready',
      ['TRUNCATED'],
    ],
    ['a negation went', 'We will not raise the tax', 'We will raise the tax', ['REWORDED', 'NEGATION_CHANGED']],
    [
      'a negation hid in a short form',
      'We won’t raise the tax',
      'We will raise the tax',
      ['REWORDED', 'NEGATION_CHANGED'],
    ],
    ['a negation was only written otherwise', 'We won’t raise the tax', 'We will not raise the tax', ['PUNCTUATION']],
    [
      'a negation was cut off in front',
      'It is not true that we will go',
      'we will go',
      ['TRUNCATED', 'NEGATION_CHANGED'],
    ],
    [
      'a negation hides behind an ellipsis',
      'We will not go home',
      'We will … go home',
      ['ELLIPSIS', 'NEGATION_CHANGED'],
    ],
    [
      'a name changed by a letter',
      'said Sin Hong Chol of it',
      'said Sin Hong Chul of it',
      ['REWORDED', 'NAME_CHANGED'],
    ],
    ['a name became a title', 'told Matsegora of it', 'told the ambassador of it', ['REWORDED']],
    ['two sentences begin otherwise', 'Builders came. Then we left.', 'Workers came. Then we left.', ['REWORDED']],
  ] as const)('are told where %s', (_, left, right, expected) => {
    expect(kinds(left, right)).toEqual(expected);
    expect(kinds(right, left)).toEqual(expected);
  });

  it.each([
    [
      'the greeting of 000 in 003',
      'Noting that the Russian people have achieved great successes in accomplishing the just cause of defending the dignity and security of their country and its right to development, while braving all sorts of challenges and hardships under the guidance of the president',
      '[The Russian people have] achieved great successes in accomplishing the just cause of defending the dignity and security of their country ... while braving all sorts of challenges and hardships,',
      ['TRUNCATED', 'ELLIPSIS', 'EDITORIAL_INSERTION'],
    ],
    [
      'the official statement of 000 in 004',
      'The meeting was devoted to consultations on formats and mechanisms for further interaction,',
      'The meeting was devoted to consultations on forms and procedures for ongoing contact.',
      ['REWORDED'],
    ],
    [
      'the builders of 001 in 002',
      'Firstly, highly qualified, hardworking and ready to work in the most difficult conditions, Korean builders will be a very serious help in solving the problems of restoring social, infrastructure and industrial facilities destroyed by the retreating Ukronazis.',
      'Highly qualified, hardworking and ready to work in the most difficult conditions, the Korean construction workers will be an asset in the serious task of restoring social, infrastructural and industrial facilities (in the Donbass) destroyed by the retreating Ukronazis,',
      ['TRUNCATED', 'EDITORIAL_INSERTION', 'REWORDED'],
    ],
    ['the creation of 000 in 004', 'was completely created by Russia', 'was established by Russia', ['REWORDED']],
    ['the traditions of 000 in 004', 'stable traditions', 'solid traditions', ['REWORDED']],
    [
      'the heading of 002 in its text',
      'Russia has no reason to adhere to any restrictions',
      'Now that Russia is itself under sanctions, it obviously has no reason to adhere to any restrictions.',
      ['TRUNCATED', 'REWORDED'],
    ],
  ] as const)('tell of the corpus: %s', (_, left, right, expected) => {
    expect(kinds(left, right)).toEqual(expect.arrayContaining([...expected]));
    expect(kinds(left, right)).not.toContain('IDENTICAL');
  });

  it('are never none, and the same from both sides', () => {
    const texts = fc.array(
      fc.constantFrom('we', 'will', 'not', 'go', '10', 'Kim', '…', '[they]', '(so)', 'home.', 'won’t'),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [left, right] = [a.join(' '), b.join(' ')];
        expect(kinds(left, right).length).toBeGreaterThan(0);
        expect(kinds(left, right)).toEqual(kinds(right, left));
      }),
      { numRuns: 2_000 },
    );
  });
});
