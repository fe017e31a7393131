import fc from 'fast-check';
import { sentences } from '../../src/text/sentences.ts';

const wordsOf = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['end with a full stop before a capital', 'One is here. Two is there.', ['One is here.', 'Two is there.']],
    ['end with a question or exclamation mark', 'Is it? It is! Good.', ['Is it?', 'It is!', 'Good.']],
    ['keep the closing mark that belongs to them', 'He said “yes.” Then he left.', ['He said “yes.”', 'Then he left.']],
    ['may begin with an opening mark', 'It is so. “Yes,” he said.', ['It is so.', '“Yes,” he said.']],
    ['may begin with a digit', 'They came. 100 stayed.', ['They came.', '100 stayed.']],
    ['go on where a small letter follows', '“Why?” he asked.', ['“Why?” he asked.']],
    ['end with an ellipsis before a capital', 'He left ... Then he came.', ['He left ...', 'Then he came.']],
    [
      'go on behind an ellipsis before a small letter',
      'their country ... while braving',
      ['their country ... while braving'],
    ],
    ['of different paragraphs are different', 'A heading\nA sentence.', ['A heading', 'A sentence.']],
    ['have no white space at their edges', '  One.  \r\n Two. ', ['One.', 'Two.']],
    ['may stand in another script', '我们。He left. Он ушёл. Она нет.', ['我们。He left.', 'Он ушёл.', 'Она нет.']],
    ['of white space alone are none', ' \n\t\n', []],
  ])('%s', (_, text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  it.each([
    'Mr. Putin wrote.',
    'He met Gen. Smith in St. Petersburg.',
    'Y. Nikonorova and V. N. Deinego will serve.',
    'The books of J.K. Rowling sell.',
    'The U.S. State Department answered.',
    'It is of Nov. 5 and later.',
    'It cost 3.5 Million and www.Example.org said so.',
    'Kim Jong Il, i.e. The Leader, spoke.',
  ])('are not cut by an abbreviation, an initial or a point inside a word: %s', (text) => {
    expect(wordsOf(text)).toEqual([text]);
  });

  it.each([
    ['words that only end like an abbreviation', 'It holds oxygen. There is zinc. Good.', 3],
    ['a word longer than any abbreviation', 'It was nitroglycoxygen. Then it was not.', 2],
    ['a number', 'It was in 2022. Then it ended.', 2],
  ])('are cut behind %s', (_, text, count) => {
    expect(wordsOf(text)).toHaveLength(count);
  });

  it('hold everything but white space, once', () => {
    const units = fc.constantFrom('A', 'b', '1', '.', '!', '…', ' ', '\n', '“', '”', '"', ')', 'Mr.', '😀');
    fc.assert(
      fc.property(fc.array(units, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        expect(wordsOf(text).join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        for (const sentence of wordsOf(text)) expect(sentence).toBe(sentence.trim());
      }),
      { numRuns: 1_000 },
    );
  });

  it('are found in a long line of leader dots as in any other', () => {
    // Were each dot of the run tried as a beginning, this would not end within the time that a test has.
    const leader = '.'.repeat(400_000);
    expect(sentences(`Contents ${leader}12`)).toHaveLength(1);
  });
});
