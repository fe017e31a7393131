import { extract } from '../../src/extract/extract.ts';
import { writeAnnotations } from '../../src/ingest/write-annotations.ts';
import { build } from '../support/seed-folder.ts';

const BRIDGE = `Bridge over the Lom stays closed

The old bridge over the Lom was closed on Monday. “We will not open it before May,” Mayor Ada Holm told the Lom Post. “It was never safe in a storm.”

Holm said that the town may ask the province for money. The ministry denied that it had been asked.

A spokesman for the ministry, who asked not to be named, said: “There is no plan [[yet]] for the bridge.”

“There is no plan,” he said again.
`;

/** The same sentence, over and over: no words tell one from another but by what stands around. */
const LITANY = `Litany\n\n${'He said that it rains. '.repeat(3)}\n\nAda Holm said: “It rains.”\n`;

/** What is written down for a text, read back from a folder. */
const readBack = async (text: string) => {
  const extraction = extract(text);
  const written = writeAnnotations(text, extraction, { reference: 'one', file: 'one.txt' });
  const built = await build({
    'corpus/one.txt': text,
    'annotations/articles/one.yaml': written.article,
    'annotations/actors.yaml': written.actors,
  });
  return { extraction, written, records: built.records };
};

describe('annotations written for a text', () => {
  it.each([
    ['an article', BRIDGE],
    ['one that repeats itself', LITANY],
    ['one with CRLF', BRIDGE.replaceAll('\n', '\r\n')],
    ['one with emoji', BRIDGE.replaceAll('bridge', '🌉 bridge')],
  ])('read back they give the same statements: %s', async (_, text) => {
    const { extraction, written, records } = await readBack(text);
    const quotes = new Map(records.quotes.map((quote) => [quote.id, quote]));
    const spansOf = (ids: readonly string[]) =>
      ids.map((id) => ({ start: quotes.get(id)?.startUtf16, end: quotes.get(id)?.endUtf16 }));
    const reported = records.statements.filter(({ mode }) => mode !== 'NARRATION');
    expect(extraction.statements.length).toBeGreaterThan(0);
    expect(written.leftOut).toEqual([]);
    expect(reported.map(({ mode, contentIds }) => ({ mode, content: spansOf(contentIds) }))).toEqual(
      extraction.statements.map(({ mode, content }) => ({ mode, content })),
    );
    expect(reported.map(({ polarity, certainty }) => [polarity, certainty])).toEqual(
      extraction.statements.map(({ polarity, certainty }) => [polarity, certainty]),
    );
    const narration = records.statements.filter(({ mode }) => mode === 'NARRATION');
    expect(narration.flatMap(({ contentIds }) => spansOf(contentIds))).toEqual(extraction.narration);
  });

  it('give what is not of the article as furniture, and the first line that is of it as the title', async () => {
    const { records } = await readBack(`Home News Politics Sports\n\n${BRIDGE}\n\nShare this\n`);
    const words = new Map(records.quotes.map(({ id, exact }) => [id, exact]));
    expect(records.furniture.map(({ kind, quoteId }) => [kind, words.get(quoteId)])).toEqual([
      ['NAVIGATION', 'Home News Politics Sports'],
      ['SHARE_LINE', 'Share this'],
    ]);
    expect(records.articles).toMatchObject([{ slug: 'bridge-over-the-lom-stays-closed' }]);
  });

  it('give every source an actor', async () => {
    const { extraction, records } = await readBack(BRIDGE);
    const names = new Map(records.actors.map(({ id, name }) => [id, name]));
    const reported = records.statements.filter(({ mode }) => mode !== 'NARRATION');
    expect(reported.map(({ speakerId }) => names.get(speakerId))).toEqual(
      extraction.statements.map(({ chain }) => {
        const actor = chain.at(-1)?.actor ?? null;
        return actor === null ? 'a source that the text does not tell' : extraction.actors[actor]?.name;
      }),
    );
  });
});
