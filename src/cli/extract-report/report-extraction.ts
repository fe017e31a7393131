import type pc from 'picocolors';
import type { ExtractedStatement, Extraction } from '../../extract/extraction.ts';
import { lineAndColumn } from '../../text/lines.ts';
import { bySpan, outermost, type Span } from '../../text/span.ts';
import { visible } from '../visible.ts';

type Colors = ReturnType<typeof pc.createColors>;

/** An article with its attributions in colour and what is not of it dimmed, and below it why each is one. */
export function reportExtraction(text: string, extraction: Extraction, colors: Colors): string {
  const { statements, actors } = extraction;
  const legend = `${colors.green('said')}, ${colors.cyan('by whom')}, ${colors.yellow('words that tell so')}`;
  return [
    highlighted(text, extraction, colors),
    '',
    `${String(statements.length)} statements by ${String(actors.length)} sources: ${legend}`,
    ...statements.map((statement, index) => explained(text, statement, index + 1, extraction, colors)),
    '',
  ].join('\n');
}

interface Mark extends Span {
  readonly paint: (words: string) => string;
  /** Stands behind the words: the number of a statement. */
  readonly number: string;
}

function highlighted(text: string, { statements, furniture }: Extraction, colors: Colors): string {
  const said = statements.flatMap(({ content, chain }, index): Mark[] => [
    ...outermost(content).map((span) => ({
      ...span,
      paint: colors.green,
      number: colors.dim(`[${String(index + 1)}]`),
    })),
    ...chain.flatMap(({ source, cue }) => [
      ...(source ? [{ ...source, paint: colors.cyan, number: '' }] : []),
      ...(cue ? [{ ...cue, paint: colors.yellow, number: '' }] : []),
    ]),
  ]);
  const marks = [...said, ...furniture.map(({ start, end }): Mark => ({ start, end, paint: colors.dim, number: '' }))];
  let [shown, at] = ['', 0];
  // Words within words of others are painted by what holds them.
  for (const { start, end, paint, number } of marks.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    shown += visible(text.slice(at, start)) + paint(visible(text.slice(start, end))) + number;
    at = end;
  }
  return shown + visible(text.slice(at));
}

function explained(
  text: string,
  { content, mode, polarity, certainty, chain, confidence, reasons, said }: ExtractedStatement,
  number: number,
  { actors }: Extraction,
  colors: Colors,
): string {
  const words = (span: Span) => visible(text.slice(span.start, span.end).replace(/\s+/g, ' '));
  const { line } = lineAndColumn(text, content[0]?.start ?? 0);
  const names = chain.map(({ actor }) =>
    actor === null ? 'a source that the text does not tell' : actors[actor]?.name,
  );
  const sources = chain.flatMap(({ source, cue }) => [source, cue].filter((span) => span !== null)).sort(bySpan);
  return [
    '',
    `${colors.bold(`[${String(number)}]`)} line ${String(line)}: ${colors.green(content.map(words).join(' … '))}`,
    `    ${colors.cyan(names.map((name) => visible(name ?? '')).join(' → ') || 'nobody is named')} ${colors.dim(`(${sources.map(words).join(', ')})`)}`,
    `    ${mode}, ${polarity}, ${certainty}, confidence ${confidence.toFixed(2)}${said ? `, said ${said.value}` : ''}`,
    ...reasons.map(({ aspect, step, words: by }) =>
      colors.dim(`      ${aspect.toLowerCase()}: ${step}${by === null ? '' : ` – ${visible(by)}`}`),
    ),
  ].join('\n');
}
