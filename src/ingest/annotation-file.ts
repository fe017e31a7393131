import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { VerbatimError } from '../domain/errors.ts';
import { assertStorable } from '../text/storable.ts';
import type { Problems } from './problems.ts';
import { isTooDeep } from './yaml-depth.ts';

/** A way down into an annotation file: keys and indexes. */
export type AnnotationPath = readonly (string | number)[];

/** One annotation file, checked against its format, that can tell where each of its parts is written. */
export class AnnotationFile<Content> {
  constructor(
    /** As messages name it: relative to the folder of seeds. */
    readonly name: string,
    readonly content: Content,
    private readonly document: Document.Parsed,
    private readonly lines: LineCounter,
  ) {}

  /** "annotations/articles/000.yaml:12:5", the place of a part or of the nearest part around it that is written. */
  place(path: AnnotationPath): string {
    return `${this.name}:${positionIn(this.document, this.lines, path)}`;
  }
}

/**
 * Reads YAML of a given format.
 *
 * @returns null when it cannot be read; the problems then say why and where
 */
export function readAnnotation<Schema extends z.ZodType>(
  name: string,
  source: string,
  format: Schema,
  problems: Problems,
): AnnotationFile<z.output<Schema>> | null {
  if (isTooDeep(source)) {
    problems.add(name, 'there are more lists in lists than any annotation has.');
    return null;
  }
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  for (const { pos, message } of document.errors) {
    const { line, col } = lines.linePos(pos[0]);
    problems.add(`${name}:${String(line)}:${String(col)}`, `this is no YAML: ${message}`);
  }
  if (document.errors.length > 0) return null;

  const content = contentOf(document);
  if (content instanceof Error) {
    problems.add(name, `this is no YAML: ${content.message}`);
    return null;
  }
  const checked = format.safeParse(content);
  if (checked.success) {
    const unstorable = [...unstorableParts(checked.data)];
    for (const { path, message } of unstorable) problems.add(`${name}:${positionIn(document, lines, path)}`, message);
    return unstorable.length > 0 ? null : new AnnotationFile(name, checked.data, document, lines);
  }
  for (const issue of checked.error.issues) {
    const way = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    const place = issue.code === 'unrecognized_keys' ? [...way, ...issue.keys.slice(0, 1)] : way;
    problems.add(`${name}:${positionIn(document, lines, place)}`, `${way.join('.') || 'the file'}: ${issue.message}`);
  }
  return null;
}

/** What a store could not give back unchanged: the file itself holds none of it, but for what it writes by escapes. */
function* unstorableParts(
  content: unknown,
  path: readonly (string | number)[] = [],
): Generator<{ readonly path: AnnotationPath; readonly message: string }> {
  if (typeof content === 'string') {
    try {
      assertStorable(content, path.join('.'));
    } catch (error) {
      if (!(error instanceof VerbatimError)) throw error;
      yield { path, message: error.message };
    }
  }
  if (typeof content !== 'object' || content === null) return;
  for (const [key, part] of Object.entries(content)) {
    yield* unstorableParts(part, [...path, Array.isArray(content) ? Number(key) : key]);
  }
}

/** What the document says; an error where an asterisk refers to an anchor that is not there, or anchors multiply. */
function contentOf(document: Document.Parsed): unknown {
  try {
    return document.toJS() ?? [];
  } catch (error) {
    if (error instanceof ReferenceError) return error;
    throw error;
  }
}

function positionIn(document: Document.Parsed, lines: LineCounter, path: AnnotationPath): string {
  for (let depth = path.length; depth >= 0; depth--) {
    const node: unknown = document.getIn(path.slice(0, depth), true);
    const offset = startOf(node);
    if (offset === undefined) continue;
    const { line, col } = lines.linePos(offset);
    return `${String(line)}:${String(col)}`;
  }
  return '1:1';
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  const [start] = node.range as unknown[];
  return typeof start === 'number' ? start : undefined;
}
