import { VerbatimError } from '../../domain/errors.ts';
import type { DraftHop, StatementDraft } from '../build-statement.ts';
import type { AnnotatedArticle } from './annotated-article.ts';
import type { AnnotationTarget, IncomingAnnotation, NamedActor } from './incoming-annotation.ts';
import type { KnownActors } from './known-actors.ts';

/** With what annotations become statements. */
export interface Drafting {
  readonly article: AnnotatedArticle;
  readonly actors: KnownActors;
  /** Whether what tells no speaker is taken for the article's own voice. */
  readonly isNarration: boolean;
}

/**
 * The statement that an annotation makes, as a person writes it.
 *
 * @throws VerbatimError BAD_USER_INPUT when its words have not one place, or it does not tell who says them
 */
export function draftOf(annotation: IncomingAnnotation, { article, actors, isNarration }: Drafting): StatementDraft {
  const { text, targets, attribution, claim } = annotation;
  const { polarity, certainty, chain } = attribution;
  const spans = targets.map((target) => article.locate(target));
  const mode = attribution.mode ?? (isNarration && chain.length === 0 ? 'NARRATION' : null);
  if (mode === null) throw refused(chain.length === 0 ? WHO_SPEAKS : HOW);
  if ((mode === 'NARRATION') !== (chain.length === 0)) {
    throw refused(mode === 'NARRATION' ? 'mode:NARRATION is the article’s own voice, and has no speaker.' : WHO_SPEAKS);
  }
  if (attribution.mode === null && article.isQuoted(spans)) {
    throw refused(
      'its words stand within quotation marks, so they are somebody’s: tag it with who says them, or with mode:NARRATION.',
    );
  }
  const selectorOf = (target: AnnotationTarget) => article.selector(article.locate(target));
  /** Words of a tag: the nearest to the content count, which is for the builder to find. */
  const nearby = (target: AnnotationTarget) => (claim ? selectorOf(target) : withoutPosition(target));
  return {
    text,
    ...(mode === 'NARRATION' ? {} : { mode }),
    polarity,
    certainty,
    content: spans.map((span) => article.selector(span)),
    chain: chain.map(({ actor, role, source, cue }) => ({
      actor: draftActor(actor, article, actors),
      role,
      ...(source ? { source: nearby(source) } : {}),
      ...(cue ? { cue: nearby(cue) } : {}),
    })),
    ...(claim?.said
      ? {
          said: {
            value: claim.said.value,
            basis: claim.said.basis,
            ...(claim.said.reasoning === null ? {} : { reasoning: claim.said.reasoning }),
            quotes: claim.said.quotes.map(selectorOf),
          },
        }
      : {}),
  };
}

function withoutPosition({ words: { exact, prefix, suffix } }: AnnotationTarget) {
  return { exact, prefix, suffix };
}

/** An actor of the store, or a new one that the text names. */
function draftActor(named: NamedActor, article: AnnotatedArticle, actors: KnownActors): DraftHop['actor'] {
  const { slug, described } = named;
  if (actors.has(named)) return { slug };
  if (described && article.holds(described.name)) {
    const name = { exact: described.name, prefix: '', suffix: '' };
    return { new: { slug, kind: described.kind, name } };
  }
  throw refused(
    described
      ? `there is no actor ${slug} in this store, and its name ${JSON.stringify(described.name)} does not stand in the text. Add it with a statement of an article that names it.`
      : `there is no actor of the slug ${slug}. Name one that the store has, as Query.actors finds it.`,
  );
}

const WHO_SPEAKS =
  'it does not tell who says this. Tag it with mode:DIRECT, MIXED or INDIRECT and speaker:SLUG=WORDS (docs/imports.md), ' +
  'or with mode:NARRATION if it is the article’s own voice; --narration says so of all without such tags.';

const HOW = 'it names a speaker and does not tell how the words are given: tag it with mode:DIRECT, MIXED or INDIRECT.';

const refused = (message: string): VerbatimError => new VerbatimError('BAD_USER_INPUT', message);
