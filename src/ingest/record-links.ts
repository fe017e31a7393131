import { identify, ownUtterance } from '../domain/identity.ts';
import type { DerivationRecord, RelationRecord, StatementRecord, UtteranceRecord } from '../domain/records.ts';
import type { ActorKind } from '../domain/vocabulary.ts';
import type { Problems } from './problems.ts';
import type { Seeds } from './read-seeds.ts';
import type { RecordedArticle } from './record-article.ts';
import type { LooseStatement } from './record-statement.ts';
import { narrowestDate } from './narrowest-date.ts';

/** What joins statements and articles with each other. */
export interface RecordedLinks {
  readonly statements: readonly Omit<StatementRecord, 'events'>[];
  readonly utterances: readonly UtteranceRecord[];
  readonly relations: readonly RelationRecord[];
  readonly derivations: readonly DerivationRecord[];
}

/** Gives every statement its utterance, and records relations and derivations. */
export function recordLinks(
  seeds: Seeds,
  articles: ReadonlyMap<string, RecordedArticle>,
  actors: ReadonlyMap<string, ActorKind>,
  problems: Problems,
): RecordedLinks {
  const resolve = (reference: string, place: string): LooseStatement | null => {
    const [article = '', key = ''] = reference.split('/');
    const statement = articles.get(article)?.statements.get(key);
    // A statement that could not be recorded was reported where it stands.
    const isWritten = seeds.articles.some(
      (seed) => seed.reference === article && seed.file.content.statements.some((written) => written.key === key),
    );
    if (!statement && !isWritten) problems.add(place, `${reference} is no statement of annotations/articles.`);
    return statement ?? null;
  };

  const utteranceOf = new Map<string, string>();
  const utterances: UtteranceRecord[] = [];
  const dateOf = new Map([...articles.values()].flatMap(({ dates }) => dates).map((date) => [date.id, date]));
  const saidBy = (renderings: readonly LooseStatement[]) =>
    narrowestDate(renderings.flatMap(({ saidId }) => (saidId === null ? [] : (dateOf.get(saidId) ?? []))))?.id ?? null;

  seeds.utterances?.content.forEach(({ key, speaker, renderings }, index) => {
    const file = seeds.utterances;
    if (!file) return;
    const id = identify('Utterance', 'key', key);
    if (!actors.has(speaker))
      problems.add(file.place([index, 'speaker']), `${speaker} is no actor of annotations/actors.yaml.`);
    if (utterances.some((other) => other.id === id))
      problems.add(file.place([index, 'key']), `${key} stands here twice.`);
    const statements = renderings.flatMap((reference, at) => {
      const place = file.place([index, 'renderings', at]);
      const statement = resolve(reference, place);
      if (statement && utteranceOf.has(statement.id))
        problems.add(place, `${reference} renders another utterance already.`);
      if (statement) utteranceOf.set(statement.id, id);
      return statement ?? [];
    });
    utterances.push({ id, speakerId: identify('Actor', speaker), saidId: saidBy(statements) });
  });

  const statements = [...articles.values()].flatMap((article) =>
    [...article.statements.values()].map((statement) => {
      const shared = utteranceOf.get(statement.id);
      if (shared !== undefined) return { ...statement, utteranceId: shared, utteranceOrigin: 'CURATED' as const };
      const id = ownUtterance(statement.id);
      utterances.push({ id, speakerId: statement.speakerId, saidId: statement.saidId });
      return { ...statement, utteranceId: id, utteranceOrigin: 'EXTRACTED' as const };
    }),
  );

  const relations = (seeds.relations?.content ?? []).flatMap(
    ({ from, to, type, rationale }, index): RelationRecord[] => {
      const place = (key: string) => seeds.relations?.place([index, key]) ?? '';
      if (from === to) problems.add(place('to'), 'a statement bears no relation to itself.');
      const [source, target] = [resolve(from, place('from')), resolve(to, place('to'))];
      return source && target ? [{ fromId: source.id, toId: target.id, type, rationale, origin: 'CURATED' }] : [];
    },
  );

  const derivations = (seeds.derivations?.content ?? []).flatMap((written, index): DerivationRecord[] => {
    const [derived, source] = (['article', 'drawsOn'] as const).map((key) => {
      const article = articles.get(written[key]);
      if (!article)
        problems.add(
          seeds.derivations?.place([index, key]) ?? '',
          `${written[key]} is no article of annotations/articles.`,
        );
      return article;
    });
    if (!derived || !source) return [];
    if (derived === source)
      problems.add(seeds.derivations?.place([index, 'drawsOn']) ?? '', 'an article is not made from itself.');
    return [
      { articleId: derived.record.id, sourceId: source.record.id, rationale: written.rationale, origin: 'CURATED' },
    ];
  });

  return { statements, utterances, relations, derivations };
}
