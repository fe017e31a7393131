import { describeQuote } from '../../anchor/describe.ts';
import type { QuoteRecord } from '../../domain/records.ts';
import { sha256 } from '../../domain/sha256.ts';
import { CodePoints } from '../../text/code-points.ts';
import { paragraphs } from '../../text/paragraphs.ts';
import type { SqlClient } from '../sql.ts';
import { NAMED_EXAMPLES, type Check } from './check.ts';

interface VersionRow {
  readonly id: string;
  readonly text: string;
  readonly length: number;
  readonly lengthUtf16: number;
  readonly sha256: string;
}

type QuoteRow = Omit<QuoteRecord, 'articleId' | 'versionId'>;

/** Texts and quotes, worked out again by this program, not by the database that keeps them. One text is in memory at a time. */
export const TEXT_CHECKS: readonly Check[] = [
  versionCheck('Every text has the hash and the lengths that are recorded of it.', (version) => {
    const { length } = new CodePoints(version.text);
    const isRight =
      version.sha256 === sha256(version.text) &&
      version.length === length &&
      version.lengthUtf16 === version.text.length;
    return Promise.resolve({ checked: 1, broken: isRight ? [] : [`version ${version.id}`] });
  }),
  versionCheck(
    'Every quote is its slice of its text, by code points and by UTF-16, with its context and paragraph.',
    async (version, sql) => {
      const text = new CodePoints(version.text);
      const parts = paragraphs(version.text);
      const quotes = await sql.query<QuoteRow>(QUOTES, [version.id]);
      const broken = quotes.filter((quote) => {
        const actual = describeQuote(text, parts, { start: quote.startUtf16, end: quote.endUtf16 });
        return (
          text.slice(quote.start, quote.end) !== quote.exact ||
          (Object.keys(actual) as (keyof typeof actual)[]).some((column) => actual[column] !== quote[column])
        );
      });
      return { checked: quotes.length, broken: broken.map(({ id }) => `quote ${id}`) };
    },
  ),
];

const VERSIONS = {
  name: 'verify-versions',
  text: `SELECT id, text, length, length_utf16 AS "lengthUtf16", sha256 FROM article_version WHERE id > $1::uuid ORDER BY id LIMIT 1`,
};
const QUOTES = {
  name: 'verify-quotes',
  text: `SELECT id, start_offset AS start, end_offset AS "end", start_utf16 AS "startUtf16", end_utf16 AS "endUtf16",
    exact, prefix, suffix, paragraph FROM quote WHERE version_id = $1::uuid`,
};
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

function versionCheck(
  name: string,
  look: (version: VersionRow, sql: SqlClient) => Promise<{ checked: number; broken: readonly string[] }>,
): Check {
  return {
    name,
    run: async (sql) => {
      let checked = 0;
      let broken = 0;
      const examples: string[] = [];
      for (let after = FIRST_ID; ;) {
        const [version] = await sql.query<VersionRow>(VERSIONS, [after]);
        if (!version) return { name, checked, broken, examples };
        const found = await look(version, sql);
        checked += found.checked;
        broken += found.broken.length;
        examples.push(...found.broken.slice(0, NAMED_EXAMPLES - examples.length));
        after = version.id;
      }
    },
  };
}
