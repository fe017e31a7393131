import { nameKey } from '../../src/domain/name-key.ts';
import { identify, ownUtterance } from '../../src/domain/identity.ts';
import type {
  ActorMentionRecord,
  ActorRecord,
  ArticleRecord,
  CorpusRecords,
  CreditRecord,
  DateRecord,
  HopRecord,
  QuoteRecord,
  StatementRecord,
  UtteranceRecord,
  VersionRecord,
} from '../../src/domain/records.ts';
import { ArticleText } from '../../src/ingest/article-text.ts';
import type { SyntheticArticle, SyntheticQuotation } from './article.ts';

/** How sure an extractor is that somebody said the words. */
const CONFIDENCE = { DIRECT: 0.95, MIXED: 0.9, INDIRECT: 0.8, NARRATION: 0.6 } as const;

/**
 * Records of made-up articles as an extractor would leave them: every statement proposed, and the rendering of an utterance of its
 * own. Which renderings belong together, and which article was made from which, is left out: that is to be found.
 */
export function toRecords(articles: readonly SyntheticArticle[]): CorpusRecords {
  const parts = articles.map(recordArticle);
  return {
    articles: parts.map(({ article }) => article),
    versions: parts.map(({ version }) => version),
    quotes: parts.flatMap(({ quotes }) => quotes),
    anchors: [],
    dates: parts.flatMap(({ date }) => date ?? []),
    actors: [...new Map(parts.flatMap(({ actors }) => actors).map((actor) => [actor.id, actor])).values()],
    actorMentions: parts.flatMap(({ mentions }) => mentions),
    events: [],
    participants: [],
    eventMentions: [],
    utterances: parts.flatMap(({ utterances }) => utterances),
    statements: parts.flatMap(({ statements }) => statements),
    relations: [],
    credits: parts.map(({ credit }) => credit),
    furniture: [],
    derivations: [],
  };
}

interface RecordedArticle {
  readonly article: ArticleRecord;
  readonly version: VersionRecord;
  readonly quotes: readonly QuoteRecord[];
  readonly date: DateRecord | null;
  readonly actors: readonly ActorRecord[];
  readonly mentions: readonly ActorMentionRecord[];
  readonly utterances: readonly UtteranceRecord[];
  readonly statements: readonly StatementRecord[];
  readonly credit: CreditRecord;
}

function recordArticle(synthetic: SyntheticArticle): RecordedArticle {
  const text = new ArticleText(synthetic.slug, 1, synthetic.text);
  const date = recordDate(text, synthetic);
  const voice: HopRecord = {
    actorId: identify('Actor', synthetic.publisher),
    role: 'PUBLISHER',
    cueId: null,
    sourceId: null,
  };
  const statements = synthetic.quotations.map((quotation) => recordStatement(text, quotation, voice));
  return {
    article: {
      id: text.articleId,
      slug: synthetic.slug,
      title: synthetic.title,
      titleQuoteId: text.quote({ start: 0, end: synthetic.title.length }).id,
      language: 'en',
      url: null,
      publishedId: date?.id ?? null,
    },
    version: text.version,
    date,
    actors: synthetic.actors.map((actor) => ({
      id: identify('Actor', actor.slug),
      ...actor,
      nameKey: nameKey(actor.name, actor.kind),
    })),
    mentions: synthetic.actors.flatMap(({ slug, name }): ActorMentionRecord[] => {
      const start = synthetic.text.indexOf(name);
      if (start === -1) return [];
      return [
        { actorId: identify('Actor', slug), quoteId: text.quote({ start, end: start + name.length }).id, kind: 'NAME' },
      ];
    }),
    utterances: statements.map(({ utteranceId, speakerId, saidId }) => ({ id: utteranceId, speakerId, saidId })),
    statements,
    credit: {
      articleId: text.articleId,
      role: 'PUBLISHER',
      actorId: voice.actorId,
      quoteId: text.quote(synthetic.credit).id,
    },
    // Last: the parts above take quotes from the text as they need them.
    quotes: text.quotes,
  };
}

function recordDate(text: ArticleText, { publishedDaysSinceEpoch, publishedAt }: SyntheticArticle): DateRecord | null {
  if (publishedDaysSinceEpoch === undefined || publishedAt === null) return null;
  const earliest = new Date(publishedDaysSinceEpoch * DAY);
  const value = earliest.toISOString().slice(0, '2005-03-10'.length);
  const quoteIds = [text.quote(publishedAt).id];
  return {
    id: identify('SourcedDate', value, 'STATED', null, ...quoteIds),
    value,
    earliest,
    latest: new Date(earliest.getTime() + DAY - 1),
    basis: 'STATED',
    reasoning: null,
    quoteIds,
  };
}

const DAY = 86_400_000;

function recordStatement(text: ArticleText, quotation: SyntheticQuotation, voice: HopRecord): StatementRecord {
  const { mode, parts, cue, source } = quotation;
  const quotes = parts.map((part) => text.quote(part));
  const contentIds = quotes.map(({ id }) => id);
  const words = quotes.map(({ exact }) => exact).join(' ');
  const speakerId = identify('Actor', quotation.speaker);
  const speaker: HopRecord = {
    actorId: speakerId,
    role: 'SPEAKER',
    cueId: cue && text.quote(cue).id,
    sourceId: source && text.quote(source).id,
  };
  const chain = mode === 'NARRATION' ? [voice] : [voice, speaker];
  const id = identify(
    'Statement',
    text.version.id,
    JSON.stringify([words, mode, 'AFFIRMED', 'CERTAIN', contentIds, chain, null]),
  );
  return {
    id,
    articleId: text.articleId,
    position: quotes[0]?.start ?? 0,
    text: words,
    mode,
    polarity: 'AFFIRMED',
    certainty: 'CERTAIN',
    speakerId,
    utteranceId: ownUtterance(id),
    utteranceOrigin: 'EXTRACTED',
    saidId: null,
    origin: 'EXTRACTED',
    review: 'PROPOSED',
    confidence: CONFIDENCE[mode],
    contentIds,
    chain,
    events: [],
  };
}
