import { VerbatimError } from '../../domain/errors.ts';
import type { BadSource } from '../sources/incoming-article.ts';
import { LeftOut } from './annotation-problem.ts';
import { ExportedNodes } from './exported-nodes.ts';
import { isOfHypothesis, readHypothesis } from './hypothesis.ts';
import type { IncomingAnnotation } from './incoming-annotation.ts';
import { isWebAnnotation, readWebAnnotation } from './web-annotation.ts';

/**
 * The annotations of a file, in its order: what Hypothes.is exports or its API answers, or JSON-LD of Web Annotation, such as
 * Verbatim exports; or any of these one a line.
 *
 * @param content JSON
 * @param place names it in messages
 * @returns what is no annotation, or none that can be imported, with what is wrong and what to do
 * @throws VerbatimError BAD_USER_INPUT when there are no annotations in it at all
 */
export function readAnnotations(content: string, place: string): (IncomingAnnotation | BadSource)[] {
  const text = content.replace(/^\uFEFF/, '');
  const whole = parsed(text);
  if (!('error' in whole)) return annotationsOf(whole.value, `${place}#`);
  const lines = text.split('\n');
  const first = parsed(lines.find((line) => line.trim() !== '') ?? '');
  if ('error' in first || !isObject(first.value)) {
    throw new VerbatimError('BAD_USER_INPUT', `${place} is not JSON (${whole.error}). ${WANTED}`);
  }
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const where = `${place}:${String(index + 1)}`;
    const one = parsed(line);
    if ('error' in one)
      return [{ place: where, message: `${where}: this is not JSON (${one.error}).`, skipped: false }];
    return [read(one.value, where, NO_NODES)];
  });
}

const WANTED =
  'Bring what Hypothes.is exports as JSON, Web Annotations as JSON-LD, or what "verbatim export jsonld" wrote.';

const NO_NODES = new ExportedNodes([]);

function parsed(text: string): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Where lists of annotations stand: an export of Hypothes.is, an answer of its search, a graph, a page, the first page of a collection. */
const LISTS = [['annotations'], ['rows'], ['replies'], ['@graph'], ['items'], ['first', 'items']] as const;

function annotationsOf(value: unknown, place: string): (IncomingAnnotation | BadSource)[] {
  if (Array.isArray(value)) return readList(value, place, () => true);
  if (!isObject(value)) throw noAnnotations(place);
  if (isAnnotation(value)) return [read(value, place, NO_NODES)];
  const found = LISTS.flatMap((path) => {
    const list = path.reduce<unknown>((from, key) => (isObject(from) ? from[key] : undefined), value);
    // A graph holds other things as well.
    const isWanted = path[0] === '@graph' ? (item: unknown) => isObject(item) && isAnnotation(item) : () => true;
    return Array.isArray(list) ? [{ list, place: `${place}/${path.join('/')}`, isWanted }] : [];
  });
  if (found.length === 0) throw noAnnotations(place);
  const annotations = found.flatMap((one) => readList(one.list, one.place, one.isWanted));
  const next = value['next'] ?? (isObject(value['first']) ? value['first']['next'] : undefined);
  if (next === undefined || next === null) return annotations;
  const message = `${place}/next: this file is one page of a collection. Bring the next ones as well.`;
  return [...annotations, { place: `${place}/next`, message, skipped: true }];
}

function readList(
  list: readonly unknown[],
  place: string,
  isWanted: (item: unknown) => boolean,
): (IncomingAnnotation | BadSource)[] {
  const nodes = new ExportedNodes(list);
  return list.flatMap((item, index) => (isWanted(item) ? [read(item, `${place}/${String(index)}`, nodes)] : []));
}

function read(written: unknown, place: string, nodes: ExportedNodes): IncomingAnnotation | BadSource {
  try {
    if (isObject(written) && isWebAnnotation(written)) return readWebAnnotation(written, place, nodes);
    if (isObject(written) && isOfHypothesis(written)) return readHypothesis(written, place);
    throw new VerbatimError(
      'BAD_USER_INPUT',
      'this is neither an annotation of Hypothes.is, with "uri" and "target", nor one of the type "Annotation".',
    );
  } catch (error) {
    if (error instanceof LeftOut) return { place, message: `${place} is left out: ${error.message}.`, skipped: true };
    if (error instanceof VerbatimError) return { place, message: `${place}: ${error.message}`, skipped: false };
    throw error;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAnnotation = (value: object): boolean => isWebAnnotation(value) || isOfHypothesis(value);

const noAnnotations = (place: string): VerbatimError =>
  new VerbatimError('BAD_USER_INPUT', `${place.replace(/#$/, '')} holds no annotations. ${WANTED}`);
