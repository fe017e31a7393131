import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Problems } from './problems.ts';

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
  if (checked.success) return new AnnotationFile(name, checked.data, document, lines);
  for (const issue of checked.error.issues) {
    const way = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    const place = issue.code === 'unrecognized_keys' ? [...way, ...issue.keys.slice(0, 1)] : way;
    problems.add(`${name}:${positionIn(document, lines, place)}`, `${way.join('.') || 'the file'}: ${issue.message}`);
  }
  return null;
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
