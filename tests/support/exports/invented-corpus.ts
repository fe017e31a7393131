import fc from 'fast-check';
import type {
  ExportedActor,
  ExportedCorpus,
  ExportedQuote,
  ExportedStatement,
  ExportedText,
} from '../../../src/export/exported.ts';
import { hostileArticle, hostileName } from '../hostile-texts.ts';

/** A corpus in memory, with everything that it holds. */
export interface InventedCorpus extends ExportedCorpus {
  readonly text: ExportedText;
  readonly actor: ExportedActor;
  readonly words: readonly ExportedQuote[];
  readonly statement: ExportedStatement;
}

/** Items that come later, as what a store reads does. */
export const all = <Item>(...items: readonly Item[]): (() => AsyncGenerator<Item>) =>
  async function* () {
    for (const item of items) yield await Promise.resolve(item);
  };

/** One article of hostile words, in which somebody of a hostile name says some of them. */
export const inventedCorpus: fc.Arbitrary<InventedCorpus> = fc
  .record({
    body: hostileArticle,
    title: hostileName,
    name: hostileName,
    url: fc.option(hostileName),
    ids: fc.uniqueArray(fc.uuid(), { minLength: 8, maxLength: 8 }),
    cuts: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
    mode: fc.constantFrom('DIRECT', 'MIXED', 'INDIRECT', 'NARRATION'),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ body, title, name, url, ids, cuts, mode, confidence }) => {
    const [articleId = '', versionId = '', actorId = '', statementId = '', utteranceId = '', ...quoteIds] = ids;
    const characters = [...body];
    const words = quoteIds.map((id, index): ExportedQuote => {
      const [a = 0, b = 0] = cuts.slice(index * 2);
      const start = a % characters.length;
      const end = start + 1 + (b % (characters.length - start));
      const part = (from: number, to: number) => characters.slice(from, to).join('');
      const startUtf16 = part(0, start).length;
      return {
        id,
        versionId,
        start,
        end,
        startUtf16,
        endUtf16: startUtf16 + part(start, end).length,
        exact: part(start, end),
        prefix: part(Math.max(0, start - 32), start),
        suffix: part(end, end + 32),
      };
    });
    const actor: ExportedActor = { id: actorId, slug: 'somebody', name, kind: 'PERSON' };
    const article = { id: articleId, slug: 'article', title, language: 'en', url, published: '2031-05~' };
    const text: ExportedText = {
      id: versionId,
      articleId,
      number: 1,
      length: characters.length,
      sha256: 'ab'.repeat(32),
      recordedAt: new Date(0),
      revision: 1,
      previousId: null,
      text: body,
    };
    const statement: ExportedStatement = {
      id: statementId,
      text: title,
      mode,
      polarity: 'AFFIRMED',
      certainty: 'CERTAIN',
      origin: 'EXTRACTED',
      review: 'PROPOSED',
      confidence,
      evidence: 'ANCHORED',
      utteranceId,
      revision: 1,
      article,
      speaker: actor,
      said: null,
      chain: [{ actor, role: 'SPEAKER', cue: words[0] ?? null, source: null }],
      content: words.map((quote) => ({ quote, version: text })),
      relations: [],
    };
    return {
      text,
      actor,
      words,
      statement,
      revision: 1,
      name: 'cd'.repeat(32),
      revisions: all({ number: 1, recordedAt: new Date(0), author: name }),
      articles: all({ ...article, drawsOn: [] }),
      versions: all(text),
      texts: all(text),
      actors: all(actor),
      quotes: all(...words),
      statements: all(statement),
      flows: all({ fromId: actorId, toId: actorId, statements: 1, direct: 0, articles: 1 }),
    };
  });
