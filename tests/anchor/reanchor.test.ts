import fc from 'fast-check';
import { describeQuote } from '../../src/anchor/describe.ts';
import { reanchor } from '../../src/anchor/reanchor.ts';
import { CodePoints } from '../../src/text/code-points.ts';
import { paragraphs } from '../../src/text/paragraphs.ts';

/** Marks a quote by double angle brackets, takes it from the old text, and looks for it in the new one. */
function move(marked: string, newer: string) {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace('⟦', '').replace('⟧', '');
  const { state, span } = reanchor(describeQuote(new CodePoints(text), paragraphs(text), { start, end }), newer);
  return { state, before: span && newer.slice(0, span.start), words: span && newer.slice(span.start, span.end) };
}

const LONG = 'A paragraph of its own that is longer than the context of a quote.';
const PROMISE = `${LONG}\nThe minister spoke for long. “⟦We will not raise the fuel tax before 2027.⟧” He then left the room.\n${LONG}`;
const WORDS = 'We will not raise the fuel tax before 2027.';

describe('reanchor', () => {
  it.each([
    ['the text is the same', PROMISE, PROMISE.replaceAll(/[⟦⟧]/g, '')],
    ['words were added far before', PROMISE, `News. ${PROMISE.replaceAll(/[⟦⟧]/g, '')}`],
    ['words were added far behind', PROMISE, `${PROMISE.replaceAll(/[⟦⟧]/g, '')} And so on.`],
    [
      'its paragraph moved as a whole',
      `${LONG}\n⟦Kim left.⟧ ${LONG}`,
      `Kim left. ${LONG}\n${LONG}`.replace(/^/, `${LONG}\n`),
    ],
    ['emoji were added before', PROMISE, `😀😀 ${PROMISE.replaceAll(/[⟦⟧]/g, '')}`],
  ])('keeps a quote ANCHORED where %s', (_, marked, newer) => {
    const words = marked.slice(marked.indexOf('⟦') + 1, marked.indexOf('⟧'));
    expect(move(marked, newer)).toMatchObject({ state: 'ANCHORED', words });
  });

  it('keeps a quote ANCHORED at its place, even where the same words in the same context stand again', () => {
    const text = `${LONG}\nKim left.\n${LONG}`;
    expect(move(text.replace('Kim left.', '⟦Kim left.⟧'), `${text}\n${text}`)).toEqual({
      state: 'ANCHORED',
      before: `${LONG}\n`,
      words: 'Kim left.',
    });
  });

  it.each([
    ['the sentence before was reworded', 'The minister said little. “', '” He then left the room.'],
    ['the sentence behind was reworded', 'The minister spoke for long. “', '” Nobody asked.'],
    ['the words stand in a context of their own', 'Her party has a leaflet. It reads: ', ' Vote now!'],
    ['the words stand alone', '', ''],
  ])('calls a quote MOVED where %s and the words stand once', (_, before, behind) => {
    expect(move(PROMISE, `${before}${WORDS}${behind}`)).toEqual({ state: 'MOVED', before, words: WORDS });
  });

  it.each([
    ['a sentence that looks alike says the opposite', '“[T]hey will raise the fuel tax before 2026.”'],
    [
      'one letter changed',
      'The minister spoke for long. “We will not raise the fuel tax before 2028.” He then left the room.',
    ],
    [
      'one word is gone',
      'The minister spoke for long. “We will raise the fuel tax before 2027.” He then left the room.',
    ],
    [
      'its case changed',
      'The minister spoke for long. “we will not raise the fuel tax before 2027.” He then left the room.',
    ],
    ['a space became a no-break space', `“${WORDS.replace(' ', '\u00A0')}”`],
    ['an invisible character came in', `“${WORDS.replace('tax', 't\u200Bax')}”`],
    ['its last character was cut off', 'The minister spoke for long. “We will not raise the fuel tax before 2027'],
    ['it was cut in two', '“We will not raise the fuel tax,” he said, “before 2027.”'],
    ['the words stand twice, neither time in their context', `“${WORDS}” Later: “${WORDS}”`],
    ['nothing is left', ''],
  ])('calls a quote ORPHANED where %s', (_, newer) => {
    expect(move(PROMISE, newer)).toEqual({ state: 'ORPHANED', before: null, words: null });
  });

  it('does not choose between two places that both have the whole context', () => {
    const text = `${LONG}\nKim left.\n${LONG}`;
    expect(move(text.replace('Kim left.', '⟦Kim left.⟧'), `News.\n${text}\n${text}`).state).toBe('ORPHANED');
  });

  it('follows the context where the words stand in several places', () => {
    const marked = `${LONG} ⟦He left.⟧ ${LONG}`;
    const newer = `He left. So he did. ${LONG} He left. ${LONG}`;
    expect(move(marked, newer)).toEqual({
      state: 'ANCHORED',
      before: `He left. So he did. ${LONG} `,
      words: 'He left.',
    });
  });

  it('counts occurrences that overlap as two', () => {
    expect(move('x ⟦ha ha⟧ y', 'ha ha ha').state).toBe('ORPHANED');
    expect(move('x ⟦ha ha⟧ y', 'ha ha').state).toBe('MOVED');
  });

  it.each([
    ['at the beginning', '⟦Kim left.⟧ Then he came.', 'Kim left. Then he came.', 'ANCHORED'],
    ['at the end', 'Then ⟦Kim left.⟧', 'Then Kim left.', 'ANCHORED'],
    ['of the whole text', '⟦Kim left.⟧', 'Kim left.', 'ANCHORED'],
    ['at the beginning, with words put before', '⟦Kim left.⟧ Then.', 'Nobody says that Kim left. Then.', 'MOVED'],
    ['at the end, with words put behind', 'Then ⟦Kim left.⟧', 'Then Kim left. Or so they say.', 'MOVED'],
    ['at the end, and the text cut before it', 'Then ⟦Kim left.⟧', 'Kim left.', 'MOVED'],
  ])('looks to the edge of the text: a quote %s', (_, marked, newer, state) => {
    expect(move(marked, newer)).toMatchObject({ state, words: 'Kim left.' });
  });

  it.each([
    ['a full stop follows', 'They say so: Kim left. Then he came.', 'Kim left'],
    ['a comma follows a number', 'They sold 1,000, and then no more.', 'sold 1,000'],
    ['a number stands before it', 'In 2022, 5 percent were sold.', '5 percent'],
    ['a dash stands on either side', 'One – Kim left – was true.', 'Kim left'],
    ['a dash touches it on either side', 'One—Kim left—was true.', 'Kim left'],
    ['brackets and marks touch it', 'One (“Kim left”) was true.', 'Kim left'],
    ['single marks touch it', 'One ‘Kim left’ was true.', 'Kim left'],
    ['an emoji touches it', 'One 😀Kim left😀 was true.', 'Kim left'],
    ['an invisible character touches it', 'One \u200BKim left\u200B was true.', 'Kim left'],
  ])('finds words that are not a part of longer ones where %s', (_, newer, words) => {
    expect(move(`${LONG} So it was, ⟦${words}⟧ indeed. ${LONG}`, newer)).toMatchObject({ state: 'MOVED', words });
  });

  it.each([
    ['the same rest of the word', 'They fought Ukronazis in it.', 'MOVED'],
    ['another rest of the word', 'They fought Ukronazism in it.', 'ORPHANED'],
    ['no rest of the word', 'They fought a Ukronazi in it.', 'ORPHANED'],
  ])('finds a quote that itself cuts a word only with %s', (_, newer, state) => {
    expect(move(`${LONG} The retreating ⟦Ukronazi⟧s left. ${LONG}`, newer).state).toBe(state);
  });

  it.each([
    ['none', 'They grew by 50 of us.', 'MOVED'],
    ['a share', 'They grew by 50% of all.', 'ORPHANED'],
    ['a share, with a space', 'They grew by 50 % of all.', 'ORPHANED'],
    ['a currency', 'They grew by 50 € each.', 'ORPHANED'],
    ['the currency of another number', 'They grew by 50 €70 papers.', 'MOVED'],
    ['a minus', 'They grew by −50 of all.', 'ORPHANED'],
  ])('finds a number that has no sign only where it has none: %s', (_, newer, state) => {
    expect(move(`${LONG} The rest were ⟦50⟧ people. ${LONG}`, newer).state).toBe(state);
  });

  it('never attaches a quote to other words, whatever the new text', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀'), maxLength: 30 });
    fc.assert(
      fc.property(texts, texts, texts, texts, (before, exact, behind, newer) => {
        fc.pre(exact !== '');
        const { state, words } = move(`${before}⟦${exact}⟧${behind}`, newer);
        expect(words).toBe(state === 'ORPHANED' ? null : exact);
        if (state === 'MOVED') expect(newer.split(exact)).toHaveLength(2);
      }),
      { numRuns: 2_000 },
    );
  });
});
