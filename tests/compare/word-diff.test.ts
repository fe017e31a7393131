import fc from 'fast-check';
import { diffWords, type WordDiff } from '../../src/compare/word-diff.ts';

/** A comparison in one line: what is equal as it stands on the left, what is not as {left|right}. */
const shown = ({ edits }: WordDiff): string =>
  edits.map(({ operation, left, right }) => (operation === 'EQUAL' ? left : `{${left}|${right}}`)).join('');

describe('diffWords', () => {
  it.each([
    [
      'a word exchanged',
      'It was created by Russia',
      'It was established by Russia',
      'It was {created |established }by Russia',
    ],
    ['words left out', 'was completely created', 'was created', 'was {completely |}created'],
    ['words put in', 'was created', 'was completely created', 'was {|completely }created'],
    [
      'words exchanged with a function word between them',
      'on formats and mechanisms for further interaction',
      'on forms and procedures for ongoing contact',
      'on {formats and mechanisms for further interaction|forms and procedures for ongoing contact}',
    ],
    [
      'a function word beside what stayed',
      'of formats and of hope',
      'of forms and of hope',
      'of {formats |forms }and of hope',
    ],
    [
      'a parenthesis put in',
      'facilities destroyed',
      'facilities (in the Donbass) destroyed',
      'facilities {|(in the Donbass) }destroyed',
    ],
    ['a negation gone', 'We will not go', 'We will go', 'We will {not |}go'],
    ['nothing in common', 'one thing', 'another matter', '{one thing|another matter}'],
    ['nothing on one side', '', 'some words', '{|some words}'],
    ['words repeated', 'very very good', 'very good', 'very {very |}good'],
  ])('shows %s', (_, left, right, expected) => {
    expect(shown(diffWords(left, right))).toBe(expected);
  });

  it.each([
    ['case', 'HIGHLY qualified', 'Highly Qualified'],
    ['quotation marks and apostrophes', 'the “People’s Republic”', 'the "People\'s Republic"'],
    ['dashes and spaces', 'ties – now – closer', 'ties\u00A0- now — closer'],
    ['hyphens', 'hard-working co-operation', 'hardworking cooperation'],
    ['a word written in two', 'Pro-Russia build-up', 'pro Russia build up'],
    ['soft hyphens', 'co\u00ADoperation', 'cooperation'],
    ['ligatures', 'oﬃce of the ﬁrst', 'office of the first'],
    ['short forms', 'We won’t and can’t; they’ll say it isn’t', 'we will not and cannot they will say it is not'],
    ['thousands', '100,000 troops', '100000 troops'],
    ['numbers written out', 'three of 20', '3 of twenty'],
    ['full-width digits', '２０22', '2022'],
    ['initials', 'the U.S. and the U.N.', 'the US and the UN'],
  ])('takes %s for the same, and shows both sides exactly', (_, left, right) => {
    const diff = diffWords(left, right);
    expect(diff.similarity).toBe(1);
    expect(diff.edits.map(({ operation }) => operation)).toEqual(['EQUAL']);
    expect([diff.edits[0]?.left, diff.edits[0]?.right]).toEqual([left, right]);
  });

  it.each([
    ['a letter', 'Chol', 'Chul'],
    ['a digit', '10,000', '100,000'],
    ['a decimal', '1.5', '15'],
    ['a plural', 'sanction', 'sanctions'],
    ['a negation', 'can', 'cannot'],
    ['an accent', 'resume', 'résumé'],
  ])('does not take %s for nothing', (_, left, right) => {
    expect(diffWords(left, right).similarity).toBeLessThan(1);
  });

  const words = fc
    .array(
      fc.constantFrom(
        'a',
        'the',
        'Kim',
        'not',
        '10',
        'hard-working',
        'won’t',
        '…',
        '[they]',
        '(and)',
        'so.',
        '“x”',
        '\n',
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join(' '));
  const anything = fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 40 }));

  it('rebuilds both sides exactly, whatever they are', () => {
    fc.assert(
      fc.property(anything, anything, (left, right) => {
        const { edits } = diffWords(left, right);
        expect(edits.map((edit) => edit.left).join('')).toBe(left);
        expect(edits.map((edit) => edit.right).join('')).toBe(right);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is the same from both sides, exchanged', () => {
    fc.assert(
      fc.property(anything, anything, (left, right) => {
        const [there, back] = [diffWords(left, right), diffWords(right, left)];
        expect(back.similarity).toBe(there.similarity);
        expect(back.edits.map((edit) => [edit.right, edit.left])).toEqual(
          there.edits.map((edit) => [edit.left, edit.right]),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives a text compared with itself as equal, and a similarity from 0 to 1 otherwise', () => {
    fc.assert(
      fc.property(anything, anything, (left, right) => {
        const { similarity } = diffWords(left, right);
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(diffWords(left, left).similarity).toBe(1);
      }),
      { numRuns: 1_000 },
    );
  });

  it('finds a change in a hundred thousand words', () => {
    const text = Array.from({ length: 100_000 }, (_, n) => `w${String(n % 9_973)} x${String(n)}`);
    const changed = [...text];
    changed[50_000] = 'something else';
    const { edits } = diffWords(text.join(' '), changed.join(' '));
    expect(edits.map(({ operation }) => operation)).toEqual(['EQUAL', 'REPLACE', 'EQUAL']);
  });
});
