import { Clause } from '../../../src/extract/nested/clause.ts';

/** A clause of marked text: what is between ⟦ and ⟧ without what is between ⟨ and ⟩ in it. */
function clauseOf(marked: string) {
  const cuts: { start: number; end: number }[] = [];
  let [text, start, end, cut] = ['', 0, 0, 0];
  for (const character of marked) {
    if (character === '⟦') start = text.length;
    else if (character === '⟧') end = text.length;
    else if (character === '⟨') cut = text.length;
    else if (character === '⟩') cuts.push({ start: cut, end: text.length });
    else text += character;
  }
  return { text, clause: new Clause(text, { start, end }, cuts) };
}

describe('a clause as a text of its own', () => {
  it.each([
    ['Lee said ⟦that Marsh believes it⟧.', 'Marsh believes it.'],
    ['Lee asked ⟦whether it rains⟧.', 'It rains.'],
    ['⟦“It rains,” Holm said⟧, the Post reports.', '“It rains,” Holm said.'],
    ['⟦The town has confirmed, ⟨according to the Post⟩, that it rains⟧.', 'The town has confirmed that it rains.'],
    ['⟦Will it rain?⟧', 'Will it rain?'],
    ['⟦that ⟧', '.'],
  ])('%s', (marked, expected) => {
    expect(clauseOf(marked).clause.text).toBe(expected);
  });

  it('tells where its words stand in the article', () => {
    const { text, clause } = clauseOf('⟦The town has confirmed, ⟨according to the Post⟩, that it rains⟧.');
    const inArticle = (words: string) => {
      const start = clause.text.indexOf(words);
      return clause.inArticle({ start, end: start + words.length }).map((span) => text.slice(span.start, span.end));
    };
    expect(inArticle('town has')).toEqual(['town has']);
    expect(inArticle('that it rains.')).toEqual(['that it rains']);
    expect(inArticle('confirmed that it')).toEqual(['confirmed', 'that it']);
    expect(inArticle('.')).toEqual([]);
  });
});
