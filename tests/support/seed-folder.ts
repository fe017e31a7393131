import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { VerbatimError } from '../../src/domain/errors.ts';
import type { StatementRecord } from '../../src/domain/records.ts';
import { buildRecords, type BuiltRecords, type StoredVersions } from '../../src/ingest/build-records.ts';
import { readSeeds } from '../../src/ingest/read-seeds.ts';

/** A folder of seeds by path. Text and bytes are written as they are, anything else as YAML. */
export type SeedFiles = Readonly<Record<string, unknown>>;

/** Writes the files to a folder of their own for as long as they are used. */
export async function withFolder<Result>(files: SeedFiles, use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'seeds-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      await mkdir(dirname(path), { recursive: true });
      // JSON is YAML too.
      const isPlain = typeof content === 'string' || content instanceof Uint8Array;
      await writeFile(path, isPlain ? content : JSON.stringify(content));
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The two files of an article, under a reference that is its slug too. Its first line is the title. */
export function article(
  reference: string,
  text: string,
  annotation: Readonly<Record<string, unknown>> = {},
): SeedFiles {
  const [title] = text.split('\n');
  return {
    [`corpus/${reference}.txt`]: text,
    [`annotations/articles/${reference}.yaml`]: {
      text: `${reference}.txt`,
      slug: reference,
      language: 'en',
      title,
      ...annotation,
    },
  };
}

/** What the files say, as records. */
export async function build(files: SeedFiles, stored?: StoredVersions): Promise<BuiltRecords> {
  return withFolder(files, async (folder) => buildRecords(await readSeeds(folder), stored));
}

/** The words of a quote of what was built. */
export function wordsOf({ records }: BuiltRecords, id: string | null): string | null {
  return records.quotes.find((quote) => quote.id === id)?.exact ?? null;
}

/** The statement with a key. */
export function statementOf(built: BuiltRecords, reference: string, key: string): StatementRecord {
  const id = built.articles.find((one) => one.reference === reference)?.statements.get(key)?.id;
  const statement = built.records.statements.find((one) => one.id === id);
  if (!statement) throw new Error(`no statement ${reference}/${key}`);
  return statement;
}

/** What is said to be wrong with the files; fails when they are accepted. */
export async function problemsOf(files: SeedFiles): Promise<string> {
  const outcome = await build(files).catch((error: unknown) => error);
  if (outcome instanceof VerbatimError && outcome.code === 'INVALID_SEEDS') return outcome.message;
  if (outcome instanceof Error) throw outcome;
  throw new Error('the seeds were accepted');
}
