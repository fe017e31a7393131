import { VerbatimError } from '../domain/errors.ts';
import { identify } from '../domain/identity.ts';
import { nameKey } from '../domain/name-key.ts';
import type { ActorMentionRecord, ActorRecord } from '../domain/records.ts';
import { slugOf } from '../domain/slug.ts';
import type { ActorKind } from '../domain/vocabulary.ts';
import type { BuiltStatement, RecordableArticle } from '../store/review/recordable-article.ts';
import type { WrittenHop, WrittenSelector, WrittenStatement } from './annotation-format.ts';
import { ArticleText } from './article-text.ts';
import { Locator } from './locate.ts';
import { Problems } from './problems.ts';
import { StatementRecorder } from './record-statement.ts';

/** An actor that a person introduces with a statement. */
interface NewActor {
  /** By default from its name. */
  readonly slug: string | null;
  readonly kind: ActorKind;
  /** The words of the text that name it, or, of an unnamed source, describe it. */
  readonly name: WrittenSelector;
}

/** One link of a chain as a person writes it: through an actor that is known, by its slug, or a new one. */
export interface DraftHop extends Omit<WrittenHop, 'actor'> {
  readonly actor: { readonly slug: string } | { readonly new: NewActor };
}

/** A statement as a person writes it, about the current version of an article. */
export interface StatementDraft extends Omit<WrittenStatement, 'key' | 'chain'> {
  readonly chain: readonly DraftHop[];
}

/**
 * Works out what a person wrote: finds the words, each at its only place, and makes the actors that are new.
 *
 * @throws VerbatimError BAD_USER_INPUT with every problem and where in the draft it is
 */
export function buildStatement(draft: StatementDraft, article: RecordableArticle): BuiltStatement {
  const problems = new Problems('the statement', 'BAD_USER_INPUT');
  if (draft.text.trim() === '')
    problems.add('text', 'a statement says something: give it as one self-contained sentence.');
  if ((draft.mode === undefined) !== (draft.chain.length === 0)) {
    problems.add('chain', 'reported words need a chain to their speaker, NARRATION has none.');
  }
  const text = new ArticleText(article.slug, article.number, article.text);
  const locator = new Locator(text, `the current text of ${article.slug}`, problems);
  const place = (path: readonly (string | number)[]) => path.join('.');

  const actors: ActorRecord[] = [];
  const mentions: ActorMentionRecord[] = [];
  const chain = draft.chain.map(({ actor, ...hop }, index): WrittenHop => {
    if (hop.source === undefined && hop.cue === undefined) {
      problems.add(place(['chain', index]), 'a hop needs the words that show it: source, cue or both.');
    }
    if ('slug' in actor) return { ...hop, actor: actor.slug };
    const { kind, name, slug } = actor.new;
    const found = locator.all(name, place(['chain', index, 'newActor', 'name']));
    const [first] = found;
    if (!first) return { ...hop, actor: 'nobody' };
    const quote = text.quote(first);
    const ownSlug = slug ?? slugOf(quote.exact);
    const id = identify('Actor', ownSlug);
    actors.push({ id, slug: ownSlug, name: quote.exact, kind, nameKey: nameKey(quote.exact, kind) });
    mentions.push({ actorId: id, quoteId: quote.id, kind: 'NAME' });
    return { ...hop, actor: ownSlug };
  });
  const recorder = new StatementRecorder({
    text,
    locator,
    problems,
    place,
    actor: (slug) => identify('Actor', slug),
  });
  const { chain: _, ...written } = draft;
  const statement = recorder.statement({ ...written, ...(chain.length > 0 ? { chain } : {}) }, [], article.voice);
  problems.throwIfAny();
  if (!statement) throw new VerbatimError('BAD_USER_INPUT', 'The statement cannot be recorded. Nothing was changed.');
  return { statement, quotes: text.quotes, dates: recorder.dates, actors, mentions };
}
