import { checkQuotation } from '../src/store/read/check-quotation.ts';
import { machine, quantile, say, writeResult, type Bench } from './run.ts';
import { editWords, EDITS } from './synthetic/edits.ts';
import { Random } from './synthetic/random.ts';

/** Of so many questions one is asked of the trigrams too, which take long. */
const EVERY = 8;
/** How many quotations are checked, and how many that nobody said. */
const CHECKED = 1_500;
const UNSAID = 200;
/** Among so many answers the right one has to be. */
const FIRST = 5;

interface Question {
  readonly text: string;
  readonly kind: string;
  /** Whether more than a third of its words were changed, or even a careful reader may miss where it comes from. */
  readonly isHard: boolean;
  /** The act of saying that the words come from; null for words that nobody said. */
  readonly utterance: string | null;
}

const LEAST_HARD = 1 / 3;

interface Outcome {
  readonly milliseconds: number;
  readonly isFound: boolean;
}

/**
 * Checks quotations against a corpus, and in the same run by the obvious search by trigrams (pg_trgm) over a table of all
 * quotations: how long each takes, and how often it finds where a changed quotation comes from.
 */
export async function checkAgainstTrigrams({ store, pool }: Bench): Promise<void> {
  await pool.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm;
    CREATE TABLE quotation AS SELECT row_number() OVER () AS number, q.exact, t.utterance
      FROM statement_content c JOIN quote q ON q.id = c.quote_id JOIN truth t USING (statement_id);
    CREATE INDEX ON quotation USING gin (exact gin_trgm_ops)`);
  await pool.query('VACUUM ANALYZE');
  const { rows: counted } = await pool.query<{ quotations: string; articles: string; size: string }>(
    `SELECT count(*) AS quotations, (SELECT count(*) FROM article) AS articles, pg_size_pretty(pg_total_relation_size('quotation')) AS size FROM quotation`,
  );
  const sizes = counted[0] ?? { quotations: '0', articles: '0', size: '' };
  const questions = await makeQuestions(pool, Number(sizes.quotations));
  const client = await pool.connect();
  const [ours, theirs]: [Outcome[], (Outcome | null)[]] = [[], []];
  try {
    say(`${String(questions.length)} questions: asking checkQuote`);
    for (const question of questions.slice(0, 50)) await askUs(question);
    for (const question of questions) ours.push(await askUs(question));
    const ourTime = (part: number) =>
      quantile(
        ours.map(({ milliseconds }) => milliseconds),
        part,
      ).toFixed(1);
    say(`checkQuote: median ${ourTime(0.5)} ms, 95th percentile ${ourTime(0.95)} ms; asking the trigrams`);
    // Behind all of ours: the trigrams read so much that they would push what we read out of memory.
    for (const [number, question] of questions.entries()) {
      theirs.push(number % EVERY === 0 ? await askTrigrams(question) : null);
    }
  } finally {
    client.release();
  }

  async function askUs({ text, utterance }: Question): Promise<Outcome> {
    const started = performance.now();
    const { matches } = await checkQuotation(store.sql, text);
    const milliseconds = performance.now() - started;
    if (utterance === null) return { milliseconds, isFound: matches.length > 0 };
    const { rows } = await pool.query<{ found: number }>(
      'SELECT count(*)::int AS found FROM truth WHERE statement_id = ANY ($1) AND utterance = $2',
      [matches.slice(0, FIRST).flatMap(({ statements }) => statements.map(({ id }) => id)), utterance],
    );
    return { milliseconds, isFound: (rows[0]?.found ?? 0) > 0 };
  }

  async function askTrigrams({ text, utterance }: Question): Promise<Outcome> {
    const started = performance.now();
    const { rows } = await client.query<{ utterance: string }>({
      name: 'trigrams',
      text: `SELECT utterance FROM quotation WHERE exact % $1 ORDER BY similarity(exact, $1) DESC LIMIT ${String(FIRST)}`,
      values: [text],
    });
    const milliseconds = performance.now() - started;
    const isFound = utterance === null ? rows.length > 0 : rows.some((row) => row.utterance === utterance);
    return { milliseconds, isFound };
  }

  const isAsked = (index: number) => theirs[index] !== null;
  const recall = (outcomes: readonly (Outcome | null)[], of: (question: Question, index: number) => boolean) => {
    const some = outcomes.filter(
      (outcome, index) => outcome !== null && questions[index] !== undefined && of(questions[index], index),
    );
    return some.length === 0
      ? '–'
      : `${((100 * some.filter((outcome) => outcome?.isFound).length) / some.length).toFixed(1)} %`;
  };
  const time = (outcomes: readonly (Outcome | null)[], part: number) =>
    quantile(
      outcomes.flatMap((outcome) => outcome?.milliseconds ?? []),
      part,
    ).toFixed(1);
  const isMain = ({ isHard, utterance }: Question) => !isHard && utterance !== null;
  const isHardPart = ({ isHard, utterance }: Question) => isHard && utterance !== null;
  const isUnsaid = ({ utterance }: Question) => utterance === null;
  const kinds = [...new Set(questions.map(({ kind }) => kind))];
  const lines = [
    '# Checking a quotation, beside a search by trigrams',
    '',
    `${Number(sizes.quotations).toLocaleString('en')} quotations in ${Number(sizes.articles).toLocaleString('en')} made-up articles on PostgreSQL; ${String(questions.length)} questions, in one run.`,
    `checkQuote looks through all texts, not only through quotations; pg_trgm through a table of the quotations alone (${sizes.size} with its index): \`exact % $1 ORDER BY similarity\`.`,
    `Repeat by \`npm run bench -- growth\`. Machine: ${machine()}.`,
    '',
    `Every ${String(EVERY)}th question was asked of both (${String(theirs.filter(Boolean).length)}): first checkQuote all of them, then the trigrams.`,
    '',
    '| | checkQuote, all | checkQuote, asked of both | pg_trgm |',
    '| --- | --: | --: | --: |',
    ...[0.5, 0.95, 0.99].map(
      (part) =>
        `| ${part === 0.5 ? 'median' : `${String(100 * part)}th percentile`}, ms | ${time(ours, part)} | ${time(
          ours.filter((_, index) => isAsked(index)),
          part,
        )} | ${time(theirs, part)} |`,
    ),
    ...(
      [
        ['found where it comes from, edits of up to a third', isMain],
        ['found where it comes from, hard part', isHardPart],
        ['found something for words that nobody said (less is better)', isUnsaid],
      ] as const
    ).map(
      ([name, of]) =>
        `| ${name} | ${recall(ours, of)} | ${recall(ours, (question, index) => of(question) && isAsked(index))} | ${recall(theirs, of)} |`,
    ),
    '',
    '| what was done to the words | questions | checkQuote | pg_trgm |',
    '| --- | --: | --: | --: |',
    ...kinds.map(
      (kind) =>
        `| ${kind} | ${String(questions.filter((question) => question.kind === kind).length)} | ${recall(ours, (question) => question.kind === kind)} | ${recall(theirs, (question) => question.kind === kind)} |`,
    ),
    '',
  ];
  await writeResult('check.md', lines.join('\n'));
  say(lines.join('\n'));
}

/** Quotations of the corpus, whole or in part, each changed in one of the ways; and words put together anew. */
export async function makeQuestions(pool: Bench['pool'], quotations: number): Promise<Question[]> {
  const random = new Random(11);
  const numbers = Array.from({ length: CHECKED }, () => random.integer(1, quotations));
  const { rows } = await pool.query<{ exact: string; utterance: string }>(
    'SELECT exact, utterance FROM unnest($1::bigint[]) WITH ORDINALITY AS n (number, place) JOIN quotation USING (number) ORDER BY place',
    [numbers],
  );
  const quotes = rows.filter(({ exact }) => exact.split(/\s+/).length >= 6);
  const edited = quotes.map(({ exact, utterance }, index): Question => {
    const words = exact.split(' ');
    if (index % 5 === 0 && words.length >= 9) {
      const start = random.integer(0, words.length - 7);
      return { text: words.slice(start, start + 6).join(' '), kind: 'PART', isHard: false, utterance };
    }
    const { words: text, edit, isHard, editedShare } = editWords(exact, random, EDITS);
    const isPart = edit === 'TRUNCATED' || edit === 'ELLIPSIS' || edit === 'EDITORIAL_INSERTION';
    return { text, kind: edit, isHard: isHard || (!isPart && editedShare > LEAST_HARD), utterance };
  });
  const unsaid = quotes.slice(0, UNSAID).map(({ exact }, index): Question => {
    const others = [exact, ...[1, 2, 3, 4].map((step) => quotes[(index * 7 + step * 31) % quotes.length]?.exact ?? '')];
    const words = others.flatMap((other) => random.shuffle(other.split(' ')).slice(0, 3));
    return { text: random.shuffle(words).join(' '), kind: 'NOT SAID', isHard: false, utterance: null };
  });
  return random.shuffle([...edited, ...unsaid]);
}
