import fc from 'fast-check';
import { diffWords, type WordDiff } from '../../src/compare/word-diff.ts';

const SIGN = { REPLACE: '', DELETE: '-', INSERT: '+' } as const;
/** A comparison in one line: what is equal as it stands on the left, what is not as {left|right}, {-left|} or {+|right}. */
const shown = ({ edits }: WordDiff): string =>
  edits
    .map(({ operation, left, right }) => (operation === 'EQUAL' ? left : `{${SIGN[operation]}${left}|${right}}`))
    .join('');

describe('diffWords', () => {
  it.each([
    [
      'a word exchanged',
      'It was created by Russia',
      'It was established by Russia',
      'It was {created |established }by Russia',
    ],
    ['words left out', 'was completely created', 'was created', 'was {-completely |}created'],
    ['words put in', 'was created', 'was completely created', 'was {+|completely }created'],
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
      'facilities {+|(in the Donbass) }destroyed',
    ],
    ['a negation gone', 'We will not go', 'We will go', 'We will {-not |}go'],
    ['nothing in common', 'one thing', 'another matter', '{one thing|another matter}'],
    ['nothing on one side', '', 'some words', '{+|some words}'],
    ['words repeated', 'very very good', 'very good', 'very {-very |}good'],
    [
      'two function words between two others',
      'formats of the hope',
      'forms of the wish',
      '{formats |forms }of the {hope|wish}',
    ],
    [
      'a word that means something between two others',
      'formats built hope',
      'forms built wish',
      '{formats |forms }built {hope|wish}',
    ],
    [
      'a function word before words left out',
      'formats and very good hope',
      'forms and good hope',
      '{formats and very |forms and }good hope',
    ],
    [
      'a function word behind words left out',
      'very and formats built',
      'and forms built',
      '{very and formats |and forms }built',
    ],
    [
      'a function word between words left out and words put in',
      'quickly the men',
      'the old men',
      '{-quickly |}the {+|old }men',
    ],
    ['an editor’s word', 'the [Russian] army', 'the Russian army', 'the {[Russian] |Russian }army'],
    ['an editor’s word on both sides', 'the [Russian] army', 'The [Russian] army', 'the [Russian] army'],
    ['an editor’s part of a word', 'hard [working] men', 'hardworking men', '{hard [working] |hardworking }men'],
    ['words that are cut otherwise', 'hard working men', 'hardworking men', 'hard working men'],
    ['a negation that is cut otherwise', 'not able to', 'notable to', '{not able |notable }to'],
    ['an ellipsis for words', 'We … go', 'We will not go', 'We {… |will not }go'],
    ['an ellipsis for nothing', 'We … go', 'We go', 'We {-… |}go'],
    ['an ellipsis on both sides', 'We … go', 'We … went', 'We … {go|went}'],
    [
      'an ellipsis with other words around it',
      'We saw three … four go',
      'We will not go',
      'We {-saw three |}{… |will not }{-four |}go',
    ],
    [
      'several ellipses with words between',
      'We saw … three … four go',
      'We will go',
      'We {-saw |}{… three … |will }{-four |}go',
    ],
    ['marks that open at the beginning', '“we go', 'so we go', '{+|so }“we go'],
    ['marks that open behind a word', 'x("y z', 'x z', 'x("{-y |}z'],
    ['several marks that open', 'so (“we go', 'so go', 'so {-(“we |}go'],
    ['no words but marks', '', '—', ''],
    ['the same marks', '—', '—', '—'],
  ])('shows %s', (_, left, right, expected) => {
    expect(shown(diffWords(left, right))).toBe(expected);
    const turned = expected.replaceAll(
      /\{([-+]?)([^|}]*)\|([^}]*)\}/g,
      (_all, sign: string, one: string, other: string) =>
        sign === '-' ? `{+|${one}}` : sign === '+' ? `{-${other}|}` : `{${other}|${one}}`,
    );
    const { edits, ...back } = diffWords(right, left);
    const equal = edits.map((edit) => (edit.operation === 'EQUAL' ? { ...edit, left: edit.right } : edit));
    expect(shown({ ...back, edits: equal })).toBe(turned);
  });

  it('has one edit for marks without words, none for nothing', () => {
    expect(diffWords('', '')).toMatchObject({ edits: [], similarity: 1 });
    const { edits, similarity } = diffWords('', '—');
    expect([edits, similarity]).toEqual([
      [{ operation: 'EQUAL', left: '', right: '—', leftTokens: [], rightTokens: [] }],
      1,
    ]);
  });

  it.each([
    ['half of the words', 'one two', 'one three', 0.5],
    ['none', 'one', 'two', 0],
    ['an ellipsis, which counts for nothing', 'We … go', 'We will go', 0.8],
    ['an editor’s word, which counts for nothing', '[they] go', 'they go', 2 / 3],
    ['numbers, which are words', '10 20', '10 30', 0.5],
  ])('says how much is common: %s', (_, left, right, similarity) => {
    expect(diffWords(left, right).similarity).toBe(similarity);
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
