import { statementContent } from '../../../src/extract/statements/statement-content.ts';
import { quotations } from '../../../src/text/quotations.ts';

/** The words between ⟦ and ⟧ are the content. */
function contentOf(marked: string) {
  const text = marked.replace(/[⟦⟧]/g, '');
  const content: { start: number; end: number }[] = [];
  let removed = 0;
  for (const { index, 0: mark } of marked.matchAll(/[⟦⟧]/g)) {
    const at = index - removed++;
    if (mark === '⟦') content.push({ start: at, end: at });
    else content.splice(-1, 1, { start: content.at(-1)?.start ?? 0, end: at });
  }
  const found = statementContent(text, content, quotations(text));
  return found && { mode: found.mode, words: found.spans.map(({ start, end }) => text.slice(start, end)) };
}

describe('what a statement holds of the words that were said', () => {
  it.each([
    ['a quotation', '⟦“We will go,”⟧ she said.', 'DIRECT', ['We will go,']],
    ['a quotation cut in two', '⟦“We will,”⟧ she said, ⟦“go.”⟧', 'DIRECT', ['We will,', 'go.']],
    ['straight marks', '⟦"We will go,"⟧ she said.', 'DIRECT', ['We will go,']],
    ['a quotation that is not closed', 'She said: ⟦“We will go.⟧', 'DIRECT', ['We will go.']],
    ['two sentences in marks', '⟦“We will go.” “And stay.”⟧', 'DIRECT', ['We will go.', 'And stay.']],
    ['a clause', 'She said ⟦that they will go⟧.', 'INDIRECT', ['they will go']],
    ['a clause with its comma', '⟦They will go,⟧ she said.', 'INDIRECT', ['They will go']],
    ['a clause with its full stop', 'She said ⟦whether they will go.⟧', 'INDIRECT', ['they will go']],
    ['a clause with an ellipsis at its end', 'She said ⟦they will go...⟧', 'INDIRECT', ['they will go...']],
    ['words that only begin like "that"', 'She said ⟦thatched roofs burn⟧.', 'INDIRECT', ['thatched roofs burn']],
    ['"that" alone', 'She said ⟦that⟧.', 'INDIRECT', ['that']],
    ['a clause with a quotation', 'She said ⟦that they will “go home”⟧.', 'MIXED', ['they will “go home”', 'go home']],
    ['a clause, then a quotation', '⟦They will go,⟧ she said, ⟦“soon.”⟧', 'MIXED', ['They will go', 'soon.']],
    [
      'a clause with a name in marks',
      'She said ⟦the “Old Town Bridge” is closed⟧.',
      'INDIRECT',
      ['the “Old Town Bridge” is closed'],
    ],
    [
      'a clause with a name with a small word',
      'She said ⟦the “Bank of Norway” is closed⟧.',
      'INDIRECT',
      ['the “Bank of Norway” is closed'],
    ],
    ['a clause with one quoted word', 'She called it ⟦a “fake”⟧.', 'MIXED', ['a “fake”', 'fake']],
  ])('%s', (_, marked, mode, words) => {
    expect(contentOf(marked)).toEqual({ mode, words });
  });

  it.each([
    ['nothing', 'She said ⟦⟧.'],
    ['marks only', 'She said⟦, ⟧.'],
  ])('is none: %s', (_, marked) => {
    expect(contentOf(marked)).toBeNull();
  });
});
