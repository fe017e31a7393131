import { basename } from 'node:path';
import { VerbatimError } from '../../domain/errors.ts';
import { readGlobalId } from '../../graphql/relay/global-id.ts';
import {
  importAnnotations,
  type ImportedAnnotation,
  type ImportOptions,
} from '../../ingest/imports/import-annotations.ts';
import { readAnnotationFile } from '../../ingest/imports/read-annotation-file.ts';
import type { BadSource } from '../../ingest/sources/incoming-article.ts';
import { COMMAND_LINE } from '../../store/write-transaction.ts';
import { numberOf } from '../number-of.ts';
import { visible, visibleJson } from '../visible.ts';
import { withStore } from '../with-store.ts';

interface ImportCommandOptions {
  readonly article?: string;
  readonly narration: boolean;
  readonly accept: boolean;
  readonly strict: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/**
 * `verbatim import`: makes statements of annotations that were made elsewhere, those of a file in one revision. Ends with 1 when one of
 * them could not be imported.
 */
export async function importCommand(paths: readonly string[], options: ImportCommandOptions): Promise<void> {
  const { article = null, narration, accept, strict, dryRun, json } = options;
  const importing: ImportOptions = {
    article: article === null ? null : articleNamed(article),
    isNarration: narration,
    isAccepted: accept,
    strict,
    dryRun,
  };
  const counted = { NEW: 0, KNOWN: 0, skipped: 0, bad: 0 };
  const tell = (outcome: ImportedAnnotation | BadSource) => {
    if ('message' in outcome) {
      counted[outcome.skipped ? 'skipped' : 'bad']++;
      process.stderr.write(`${visible(outcome.message)}\n`);
    } else {
      counted[outcome.outcome]++;
      if (!json) process.stdout.write(outcomeLine(outcome));
    }
    if (json) process.stdout.write(`${visibleJson(outcome)}\n`);
  };
  await withStore(async (store) => {
    for (const path of paths) {
      try {
        const annotations = await readAnnotationFile(path);
        const name = path === '-' ? 'standard input' : basename(path);
        for (const outcome of await importAnnotations(store, COMMAND_LINE, name, annotations, importing)) tell(outcome);
      } catch (error) {
        if (strict || !(error instanceof VerbatimError && error.code === 'BAD_USER_INPUT')) throw error;
        tell({ place: path, message: error.message, skipped: false });
      }
    }
  });
  if (!json) process.stdout.write(summary(counted, importing));
  if (counted.bad > 0) process.exitCode = 1;
}

/** The slug or id of an article, which may be given as GraphQL gives it. */
function articleNamed(given: string): string {
  const reference = readGlobalId(given);
  return reference?.type === 'Article' ? reference.id : given;
}

function outcomeLine({ place, outcome, slug, review, quotes }: ImportedAnnotation): string {
  const state = review.toLowerCase();
  const where = quotes.map(({ start, end }) => `${String(start)} to ${String(end)}`).join(', ');
  const what = outcome === 'KNOWN' ? `known already, ${state}` : `code points ${where}, ${state}`;
  return `${visible(place)}: ${slug}, ${what}\n`;
}

function summary(
  { NEW, KNOWN, skipped, bad }: Readonly<Record<'NEW' | 'KNOWN' | 'skipped' | 'bad', number>>,
  { isAccepted, dryRun }: ImportOptions,
): string {
  const parts = [
    `${numberOf(NEW, 'new statement')} ${dryRun ? 'would be ' : ''}${isAccepted ? 'accepted' : 'proposed'}`,
    ...(KNOWN > 0 ? [`${String(KNOWN)} known already`] : []),
    ...(skipped > 0 ? [`${numberOf(skipped, 'annotation')} left out`] : []),
    ...(bad > 0 ? [`${String(bad)} could not be imported`] : []),
  ];
  return `${parts.join(', ')}.\n`;
}
