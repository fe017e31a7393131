import { article, build, statementOf, wordsOf } from '../support/seed-folder.ts';

const OLD = 'A title\nKim left. Putin stayed for a long time, as was said by many people then.\nThe end of it.';
const left = (content: string) => ({ statements: [{ key: 'left', text: 'Kim left.', content }] });

/** What becomes of the quotes of the old text, by their words, when the article has a new one. */
async function anchors(newer: string, content = 'Kim left.') {
  const before = await build(article('a', OLD, left('Kim left.')));
  const stored = new Map([['a', { number: 1, text: OLD, quotes: before.records.quotes }]]);
  const after = await build(article('a', newer, { title: 'A title', ...left(content) }), stored);
  return {
    after,
    states: after.records.anchors.map(({ quoteId, state, targetId }) => {
      const was = before.records.quotes.find(({ id }) => id === quoteId)?.exact;
      return [was, state, wordsOf(after, targetId)];
    }),
  };
}

describe('A new version of an article', () => {
  it('is none where the text is the same', async () => {
    const { after, states } = await anchors(OLD);
    expect(states).toEqual([]);
    expect(after.records.versions.map(({ number }) => number)).toEqual([1]);
  });

  it('says of each quote of the version before where it stands now', async () => {
    const { after, states } = await anchors(OLD.replace('The end of it.', 'The end.'));
    expect(after.records.versions.map(({ number }) => number)).toEqual([2]);
    expect(states).toEqual([
      ['A title', 'ANCHORED', 'A title'],
      ['Kim left.', 'ANCHORED', 'Kim left.'],
    ]);
  });

  it('moves no quote to words that only look alike', async () => {
    const { states } = await anchors(OLD.replace('Kim left.', 'Kim never left.'), 'Kim never left.');
    expect(states).toContainEqual(['Kim left.', 'ORPHANED', null]);
  });

  it('gives the same words quotes and statements of their own', async () => {
    const { after } = await anchors(`${OLD} More.`);
    const before = await build(article('a', OLD, left('Kim left.')));
    expect(statementOf(after, 'a', 'left').id).not.toBe(statementOf(before, 'a', 'left').id);
    expect(after.records.articles.map(({ id }) => id)).toEqual(before.records.articles.map(({ id }) => id));
  });
});
