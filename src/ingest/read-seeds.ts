import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { VerbatimError } from '../domain/errors.ts';
import { readAnnotation, type AnnotationFile } from './annotation-file.ts';
import {
  actorsFile,
  articleFile,
  derivationsFile,
  eventsFile,
  relationsFile,
  utterancesFile,
  type ActorsFile,
  type ArticleFile,
  type DerivationsFile,
  type EventsFile,
  type RelationsFile,
  type UtterancesFile,
} from './annotation-format.ts';
import { Problems } from './problems.ts';
import { readText } from './read-text.ts';

/** An article's annotation with the text that it is about. */
export interface SeededArticle {
  /** How other files refer to it: the name of its annotation file without ".yaml". */
  readonly reference: string;
  readonly file: AnnotationFile<ArticleFile>;
  readonly text: string;
}

/** A folder of seeds as it was read, each file valid by itself. */
export interface Seeds {
  readonly articles: readonly SeededArticle[];
  readonly actors: AnnotationFile<ActorsFile> | null;
  readonly events: AnnotationFile<EventsFile> | null;
  readonly utterances: AnnotationFile<UtterancesFile> | null;
  readonly relations: AnnotationFile<RelationsFile> | null;
  readonly derivations: AnnotationFile<DerivationsFile> | null;
}

const ARTICLES = 'annotations/articles';

/**
 * Reads a folder of texts and annotations (see seeds/README.md).
 *
 * @throws VerbatimError INVALID_SEEDS with every problem and its place
 */
export async function readSeeds(folder: string): Promise<Seeds> {
  const problems = new Problems();
  const references = await articleReferences(folder);
  const articles = await Promise.all(references.map((reference) => readArticle(folder, reference, problems)));
  const optional = <Schema extends z.ZodType>(name: string, format: Schema) =>
    readOptional(folder, `annotations/${name}.yaml`, format, problems);
  const seeds = {
    articles: articles.filter((article) => article !== null),
    actors: await optional('actors', actorsFile),
    events: await optional('events', eventsFile),
    utterances: await optional('utterances', utterancesFile),
    relations: await optional('relations', relationsFile),
    derivations: await optional('derivations', derivationsFile),
  };
  problems.throwIfAny();
  return seeds;
}

async function articleReferences(folder: string): Promise<string[]> {
  const names = await readdir(join(folder, ARTICLES)).catch((cause: unknown) => {
    throw new VerbatimError(
      'INVALID_SEEDS',
      `${folder} is no folder of seeds: ${ARTICLES} cannot be read in it. seeds/README.md shows what it should hold.`,
      { cause },
    );
  });
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

async function readArticle(folder: string, reference: string, problems: Problems): Promise<SeededArticle | null> {
  const file = await readOptional(folder, `${ARTICLES}/${reference}.yaml`, articleFile, problems);
  if (!file) return null;
  const name = `corpus/${file.content.text}`;
  const text = await reading(readText(join(folder, name), name), file.place(['text']), problems);
  return text === null ? null : { reference, file, text };
}

/** A file that need not be there; one that is there must be right. */
async function readOptional<Schema extends z.ZodType>(
  folder: string,
  name: string,
  format: Schema,
  problems: Problems,
): Promise<AnnotationFile<z.output<Schema>> | null> {
  const names = await readdir(join(folder, name, '..')).catch((): string[] => []);
  if (!names.includes(name.slice(name.lastIndexOf('/') + 1))) return null;
  const source = await reading(readText(join(folder, name), name), name, problems);
  return source === null ? null : readAnnotation(name, source, format, problems);
}

async function reading(text: Promise<string>, place: string, problems: Problems): Promise<string | null> {
  return text.catch((error: unknown) => {
    if (!(error instanceof VerbatimError)) throw error;
    problems.add(place, error.message);
    return null;
  });
}
