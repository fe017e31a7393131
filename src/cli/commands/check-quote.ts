import { buffer } from 'node:stream/consumers';
import pc from 'picocolors';
import { VerbatimError } from '../../domain/errors.ts';
import { checkQuotation } from '../../store/read/check-quotation.ts';
import { corpusState } from '../../store/read/details.ts';
import { findActorId } from '../../store/read/entities.ts';
import { lineAndColumn } from '../../text/lines.ts';
import { quotations } from '../../text/quotations.ts';
import { checkByServer } from '../check-report/check-by-server.ts';
import { describeCheck, type CheckedQuotation } from '../check-report/described-check.ts';
import { reportOf } from '../check-report/report.ts';
import { visibleJson } from '../visible.ts';
import { withStoreOrServer } from '../with-store.ts';

/** What `verbatim check-quote` ends with, so that a script can tell. */
const EXIT_CODES = { VERBATIM: 0, ALTERED: 2, NOT_FOUND: 3 } as const;

/**
 * `verbatim check-quote`: whether a quotation, or each one of a document on standard input, is in the corpus word for word.
 * Ends with 0 when all are and nobody else said them, 2 when one was altered or given to somebody else, else 3 when one
 * was not found.
 */
export async function checkQuoteCommand(
  quotation: string | undefined,
  { speaker, json }: { readonly speaker?: string; readonly json: boolean },
): Promise<void> {
  const asked = quotation === undefined ? quotationsOf(await readInput()) : [{ text: quotation, place: null }];
  await withStoreOrServer(
    async ({ sql, description }) => {
      if ((await corpusState(sql)).articles === 0) throw empty(description);
      const speakerId = speaker === undefined ? null : await findActorId(sql, { slug: speaker });
      await report(asked, json, async (one) => describeCheck(sql, one, await checkQuotation(sql, one.text, speakerId)));
    },
    async (server) => {
      await report(asked, json, async (one) => {
        const checked = await checkByServer(server, one, speaker ?? null);
        if (!checked) throw empty('the store');
        return checked;
      });
    },
  );
}

type Asked = Pick<CheckedQuotation, 'text' | 'place'>;

/** Prints what becomes of each quotation as soon as it is known, or of all of them at the end as JSON. */
async function report(
  asked: readonly Asked[],
  json: boolean,
  check: (one: Asked) => Promise<CheckedQuotation>,
): Promise<void> {
  const checked: CheckedQuotation[] = [];
  for (const one of asked) {
    const described = await check(one).catch((error: unknown) => {
      throw withPlace(error, one.place);
    });
    checked.push(described);
    if (!json) process.stdout.write(reportOf(described, pc));
  }
  process.stdout.write(json ? `${visibleJson({ quotations: checked }, 2)}\n` : summaryOf(checked));
  process.exitCode = exitCodeOf(checked);
}

const empty = (store: string): VerbatimError =>
  new VerbatimError('BAD_USER_INPUT', `There is no article in ${store} yet: fill it by "verbatim seed".`);

async function readInput(): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await buffer(process.stdin));
  } catch (cause) {
    throw new VerbatimError('BAD_USER_INPUT', 'Standard input is not UTF-8. Convert the document first.', { cause });
  }
}

/** The quotations of a document, each with its place in it. */
function quotationsOf(document: string): Asked[] {
  return quotations(document)
    .map(({ start, end }) => ({ text: document.slice(start, end), place: lineAndColumn(document, start) }))
    .filter((quotation) => /[\p{L}\p{N}]/u.test(quotation.text));
}

/** An error with the place in the document that it is about. */
function withPlace(error: unknown, place: CheckedQuotation['place']): unknown {
  if (!place || !(error instanceof VerbatimError)) return error;
  return new VerbatimError(error.code, `line ${String(place.line)}, column ${String(place.column)}: ${error.message}`, {
    cause: error,
  });
}

const isMisattributed = ({ speaker }: CheckedQuotation): boolean => speaker === 'OTHER_SPEAKER';

function exitCodeOf(checked: readonly CheckedQuotation[]): number {
  if (checked.some((one) => one.verdict === 'ALTERED' || isMisattributed(one))) return EXIT_CODES.ALTERED;
  return checked.some(({ verdict }) => verdict === 'NOT_FOUND') ? EXIT_CODES.NOT_FOUND : EXIT_CODES.VERBATIM;
}

function summaryOf(checked: readonly CheckedQuotation[]): string {
  if (checked.length === 0) return 'There is nothing in double quotation marks to check.\n';
  const count = (verdict: string) => checked.filter((one) => one.verdict === verdict).length;
  const parts = [
    `${String(count('VERBATIM'))} verbatim`,
    `${String(count('ALTERED'))} altered`,
    `${String(count('NOT_FOUND'))} not found`,
    ...(checked.some(isMisattributed)
      ? [`${String(checked.filter(isMisattributed).length)} said by somebody else`]
      : []),
  ];
  return `${parts.join(', ')}\n`;
}
