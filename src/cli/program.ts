import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { VerbatimError } from '../domain/errors.ts';
import { EXPORT_FORMATS, isExportFormat, type ExportFormatName } from '../export/export-formats.ts';
import { SOURCE_FORMATS } from '../ingest/sources/incoming-article.ts';
import { KEY_ROLES } from './key-roles.ts';
import { visible } from './visible.ts';

/**
 * What runs a command, whose code is loaded only then: much of it is the store and the server, which take longer to load than most
 * commands take to run.
 */
const lazily =
  <Given extends unknown[]>(load: () => Promise<(...given: Given) => unknown>) =>
  async (...given: Given): Promise<void> => {
    const command = await load();
    await command(...given);
  };

const program = new Command('verbatim')
  // Set before there are commands, which take it over: what is wrong with arguments is told in their words.
  .configureOutput({
    outputError: (message, write) => {
      write(visible(message));
    },
  })
  .description('Who said what, according to whom, in exactly which words, and where those words stand.')
  .addHelpText(
    'after',
    `
Environment:
  HOST, PORT      where to listen (127.0.0.1, 4000)
  DATABASE_URL    a PostgreSQL server, postgresql://…; without it the embedded store is used
  VERBATIM_DATA   the folder of the embedded store (.verbatim)
  LOG_LEVEL       what is logged to standard error (warn); info has a line for each request
  LOG_FORMAT      text or json; by default text on a terminal
  METRICS_PORT    where metrics can be had, METRICS_KEY for whom; SLOW_QUERY_MS and traces: see docs/observability.md`,
  );

program
  .command('serve')
  .description('answer GraphQL; an empty store is filled with the corpus first')
  .option('--no-seed', 'leave an empty store empty')
  .addOption(
    new Option('--workers <number>', 'how many processes answer; more than one needs a PostgreSQL server')
      .default(1)
      .argParser(numberFrom1),
  )
  .action(async ({ seed, workers }: { seed: boolean; workers: number }) => {
    const { serveCommand } = await import('./commands/serve.ts');
    await serveCommand({ seeding: seed, workers });
  });
program
  .command('migrate')
  .description('bring the store up to the newest migration')
  .action(lazily(async () => (await import('./commands/migrate.ts')).migrateCommand));
program
  .command('seed')
  .description('record what a folder of texts and annotations says; twice gives nothing new')
  .option('--dir <folder>', 'the folder (by default the corpus that comes with Verbatim)')
  .option('--check', 'only check the folder, and show what is not annotated yet', false)
  .action(async ({ dir, check }: { dir?: string; check: boolean }) => {
    const { OWN_SEEDS, seedCommand } = await import('./commands/seed.ts');
    await seedCommand({ dir: dir === undefined ? OWN_SEEDS : resolve(dir), check });
  });
program
  .command('verify')
  .description('look at every invariant over the whole store, and at everything that the ledger has sealed')
  .option('--against <file>', 'a checkpoint that was kept: the store must hold all that it held then')
  .action(lazily(async () => (await import('./commands/verify.ts')).verifyCommand));
program
  .command('backup')
  .description('write all that the store holds to a file, also while a server uses it')
  .argument('<file>', 'a new file; packed by gzip when it ends with ".gz"; "-" for standard output')
  .action(lazily(async () => (await import('./commands/backup.ts')).backupCommand));
program
  .command('restore')
  .description('put a backup into an empty store, on either kind; kept only if everything holds')
  .argument('<file>', 'what "backup" wrote; "-" reads standard input')
  .action(lazily(async () => (await import('./commands/backup.ts')).restoreCommand));
const ledger = program
  .command('ledger')
  .description('the log of all writes, by which can be proven that nothing was changed');
ledger
  .command('checkpoint')
  .description('what it is now, signed, as JSON to keep elsewhere')
  .action(lazily(async () => (await import('./commands/ledger.ts')).checkpointCommand));
ledger
  .command('prove')
  .description('that something was accepted as it is shown, as JSON that can be checked anywhere')
  .argument('<id>', 'the id of a statement, a quote or a version, as GraphQL gives it')
  .action(lazily(async () => (await import('./commands/ledger.ts')).proveCommand));
ledger
  .command('check')
  .description('whether a proof holds; needs no store')
  .argument('<file>', 'what "ledger prove" or LedgerProof gave; "-" reads standard input')
  .option('--key <key>', 'the public key that the ledger is known by')
  .action(lazily(async () => (await import('./commands/ledger.ts')).checkProofCommand));
program
  .command('check-quote')
  .description('whether a quotation, or each one of a document on standard input, is in the corpus word for word')
  .argument('[text]', 'the words; without them a document is read from standard input')
  .option('--speaker <slug>', 'the actor who is said to have said them')
  .option('--json', 'print everything that is known as JSON', false)
  .addHelpText(
    'after',
    `
Exit code: 0 all verbatim, 2 something altered or said by somebody else, 3 something not found, 1 an error.`,
  )
  .action(lazily(async () => (await import('./commands/check-quote.ts')).checkQuoteCommand));
program
  .command('compare')
  .description('compare all articles anew, as is done with new ones when they are recorded')
  .action(lazily(async () => (await import('./commands/compare.ts')).compareCommand));
program
  .command('ingest')
  .description('bring articles in: files, folders, lists with one article a line, or "-" for standard input')
  .argument('<paths...>', '.txt, .md, .html, .jsonl; a folder is read with all below it')
  .addOption(
    new Option('--format <format>', 'how they are written, where the name does not tell').choices(SOURCE_FORMATS),
  )
  .option('--url <url>', 'where the article was published')
  .option('--id <id>', 'what it is called where it comes from')
  .option('--slug <slug>', 'a short name for it')
  .option('--title <title>', 'its title')
  .option('--author <name>', 'who wrote it')
  .option('--publisher <name>', 'who published it')
  .option('--published <date>', 'when it was published (EDTF)')
  .option('--language <tag>', 'its language (BCP 47)')
  .option('--strict', 'stop at the first source that cannot be read', false)
  .option('--dry-run', 'only show what would be proposed, highlighted', false)
  .addOption(
    new Option('--queue', 'leave them to "verbatim work", on this machine or others; needs a PostgreSQL server')
      .default(false)
      .conflicts('dryRun'),
  )
  .option('--json', 'print what became of each article as JSON, a line each', false)
  .action(lazily(async () => (await import('./commands/ingest.ts')).ingestCommand));
program
  .command('import')
  .description(
    'make statements of annotations of Hypothes.is, of any Web Annotations, or of "export jsonld" (docs/imports.md)',
  )
  .argument('<files...>', 'JSON, JSON-LD, or annotations one a line; "-" reads standard input')
  .option('--article <article>', 'the slug or id of the article that all of them are of')
  .option('--narration', 'what tells no speaker is the article’s own voice', false)
  .option('--accept', 'accept the statements at once; without it they are proposed for review', false)
  .option('--strict', 'record nothing of a file in which an annotation cannot be imported', false)
  .option('--dry-run', 'only show what would be recorded', false)
  .option('--json', 'print what became of each annotation as JSON, a line each', false)
  .action(lazily(async () => (await import('./commands/import.ts')).importCommand));
program
  .command('work')
  .description('bring in articles that "ingest --queue" has left, until told to stop; any number of processes may')
  .addOption(
    new Option('--at-once <number>', 'how many batches of articles are under way at once')
      .default(2)
      .argParser(numberFrom1),
  )
  .option('--until-empty', 'end when nothing is left to do', false)
  .option('--json', 'print what became of each article as JSON, a line each', false)
  .action(lazily(async () => (await import('./commands/work.ts')).workCommand));
program
  .command('queue')
  .description('how many articles wait to be brought in, and which ones were refused')
  .addOption(new Option('--again', 'put those that were refused on the queue again').default(false).conflicts('forget'))
  .option('--forget', 'drop those that were refused', false)
  .option('--json', 'print it as JSON', false)
  .action(lazily(async () => (await import('./commands/queue.ts')).queueCommand));
program
  .command('export')
  .description('all standing statements with their words, in a format of the field (docs/exports.md)')
  .argument('<format>', `one of ${Object.keys(EXPORT_FORMATS).join(', ')}`, exportFormat)
  .option('--output <file>', 'a file, written whole or not at all; by default standard output')
  .option('--as-of <revision>', 'the corpus as it was at a revision', wholeNumber)
  .action(lazily(async () => (await import('./commands/export.ts')).exportCommand));
program
  .command('attributions')
  .description('who is said to say what, in articles given one a line as {"id", "text"}')
  .argument('<file>', 'the articles; "-" reads standard input')
  .action(lazily(async () => (await import('./commands/attributions.ts')).attributionsCommand));
program
  .command('extract')
  .description('who says what in an article of plain text, highlighted and explained')
  .argument('<file>', 'the article; "-" reads standard input')
  .option('--json', 'print everything that was found as JSON, spans in UTF-16 units', false)
  .option('--annotate <folder>', 'write a new folder of seeds that a person can go on from')
  .option('--published <date>', 'when it was published (EDTF), for words like "on Monday"')
  .action(lazily(async () => (await import('./commands/extract.ts')).extractCommand));
const key = program.command('key').description('keys, with which others may write over HTTP');
key
  .command('create')
  .description('make a key and print it, this once')
  .addOption(new Option('--role <role>', 'what it lets its holder do').choices(KEY_ROLES).makeOptionMandatory())
  .requiredOption('--name <name>', 'who or what is to use it; the history shows it')
  .option('--expires <date>', 'from when on it is refused: RFC 3339, or a day, from its beginning in UTC')
  .action(lazily(async () => (await import('./commands/key.ts')).createKeyCommand));
key
  .command('list')
  .description('all keys, with those that are no longer valid')
  .option('--json', 'print them as JSON', false)
  .action(lazily(async () => (await import('./commands/key.ts')).listKeysCommand));
key
  .command('revoke')
  .description('end a key, for good and at once')
  .argument('<id>', 'its id, as "key list" shows it: the 22 characters behind "verbatim_" in the key')
  .action(lazily(async () => (await import('./commands/key.ts')).revokeKeyCommand));
program
  .command('print-schema')
  .description('print the GraphQL schema')
  .action(lazily(async () => (await import('./commands/print-schema.ts')).printSchemaCommand));

function numberFrom1(text: string): number {
  const number = Number(text);
  if (!/^\d{1,2}$/.test(text) || number === 0) throw new InvalidArgumentError('It must be a number from 1 to 99.');
  return number;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

function exportFormat(text: string): ExportFormatName {
  if (isExportFormat(text)) return text;
  throw new InvalidArgumentError(`There are ${Object.keys(EXPORT_FORMATS).join(', ')}.`);
}

/** Whether somebody has stopped reading what is printed, as "head" does. That is no error, and what is being done is done. */
const isUnread = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EPIPE';

process.stdout.on('error', (error) => {
  if (!isUnread(error)) throw error;
});
try {
  await program.parseAsync();
} catch (error) {
  if (isUnread(error)) process.exit();
  const message =
    error instanceof VerbatimError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`verbatim: ${visible(message)}\n`);
  process.exitCode = 1;
}
