import { matchInPlace } from '../../compare/match-in-place.ts';
import { quotationMatcher, type QuotationMatch, type QuotationMatcher } from '../../compare/match-quotation.ts';
import type { QuoteVerdict, SpeakerVerdict } from '../../domain/vocabulary.ts';
import { VerbatimError } from '../../domain/errors.ts';
import { groupBy } from '../../domain/group-by.ts';
import { CodePoints } from '../../text/code-points.ts';
import type { Span } from '../../text/span.ts';
import { assertStorable } from '../../text/storable.ts';
import type { SqlClient, SqlStatement } from '../sql.ts';
import { STANDING } from './details.ts';
import { ENTITIES } from './entities.ts';
import { findPassages, type PassageRow } from './find-passages.ts';
import { quoteTaker } from './quote-at.ts';
import type { QuoteRow, StatementRow } from './rows.ts';

/** What is known of a quotation that somebody uses. */
export interface QuotationCheck {
  readonly verdict: QuoteVerdict;
  /** Whether it is given to the right speaker; null when nobody asked. */
  readonly speaker: SpeakerVerdict | null;
  /** Whether a place that holds the words themselves cannot have been missed. */
  readonly isExhaustive: boolean;
  /** Best first. */
  readonly matches: readonly QuoteMatchRow[];
}

/** A place that the words come from, and what became of them on the way to the quotation. */
export interface QuoteMatchRow extends Omit<QuotationMatch, 'span'> {
  readonly quote: QuoteRow;
  /** The standing statements to whose content most of it belongs. */
  readonly statements: readonly SpokenStatementRow[];
  /**
   * False for an article that was made from another one in which the words are different: it shows that they were written,
   * not that they were said.
   */
  readonly isWitness: boolean;
}

/** A statement with the speaker of its utterance: the innermost source that any rendering of it names. */
interface SpokenStatementRow extends StatementRow {
  readonly utteranceSpeakerId: string;
}

/** The longest quotation that is checked, in UTF-16 code units. */
const LONGEST_CHECKED = 5_000;
/** Matches that are nearly as much alike as the best one tell as much of the speaker. */
const NEARLY = 0.8;
/** The sentences before and behind one that may hold part of the words. */
const AROUND = 1;

/**
 * Whether a quotation is in the corpus, and word for word: against the texts of all versions of all articles, whether or not
 * anybody has made a statement of the place.
 *
 * VERBATIM needs a witness, a text that has the same words but for typography and punctuation, and is not itself made from
 * another one in which they are different.
 *
 * @param speakerId the actor whom somebody gives the words to, if that is to be checked too
 * @throws VerbatimError BAD_USER_INPUT when it is empty or too long, or cannot be stored in any text
 */
export async function checkQuotation(
  sql: SqlClient,
  quotation: string,
  speakerId: string | null = null,
): Promise<QuotationCheck> {
  assertStorable(quotation, 'the quotation');
  if (!/[\p{L}\p{N}]/u.test(quotation)) {
    throw new VerbatimError('BAD_USER_INPUT', 'The quotation holds no word. Give the words that are to be checked.');
  }
  if (quotation.length > LONGEST_CHECKED) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `The quotation has ${String(quotation.length)} characters, more than ${String(LONGEST_CHECKED)}. Check it in parts.`,
    );
  }
  const { passages, isExhaustive } = await findPassages(sql, quotation);
  const match = quotationMatcher(quotation);
  const found = passages.flatMap((passage) => matchIn(match, passage) ?? []);
  // Both at once: few texts were made from others.
  const [matches, ofFound] = await Promise.all([
    withSources(sql, quotation, match, found),
    statementsOf(
      sql,
      found.map(({ quote }) => quote),
    ),
  ]);
  const known = new Set(found.map(({ quote }) => quote.id));
  const behind = matches.map(({ quote }) => quote).filter(({ id }) => !known.has(id));
  const statements = new Map([...ofFound, ...(await statementsOf(sql, behind))]);
  const rows = matches
    .map((match) => ({ ...match, statements: statements.get(match.quote.id) ?? [] }))
    .sort(
      (a, b) =>
        Number(b.isWitness) - Number(a.isWitness) ||
        Number(b.isVerbatim) - Number(a.isVerbatim) ||
        b.similarity - a.similarity ||
        Number(b.statements.length > 0) - Number(a.statements.length > 0),
    );
  return { verdict: verdictOf(rows), speaker: speakerVerdict(rows, speakerId), isExhaustive, matches: rows };
}

/** Who says it where the words stand as they are, if they do anywhere; else where they are most like them. */
function speakerVerdict(matches: readonly QuoteMatchRow[], speakerId: string | null): SpeakerVerdict | null {
  if (speakerId === null) return null;
  const verbatim = matches.filter(({ isVerbatim, isWitness }) => isVerbatim && isWitness);
  const likest = Math.max(...matches.map(({ similarity }) => similarity));
  const telling = verbatim.length > 0 ? verbatim : matches.filter(({ similarity }) => similarity >= NEARLY * likest);
  const statements = telling.flatMap((match) => match.statements);
  if (statements.length === 0) return 'UNKNOWN';
  const isSaidBy = (row: SpokenStatementRow) => row.speakerId === speakerId || row.utteranceSpeakerId === speakerId;
  return statements.some(isSaidBy) ? 'CONFIRMED' : 'OTHER_SPEAKER';
}

function verdictOf(matches: readonly QuoteMatchRow[]): QuoteVerdict {
  if (matches.some(({ isVerbatim, isWitness }) => isVerbatim && isWitness)) return 'VERBATIM';
  return matches.length > 0 ? 'ALTERED' : 'NOT_FOUND';
}

type FoundMatch = Omit<QuoteMatchRow, 'statements'>;

/** The best match in a text, among the stretches of it that may hold the words. */
function matchIn(matcher: QuotationMatcher, passage: PassageRow): FoundMatch | null {
  const codePoints = new CodePoints(passage.text);
  const best = regions(passage, codePoints)
    .flatMap((region) => {
      const match = matcher(passage.text.slice(region.start, region.end));
      return match ? [{ match, offset: region.start }] : [];
    })
    .sort(
      (a, b) => Number(b.match.isVerbatim) - Number(a.match.isVerbatim) || b.match.similarity - a.match.similarity,
    )[0];
  if (!best) return null;
  const { span, ...match } = best.match;
  const take = quoteTaker({ id: passage.versionId, articleId: passage.articleId, text: passage.text });
  return {
    ...match,
    quote: take({ start: best.offset + span.start, end: best.offset + span.end }),
    isWitness: true,
  };
}

/** Sentences that may hold the words with those around them, joined where they meet; UTF-16 code units. */
function regions({ text, sentences, sentenceStarts, sentenceEnds }: PassageRow, codePoints: CodePoints): Span[] {
  if (sentences === null) return [{ start: 0, end: text.length }];
  const last = sentenceStarts.length - 1;
  const found: { first: number; last: number }[] = [];
  for (const sentence of [...sentences].sort((a, b) => a - b)) {
    const [from, to] = [Math.max(0, sentence - AROUND), Math.min(last, sentence + AROUND)];
    const previous = found.at(-1);
    if (previous && from <= previous.last + 1) previous.last = to;
    else found.push({ first: from, last: to });
  }
  return found.map((region) => ({
    start: codePoints.toUtf16(sentenceStarts[region.first] ?? 0),
    end: codePoints.toUtf16(sentenceEnds[region.last] ?? codePoints.length),
  }));
}

const SOURCES: SqlStatement = {
  name: 'sources-behind-quotes',
  text: `SELECT DISTINCT ON (m.number, other.id) m.number, other.version_id AS "versionId", other.article_id AS "articleId",
     other.start_utf16 AS start, other.end_utf16 AS "end", v.text, own.start_utf16 AS "ownStart", own.exact AS "ownWords"
   FROM unnest($1::int[], $2::uuid[], $3::uuid[], $4::int[], $5::int[]) AS m (number, article_id, version_id, start_offset, end_offset)
   JOIN derivation d ON d.article_id = m.article_id AND d.withdrawn_in IS NULL
   JOIN LATERAL (
     SELECT left_id AS own_id, right_id AS other_id FROM shared_passage
     WHERE left_article_id = d.article_id AND right_article_id = d.source_id AND withdrawn_in IS NULL
     UNION ALL
     SELECT right_id, left_id FROM shared_passage
     WHERE right_article_id = d.article_id AND left_article_id = d.source_id AND withdrawn_in IS NULL
   ) p ON true
   JOIN quote own ON own.id = p.own_id AND own.version_id = m.version_id
     AND own.start_offset < m.end_offset AND m.start_offset < own.end_offset
   JOIN quote other ON other.id = p.other_id JOIN article_version v ON v.id = other.version_id
   ORDER BY m.number, other.id`,
};

/**
 * Adds what stands in the articles from which those that have the words were made. A text that was made from one in which
 * they are different is no witness.
 */
async function withSources(
  sql: SqlClient,
  quotation: string,
  matcher: QuotationMatcher,
  found: readonly FoundMatch[],
): Promise<FoundMatch[]> {
  if (found.length === 0) return [];
  const quotes = found.map(({ quote }) => quote);
  const rows = await sql.query<SourceRow>(SOURCES, [
    quotes.map((_, index) => index),
    quotes.map(({ articleId }) => articleId),
    quotes.map(({ versionId }) => versionId),
    quotes.map(({ start }) => start),
    quotes.map(({ end }) => end),
  ]);
  const behind = rows.flatMap((row) => {
    const words = row.text.slice(row.start, row.end);
    const { startUtf16 = 0, endUtf16 = 0 } = quotes[row.number] ?? {};
    const span = { start: startUtf16 - row.ownStart, end: endUtf16 - row.ownStart };
    const match = matcher(words, true) ?? matchInPlace(quotation, row.ownWords, span, words);
    return match && !match.isVerbatim ? [{ row, match }] : [];
  });
  const derived = new Set(behind.map(({ row }) => row.number));
  const matches = new Map(
    found.map((match, number) => [match.quote.versionId, { ...match, isWitness: !derived.has(number) }]),
  );
  for (const { row, match } of behind) {
    if (matches.has(row.versionId)) continue;
    const { span, ...rest } = match;
    const take = quoteTaker({ id: row.versionId, articleId: row.articleId, text: row.text });
    const quote = take({ start: row.start + span.start, end: row.start + span.end });
    matches.set(row.versionId, { ...rest, quote, isWitness: true });
  }
  return [...matches.values()];
}

/** A passage of an article that others were made from; `number` is that of the match in the other one. */
interface SourceRow extends Span {
  readonly number: number;
  readonly versionId: string;
  readonly articleId: string;
  readonly text: string;
  /** The passage that was made from it. */
  readonly ownStart: number;
  readonly ownWords: string;
}

const STATEMENTS: SqlStatement = {
  name: 'statements-of-spans',
  text: `SELECT DISTINCT ON (m.id, s.article_ordinal, s.position, s.id) m.id AS "ownerId", ${ENTITIES.Statement.columns},
     standing_actor(u.speaker_id) AS "utteranceSpeakerId"
   FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[]) AS m (id, version_id, start_offset, end_offset)
   JOIN quote q ON q.version_id = m.version_id AND q.start_offset < m.end_offset AND m.start_offset < q.end_offset
     AND 2 * (least(q.end_offset, m.end_offset) - greatest(q.start_offset, m.start_offset)) >= m.end_offset - m.start_offset
   JOIN statement_content c ON c.quote_id = q.id
   JOIN statement s ON s.id = c.statement_id AND s.review IN ${STANDING}
   JOIN utterance u ON u.id = s.utterance_id
   ORDER BY m.id, s.article_ordinal, s.position, s.id`,
};

async function statementsOf(sql: SqlClient, quotes: readonly QuoteRow[]): Promise<Map<string, SpokenStatementRow[]>> {
  if (quotes.length === 0) return new Map();
  const rows = await sql.query<SpokenStatementRow & { readonly ownerId: string }>(STATEMENTS, [
    quotes.map(({ id }) => id),
    quotes.map(({ versionId }) => versionId),
    quotes.map(({ start }) => start),
    quotes.map(({ end }) => end),
  ]);
  return groupBy(rows, ({ ownerId }) => ownerId);
}
