import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BadSource } from './incoming-article.ts';
import { readingProblem } from './reading-problem.ts';

/** A file in a folder, by its path. */
export type FileBelow = string;

/**
 * The files in a folder and in the folders in it, sorted by name, folders among files. What begins with a dot is not looked at;
 * what is neither file nor folder, and links to folders, which may lead back, are told as left out.
 */
export async function* filesBelow(folder: string): AsyncGenerator<FileBelow | BadSource> {
  let entries;
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { place: folder, message: readingProblem(folder, error), skipped: false };
    return;
  }
  const seen = entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of seen) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) yield path;
    else yield { place: path, message: `${path} is left out: it is no file.`, skipped: true };
  }
}

const isFile = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    // A link to nothing is told when it is read.
    () => true,
  );
