import { paragraphs } from '../text/paragraphs.ts';
import { quotations } from '../text/quotations.ts';
import { sentences } from '../text/sentences.ts';
import { bySpan, type Span } from '../text/span.ts';
import { dateOfSaying } from './dates/date-of-saying.ts';
import { findDates } from './dates/find-dates.ts';
import type { FoundDate } from './dates/found-date.ts';
import { attributionsOf } from './attributions-of.ts';
import type { ExtractedHop, ExtractedStatement, Extraction, Reason } from './extraction.ts';
import { findFurniture, type Furniture } from './furniture/find-furniture.ts';
import { furtherSources } from './further-sources/further-sources.ts';
import { resolveSpeakers, type ResolvedSpeakers } from './speakers/resolve-speakers.ts';
import { certaintyOf } from './statements/certainty.ts';
import { chainOf, type PlacedSource } from './statements/chain.ts';
import { isSaid } from './statements/is-said.ts';
import { nesting } from './statements/nesting.ts';
import { polarityOf, type Judgement } from './statements/polarity.ts';
import { statementContent } from './statements/statement-content.ts';
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
  const furniture = findFurniture(text, article.paragraphs);
  const attributions = attributionsOf(article, furniture);
  let at = attributions.length;
  const further = furtherSources(article, attributions).map((all) => all.map((one) => ({ ...one, at: at++ })));
  const resolved = resolveSpeakers(text, [
    ...attributions,
    ...further.flat().map(({ source }) => ({ source: [source], cue: [], content: [] })),
  ]);
  const dates = findDates(text, published ?? null);
  const { parents, relays } = nesting(attributions);
  const parts = { text, attributions, parents, further, resolved };
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
          ...speakerReason(text, chain.at(-1), resolved, [
            index,
            ...(further[index] ?? []).map((one) => one.at),
            parents[index] ?? -1,
          ]),
          ...(chain.length > 1 ? chainReason(text, attributions[parents[index] ?? -1], further[index]) : []),
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
    furniture,
    narration: narrationOf(article, attributions, furniture),
  };
}

const wordsOf = (text: string, spans: readonly Span[]): string =>
  spans.map(({ start, end }) => text.slice(start, end)).join(' ');

const begin = ({ content }: ExtractedStatement): number => content[0]?.start ?? 0;

/** @param places of those who may be the speaker, in `resolved.speakers` */
function speakerReason(
  text: string,
  speaker: ExtractedHop | undefined,
  { speakers }: ResolvedSpeakers,
  places: readonly number[],
): Reason[] {
  const by = places.map((place) => speakers[place]).find((one) => one && one.actor === speaker?.actor);
  return by && speaker
    ? [{ aspect: 'SPEAKER', step: by.step, words: speaker.source && wordsOf(text, [speaker.source]) }]
    : [];
}

function chainReason(
  text: string,
  parent: Attribution | undefined,
  further: readonly PlacedSource[] | undefined,
): Reason[] {
  if (parent) {
    return [{ aspect: 'CHAIN', step: 'stands within what another one says', words: wordsOf(text, parent.source) }];
  }
  return (further ?? []).map(({ step, source }) => ({ aspect: 'CHAIN', step, words: wordsOf(text, [source]) }));
}

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

/** The sentences of the article that share nothing with what anybody says. */
function narrationOf(
  { sentences: all }: ReadArticle,
  attributions: readonly Attribution[],
  furniture: readonly Furniture[],
): Span[] {
  const said = attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
  const taken = [...said, ...furniture].sort(bySpan);
  let [next, reach] = [0, 0];
  return all.filter((sentence) => {
    while (next < taken.length && (taken[next]?.start ?? 0) < sentence.end) {
      reach = Math.max(reach, taken[next]?.end ?? 0);
      next++;
    }
    return reach <= sentence.start;
  });
}
