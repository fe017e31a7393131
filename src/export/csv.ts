import type { ExportFormat } from './export-format.ts';
import type { ExportedQuote, ExportedStatement, VersionName } from './exported.ts';

type Cell = string | number | null;
interface Row {
  readonly statement: ExportedStatement;
  readonly quote: ExportedQuote;
  readonly version: VersionName;
  /** From 1. */
  readonly place: number;
}

/** The columns in their order. New ones come last, so that who counts columns is not misled. */
const COLUMNS: Readonly<Record<string, (row: Row) => Cell>> = {
  statement: ({ statement }) => statement.id,
  text: ({ statement }) => statement.text,
  mode: ({ statement }) => statement.mode,
  polarity: ({ statement }) => statement.polarity,
  certainty: ({ statement }) => statement.certainty,
  speaker: ({ statement }) => statement.speaker.slug,
  speaker_name: ({ statement }) => statement.speaker.name,
  speaker_kind: ({ statement }) => statement.speaker.kind,
  chain: ({ statement }) => statement.chain.map(({ role, actor }) => `${role}:${actor.slug}`).join(' > '),
  said: ({ statement }) => statement.said?.value ?? null,
  said_basis: ({ statement }) => statement.said?.basis ?? null,
  origin: ({ statement }) => statement.origin,
  review: ({ statement }) => statement.review,
  confidence: ({ statement }) => statement.confidence,
  evidence: ({ statement }) => statement.evidence,
  utterance: ({ statement }) => statement.utteranceId,
  revision: ({ statement }) => statement.revision,
  article: ({ statement }) => statement.article.slug,
  article_title: ({ statement }) => statement.article.title,
  article_url: ({ statement }) => statement.article.url,
  article_language: ({ statement }) => statement.article.language,
  article_published: ({ statement }) => statement.article.published,
  version: ({ quote }) => quote.versionId,
  version_number: ({ version }) => version.number,
  version_sha256: ({ version }) => version.sha256,
  quote: ({ quote }) => quote.id,
  quote_place: ({ place }) => place,
  quotes: ({ statement }) => statement.content.length,
  start: ({ quote }) => quote.start,
  end: ({ quote }) => quote.end,
  start_utf16: ({ quote }) => quote.startUtf16,
  end_utf16: ({ quote }) => quote.endUtf16,
  exact: ({ quote }) => quote.exact,
  prefix: ({ quote }) => quote.prefix,
  suffix: ({ quote }) => quote.suffix,
};

/** A row for each statement and quote, as RFC 4180 has it, in UTF-8. */
export const CSV: ExportFormat = {
  extension: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  write: async function* ({ statements }) {
    yield line(Object.keys(COLUMNS));
    const cells = Object.values(COLUMNS);
    for await (const statement of statements()) {
      yield statement.content
        .map(({ quote, version }, index) =>
          line(cells.map((of) => of({ statement, quote, version, place: index + 1 }))),
        )
        .join('');
    }
  },
};

/**
 * What spreadsheets take for the beginning of a formula, or skip before one (OWASP, CSV Injection), and the apostrophe itself: so
 * that one apostrophe at the beginning of a cell was never there, and taking it away gives the very text.
 */
const MISTAKEN = /^['=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

const line = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`;

/** Every text is in quotation marks, whatever is in it. */
function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return `"${(MISTAKEN.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
}
