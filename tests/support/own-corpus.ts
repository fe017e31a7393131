import { OWN_SEEDS } from '../../src/cli/commands/seed.ts';
import type { DateRecord, StatementRecord } from '../../src/domain/records.ts';
import type { MentionKind, RelationType } from '../../src/domain/vocabulary.ts';
import { buildRecords, type BuiltRecords } from '../../src/ingest/build-records.ts';
import { readSeeds } from '../../src/ingest/read-seeds.ts';
import { statementOf, wordsOf } from './seed-folder.ts';

/** The records of the project's own seeds, asked in the words of the annotations: "000/gratitude", "kim-jong-un". */
export class OwnCorpus {
  readonly #slugs: ReadonlyMap<string, string>;

  private constructor(readonly built: BuiltRecords) {
    const { actors, articles } = built.records;
    this.#slugs = new Map([...actors, ...articles].map(({ id, slug }) => [id, slug]));
  }

  static async read(): Promise<OwnCorpus> {
    return new OwnCorpus(buildRecords(await readSeeds(OWN_SEEDS)));
  }

  statement(key: string): StatementRecord {
    const [reference = '', statement = ''] = key.split('/');
    return statementOf(this.built, reference, statement);
  }

  /** The words of each of its content quotes. */
  content(key: string): (string | null)[] {
    return this.statement(key).contentIds.map((id) => wordsOf(this.built, id));
  }

  /** Who told whom, from the article's own voice inwards. */
  chain(key: string): string[] {
    return this.statement(key).chain.map(({ actorId }) => this.slug(actorId));
  }

  /** The words that show the hops behind the voice: source and cue. */
  evidence(key: string): (string | null)[][] {
    return this.statement(key)
      .chain.slice(1)
      .map(({ sourceId, cueId }) => [wordsOf(this.built, sourceId), wordsOf(this.built, cueId)]);
  }

  /** The statements that one bears on, and those that bear on it. */
  relations(key: string, type: RelationType): string[] {
    const { id } = this.statement(key);
    return this.built.records.relations
      .filter((relation) => relation.type === type && (relation.fromId === id || relation.toId === id))
      .map(({ fromId, toId }) => (fromId === id ? `-> ${this.#key(toId)}` : `<- ${this.#key(fromId)}`))
      .sort();
  }

  /** Who spoke, and by which statements that is known. */
  utterance(key: string): { speaker: string; renderings: string[] } {
    const { utteranceId } = this.statement(key);
    const { records } = this.built;
    return {
      speaker: this.slug(records.utterances.find(({ id }) => id === utteranceId)?.speakerId ?? ''),
      renderings: records.statements.filter((one) => one.utteranceId === utteranceId).map(({ id }) => this.#key(id)),
    };
  }

  date(id: string | null): (DateRecord & { words: (string | null)[] }) | null {
    const date = this.built.records.dates.find((one) => one.id === id);
    return date ? { ...date, words: date.quoteIds.map((quoteId) => wordsOf(this.built, quoteId)) } : null;
  }

  /** Each spelling of an actor's name, by article. */
  spellings(slug: string): Record<string, string[]> {
    return this.#mentions(slug, 'NAME');
  }

  /** What an actor is called besides, by article. */
  descriptions(slug: string): Record<string, string[]> {
    return this.#mentions(slug, 'DESCRIPTION');
  }

  /** Kind and words of each piece of an article's furniture. */
  furniture(reference: string): (string | null)[][] {
    const article = this.built.articles.find((one) => one.reference === reference);
    return (article?.furniture ?? []).map(({ kind, quoteId }) => [kind, wordsOf(this.built, quoteId)]);
  }

  slug(id: string): string {
    return this.#slugs.get(id) ?? '';
  }

  #mentions(slug: string, wanted: MentionKind): Record<string, string[]> {
    const { actorMentions, quotes } = this.built.records;
    const ids = actorMentions
      .filter(({ actorId, kind }) => this.slug(actorId) === slug && kind === wanted)
      .map(({ quoteId }) => quoteId);
    return Object.fromEntries(
      this.built.articles.flatMap(({ reference, text }) => {
        const found = quotes.filter(({ id, versionId }) => versionId === text.version.id && ids.includes(id));
        return found.length > 0 ? [[reference, [...new Set(found.map(({ exact }) => exact))].sort()]] : [];
      }),
    );
  }

  #key(statementId: string): string {
    for (const { reference, statements } of this.built.articles) {
      for (const [key, { id }] of statements) if (id === statementId) return `${reference}/${key}`;
    }
    return '';
  }
}
