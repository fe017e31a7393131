import type { VariablesOf } from 'gql.tada';
import type { SelectorIndex } from '../../../../src/anchor/find-selector.ts';
import { selectorOfSpan } from '../../../../src/anchor/selector-of-span.ts';
import type { Span } from '../../../../src/text/span.ts';
import type { EvidenceMark } from '../../parts/marked-text.tsx';
import type { Marked } from '../../text/runs.ts';
import type { CorrectMutation, Proposal, ProposalWords } from './documents.ts';

type StatementInput = VariablesOf<typeof CorrectMutation>['statement'];
type Selector = StatementInput['content'][number];
type HopRole = Proposal['attribution'][number]['role'];
type SaidDate = NonNullable<Proposal['said']>;

/** An actor of a chain: one that is known. */
export interface DraftActor {
  readonly slug: string;
  readonly name: string;
}

/** A link of a chain behind the article's own voice. */
export interface DraftHop {
  /** Null until somebody is chosen. */
  readonly actor: DraftActor | null;
  readonly role: HopRole;
  readonly source: Span | null;
  readonly cue: Span | null;
}

/** A statement as somebody corrects it. Spans are UTF-16 code units of the article's current text. */
export interface Draft {
  readonly text: string;
  readonly mode: Proposal['mode'];
  readonly polarity: Proposal['polarity'];
  readonly certainty: Proposal['certainty'];
  readonly content: readonly Span[];
  readonly hops: readonly DraftHop[];
  /** When it was said; null where the text does not tell. */
  readonly said: (Omit<SaidDate, 'quotes'> & { readonly quotes: readonly Span[] }) | null;
}

/** What is proposed, to begin with. Words that are gone from the current text are left out. */
export function draftOf({ article, attribution, quotes, said, ...proposal }: Proposal): Draft {
  const { number } = article.currentVersion;
  const { text, mode, polarity, certainty } = proposal;
  const saidQuotes = said?.quotes.flatMap((quote) => spanIn(quote, number) ?? []) ?? [];
  return {
    text,
    mode,
    polarity,
    certainty,
    content: quotes.flatMap((quote) => spanIn(quote, number) ?? []),
    hops: attribution.slice(1).map(({ actor, role, source, cue }) => ({
      actor: { slug: actor.slug, name: actor.name },
      role,
      source: source && spanIn(source, number),
      cue: cue && spanIn(cue, number),
    })),
    said: said && saidQuotes.length > 0 ? { ...said, quotes: saidQuotes } : null,
  };
}

/** Where words stand in the current version: taken from it, or found again in it. */
function spanIn({ version, anchor, ...own }: ProposalWords, current: number): Span | null {
  const here = version.number === current ? own : anchor.quote;
  return here && { start: here.startUtf16, end: here.endUtf16 };
}

/** All words of a draft, for showing them in the text. */
export const marksOf = ({ content, hops }: Draft): Marked<EvidenceMark>[] => [
  ...content.map((span) => ({ ...span, mark: 'content' as const })),
  ...hops.flatMap(({ source, cue }) => [
    ...(source ? [{ ...source, mark: 'source' as const }] : []),
    ...(cue ? [{ ...cue, mark: 'cue' as const }] : []),
  ]),
];

/**
 * What is sent for a draft.
 *
 * @param index of the current text
 * @returns what is still wrong with it, in place of that
 */
export function inputOf(draft: Draft, index: SelectorIndex): StatementInput | { readonly problem: string } {
  const { mode, content, hops, said } = draft;
  if (draft.text.trim() === '') return { problem: 'Say in one sentence what is asserted.' };
  if (content.length === 0) return { problem: 'Select the words that were said.' };
  const isNarrated = mode === 'NARRATION';
  if (!isNarrated && hops.length === 0) return { problem: 'Say who said it: words that are reported have a speaker.' };
  const problems: string[] = [];
  const selector = (span: Span): Selector => {
    const found = selectorOfSpan(index, span);
    if (!found) {
      problems.push(
        `“${index.text.slice(span.start, span.end)}” is cut within a word, or cannot be told from its like.`,
      );
    }
    return found ?? { exact: '' };
  };
  const attribution = (isNarrated ? [] : hops).map(({ actor, role, source, cue }) => {
    if (!actor) problems.push('Choose who is in each link of the chain.');
    else if (!source && !cue) problems.push(`Select the words that name ${actor.name}, or that tell that it was said.`);
    return {
      actor: actor?.slug ?? '',
      role,
      source: source && selector(source),
      cue: cue && selector(cue),
    };
  });
  const input: StatementInput = {
    text: draft.text,
    mode,
    polarity: draft.polarity,
    certainty: draft.certainty,
    content: content.map(selector),
    attribution,
    said: said && {
      value: said.value,
      basis: said.basis,
      reasoning: said.reasoning,
      quotes: said.quotes.map(selector),
    },
  };
  const [problem] = problems;
  return problem === undefined ? input : { problem };
}

/** The chain with another speaker at its end: who spoke before passes it on. */
export const withLink = (hops: readonly DraftHop[]): DraftHop[] => [
  ...hops.map((hop): DraftHop => (hop.role === 'SPEAKER' ? { ...hop, role: 'REPORTER' } : hop)),
  { actor: null, role: 'SPEAKER', source: null, cue: null },
];

/** The chain without one of its links: whoever is last then is the speaker. */
export const withoutLink = (hops: readonly DraftHop[], at: number): DraftHop[] =>
  hops.toSpliced(at, 1).map((hop, index, left) => (index === left.length - 1 ? { ...hop, role: 'SPEAKER' } : hop));
