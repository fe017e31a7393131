import type pc from 'picocolors';
import { visible } from '../visible.ts';
import type { CheckedQuotation } from './described-check.ts';

type Colors = ReturnType<typeof pc.createColors>;
type Match = CheckedQuotation['matches'][number];

/**
 * What a person reads of a checked quotation. Changes are told by their marks, [-taken out-] and {+put in+} as wdiff has
 * them, and by colour only besides.
 */
export function reportOf(
  { text, place, verdict, speaker, isExhaustive, matches }: CheckedQuotation,
  colors: Colors,
): string {
  const where = place ? `${String(place.line)}:${String(place.column)} ` : '';
  const label = {
    VERBATIM: colors.green('VERBATIM '),
    ALTERED: colors.yellow('ALTERED  '),
    NOT_FOUND: colors.red('NOT FOUND'),
  }[verdict];
  const notes = [
    ...(speaker === 'OTHER_SPEAKER' ? ['The words are given to somebody else than the speaker who was named.'] : []),
    ...(speaker === 'UNKNOWN' && matches.length > 0 ? ['No statement tells who said them.'] : []),
    ...(isExhaustive ? [] : ['The words are so common that not every place could be looked at.']),
  ];
  // Where the words stand as they are, what else is like them is of no interest.
  const told = verdict === 'VERBATIM' ? matches.filter(({ isVerbatim }) => isVerbatim) : matches;
  return [
    `${label} ${colors.dim(where)}“${oneLine(visible(text))}”`,
    ...notes.map((note) => `    ${colors.yellow(note)}`),
    ...told.flatMap((match) => linesOf(match, colors)),
    '',
    '',
  ].join('\n');
}

function linesOf(match: Match, colors: Colors): string[] {
  const speakers = [...new Set(match.statements.map((statement) => visible(statement.speaker)))].join(', ');
  const source = `${visible(match.article.title)}${colors.dim(`, code points ${String(match.start)} to ${String(match.end)}`)}`;
  const difference = match.differences.map(({ kind }) => kind);
  const what = match.isVerbatim
    ? `word for word${difference.length > 0 ? ` but for ${[...new Set(difference)].join(', ')}` : ''}`
    : `${match.kinds.join(', ')}, ${String(Math.round(100 * match.similarity))} % alike`;
  return [
    `    ${match.isVerbatim && match.isWitness ? '=' : '~'} ${source}`,
    `      ${what}${speakers === '' ? '' : `; said by ${speakers}`}`,
    ...(match.isVerbatim ? [] : [`      ${oneLine(markedEdits(match, colors))}`]),
    ...(match.isWitness ? [] : ['      made from an article in which the words are different: no witness']),
  ];
}

const markedEdits = ({ edits }: Match, colors: Colors): string =>
  edits
    .map((edit) => {
      const { operation } = edit;
      const [left, right] = [visible(edit.left), visible(edit.right)];
      // Where only the way of writing differs ("won’t", "€5"), equal words are shown as they stand on either side.
      const isWrittenOtherwise = edits.every((other) => other.operation === 'EQUAL') && left !== right;
      if (operation === 'EQUAL' && !isWrittenOtherwise) return left;
      const space = /\s$/.test(left || right) ? ' ' : '';
      const removed = left === '' ? '' : colors.red(`[-${left.trimEnd()}-]`);
      const added = right === '' ? '' : colors.green(`{+${right.trimEnd()}+}`);
      return removed + (removed && added ? ' ' : '') + added + space;
    })
    .join('');

const oneLine = (text: string): string => text.replaceAll(/\s{0,99}\n\s{0,99}/g, ' ⏎ ');
