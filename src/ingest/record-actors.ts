import { groupBy } from '../domain/group-by.ts';
import { identify } from '../domain/identity.ts';
import { nameKey } from '../domain/name-key.ts';
import type { ActorMentionRecord, ActorRecord } from '../domain/records.ts';
import { bySpan, contains, type Span } from '../text/span.ts';
import type { AnnotationFile } from './annotation-file.ts';
import type { ActorsFile } from './annotation-format.ts';
import type { Problems } from './problems.ts';
import type { RecordedArticle } from './record-article.ts';

/** The actors of a folder of seeds with the places that name and describe them. */
export interface RecordedActors {
  readonly actors: readonly ActorRecord[];
  readonly mentions: readonly ActorMentionRecord[];
}

/** A place that a spelling fits, before it is settled whom it names. */
interface NamedPlace extends Span {
  readonly slug: string;
  /** Whether this very place was given, not only the spelling. */
  readonly isGiven: boolean;
  readonly place: string;
}

/** Finds every name and description of every actor. */
export function recordActors(
  file: AnnotationFile<ActorsFile> | null,
  articles: readonly RecordedArticle[],
  problems: Problems,
): RecordedActors {
  const written = file?.content ?? [];
  if (!file) return { actors: [], mentions: [] };

  const byReference = new Map(articles.map((article) => [article.reference, article]));
  const named = new Map<RecordedArticle, NamedPlace[]>(articles.map((article) => [article, []]));
  const mentions: ActorMentionRecord[] = [];
  const spellings = new Map<string, Set<string>>();
  const seen = new Set<string>();

  written.forEach((actor, index) => {
    if (seen.has(actor.slug)) problems.add(file.place([index, 'slug']), `${actor.slug} stands here twice.`);
    seen.add(actor.slug);
    for (const [key, byArticle] of [
      ['names', actor.names],
      ['descriptions', actor.descriptions],
    ] as const) {
      for (const [reference, selectors] of Object.entries(byArticle)) {
        const article = byReference.get(reference);
        if (!article) {
          problems.add(file.place([index, key, reference]), `${reference} is no article of annotations/articles.`);
          continue;
        }
        selectors.forEach((selector, at) => {
          const place = file.place([index, key, reference, at]);
          if (key === 'descriptions') {
            const span = article.locator.one(selector, place);
            if (span)
              mentions.push({
                actorId: identify('Actor', actor.slug),
                quoteId: article.text.quote(span).id,
                kind: 'DESCRIPTION',
              });
            return;
          }
          const isGiven = typeof selector !== 'string' || selector.includes('[[');
          const found = isGiven ? [article.locator.one(selector, place)] : article.locator.all(selector, place);
          for (const span of found) if (span) named.get(article)?.push({ ...span, slug: actor.slug, isGiven, place });
        });
      }
    }
  });

  for (const [article, places] of named) {
    for (const { slug, ...span } of settle(places, article, problems)) {
      const quote = article.text.quote(span);
      mentions.push({ actorId: identify('Actor', slug), quoteId: quote.id, kind: 'NAME' });
      spellings.set(slug, (spellings.get(slug) ?? new Set()).add(quote.exact));
    }
  }
  written.forEach(({ slug, name, kind }, index) => {
    const own = spellings.get(slug);
    if (kind !== 'UNNAMED' && own?.has(name) !== true) {
      const known = own ? [...own].join(', ') : 'none';
      problems.add(
        file.place([index, 'name']),
        `${name} is not how the texts spell ${slug}. Spellings found: ${known}.`,
      );
    }
  });
  return {
    actors: written.map(({ slug, name, kind }) => ({
      id: identify('Actor', slug),
      slug,
      name,
      kind,
      nameKey: nameKey(name, kind),
    })),
    mentions: distinctMentions(mentions),
  };
}

/** Of names inside longer names the longer one counts; at one place, the actor for whom this very place was given. */
function settle(places: readonly NamedPlace[], article: RecordedArticle, problems: Problems): NamedPlace[] {
  const byPlace = groupBy(places, ({ start, end }) => `${String(start)}:${String(end)}`);
  const settled = [...byPlace.values()].flatMap((group) => {
    const given = group.filter(({ isGiven }) => isGiven);
    const candidates = given.length > 0 ? given : group;
    const [first, other] = [...new Map(candidates.map((named) => [named.slug, named])).values()];
    if (first && other) {
      const words = JSON.stringify(article.text.text.slice(first.start, first.end));
      problems.add(
        other.place,
        `${words} names both ${first.slug} and ${other.slug} in article ${article.reference}. Give the places by brackets.`,
      );
    }
    return first ? [first] : [];
  });
  // From left to right, the longer first: a name inside another one lies inside the last that was kept.
  const kept: NamedPlace[] = [];
  for (const named of settled.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || !contains(last, named)) kept.push(named);
  }
  return kept.sort(bySpan);
}

function distinctMentions(mentions: readonly ActorMentionRecord[]): ActorMentionRecord[] {
  return [
    ...new Map(mentions.map((mention) => [`${mention.actorId} ${mention.quoteId} ${mention.kind}`, mention])).values(),
  ];
}
