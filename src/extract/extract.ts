import { paragraphs } from '../text/paragraphs.ts';
import { quotations } from '../text/quotations.ts';
import { sentences } from '../text/sentences.ts';
import { bySpan, type Span } from '../text/span.ts';
import { dateOfSaying } from './dates/date-of-saying.ts';
import { findDates } from './dates/find-dates.ts';
import type { FoundDate } from './dates/found-date.ts';
import type { ExtractedStatement, Extraction, Reason } from './extraction.ts';
import { findAttributions } from './attributions/find-attributions.ts';
import { resolveSpeakers, type ResolvedSpeakers } from './speakers/resolve-speakers.ts';
import { certaintyOf } from './statements/certainty.ts';
import { chainOf } from './statements/chain.ts';
import { isSaid } from './statements/is-said.ts';
import { nesting } from './statements/nesting.ts';
import { polarityOf, type Judgement } from './statements/polarity.ts';
import { quotedAs } from './statements/quoted-as.ts';
import { statementContent } from './statements/statement-content.ts';
import { addressee, withoutAddressee } from './statements/told-outlet.ts';
import { UNCUED_RULES } from './uncued/uncued-rules.ts';
import type { Attribution, ReadArticle } from './uncued/uncued-rule.ts';

/** What is known of an article besides its text. */
export interface ExtractOptions {
  /** When it was published, in EDTF; without it, what the text itself tells of it. */
  readonly published?: string;
}

/**
 * Who says what, in which words, via whom and when, in a plain English news text. The same text always gives the same answer;
 * no network, no clock and nothing outside the package is asked. The time it takes grows with the text's length.
 *
 * @param text as it was published: spans of the answer are UTF-16 code units of exactly this string
 * @throws VerbatimError UNAVAILABLE if the package's model cannot be read
 */
export function extract(text: string, { published }: ExtractOptions = {}): Extraction {
  const article: ReadArticle = {
    text,
    paragraphs: paragraphs(text),
    sentences: sentences(text),
    quotations: quotations(text),
  };
  const attributions = allAttributions(article);
  const addressees = addresseesOf(text, attributions);
  const resolved = resolveSpeakers(text, [
    ...attributions,
    ...addressees.map(({ span }) => ({ source: [span], cue: [], content: [] })),
  ]);
  const dates = findDates(text, published ?? null);
  const { parents, relays } = nesting(attributions);
  const parts = {
    attributions,
    parents,
    resolved,
    addressees: new Map(addressees.map(({ index, span }, at) => [index, { span, at: attributions.length + at }])),
  };
  const statements = attributions.flatMap((attribution, index): ExtractedStatement[] => {
    if (relays.has(index)) return [];
    const content = statementContent(text, attribution.content, article.quotations);
    const cue = wordsOf(text, attribution.cue);
    if (!content || !isSaid(cue, content.mode !== 'INDIRECT')) return [];
    if (content.mode === 'INDIRECT' && attribution.source.length + attribution.cue.length === 0) return [];
    const clause = wordsOf(text, content.spans.slice(0, content.mode === 'MIXED' ? 1 : undefined));
    const polarity = polarityOf(cue, clause);
    const certainty = certaintyOf(cue, clause);
    const said = dateOfSaying(text, attribution, dates);
    const chain = chainOf(index, parts);
    return [
      {
        mode: content.mode,
        content: content.spans,
        polarity: polarity.value,
        certainty: certainty.value,
        chain,
        said,
        confidence: attribution.confidence,
        reasons: [
          { aspect: 'SPANS', step: attribution.step, words: cue === '' ? null : cue },
          ...speakerReason(text, attribution, resolved, index),
          ...(chain.length > 1 ? [chainReason(text, attributions[parents[index] ?? -1])] : []),
          judged('POLARITY', polarity),
          judged('CERTAINTY', certainty),
          ...(said ? [saidReason(text, said)] : []),
        ],
      },
    ];
  });
  return {
    statements: statements.sort((a, b) => begin(a) - begin(b)),
    actors: resolved.actors,
    dates,
    narration: narrationOf(article, attributions),
  };
}

/** What the model finds, and then what the rules for words without a cue add to it; by place. */
function allAttributions(article: ReadArticle): Attribution[] {
  const found = findAttributions(article.text)
    .map(({ source, cue, content, confidence }): Attribution => ({ source, cue, content, confidence, step: 'model' }))
    .map((attribution) => withoutAddressee(article.text, attribution))
    .flatMap((attribution) => quotedAs(article.text, attribution));
  const all = UNCUED_RULES.reduce<readonly Attribution[]>((known, { apply }) => apply(article, known), found);
  return all
    .filter(({ content }) => content.length > 0)
    .sort((a, b) => bySpan(a.content[0] ?? NOWHERE, b.content[0] ?? NOWHERE));
}

const NOWHERE: Span = { start: 0, end: 0 };

const addresseesOf = (text: string, attributions: readonly Attribution[]) =>
  attributions.flatMap((attribution, index) => {
    const span = addressee(text, attribution);
    return span ? [{ index, span }] : [];
  });

const wordsOf = (text: string, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' ');

const begin = ({ content }: ExtractedStatement): number => content[0]?.start ?? 0;

function speakerReason(text: string, { source }: Attribution, { speakers }: ResolvedSpeakers, index: number): Reason[] {
  const speaker = speakers[index];
  return speaker ? [{ aspect: 'SPEAKER', step: speaker.step, words: wordsOf(text, source) }] : [];
}

const chainReason = (text: string, parent: Attribution | undefined): Reason =>
  parent
    ? { aspect: 'CHAIN', step: 'stands within what another one says', words: wordsOf(text, parent.source) }
    : { aspect: 'CHAIN', step: 'said to an outlet', words: null };

const judged = (aspect: Reason['aspect'], { value, because }: Judgement<string>): Reason => ({
  aspect,
  step: value,
  words: because,
});

const saidReason = (text: string, { span, reasoning }: FoundDate): Reason => ({
  aspect: 'SAID',
  step: reasoning ?? 'written out',
  words: text.slice(span.start, span.end),
});

/** The sentences that share nothing with what anybody says. */
function narrationOf({ sentences: all }: ReadArticle, attributions: readonly Attribution[]): Span[] {
  const taken = attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]).sort(bySpan);
  let [next, reach] = [0, 0];
  return all.filter((sentence) => {
    while (next < taken.length && (taken[next]?.start ?? 0) < sentence.end) {
      reach = Math.max(reach, taken[next]?.end ?? 0);
      next++;
    }
    return reach <= sentence.start;
  });
}
