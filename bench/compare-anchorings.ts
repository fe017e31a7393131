import { describeQuote } from '../src/anchor/describe.ts';
import { reanchor } from '../src/anchor/reanchor.ts';
import { visible } from '../src/cli/visible.ts';
import { typographicDifferences } from '../src/compare/typographic-differences.ts';
import { variantKinds } from '../src/compare/variant-kinds.ts';
import { diffWords } from '../src/compare/word-diff.ts';
import type { AnchorState } from '../src/domain/vocabulary.ts';
import { CodePoints } from '../src/text/code-points.ts';
import { paragraphs } from '../src/text/paragraphs.ts';
import type { Span } from '../src/text/span.ts';
import { HOSTILE_ANCHORINGS, readMarked, type HostileAnchoring } from '../tests/support/hostile-anchorings.ts';
import { anchorFuzzily } from './anchor-fuzzily.ts';

/** What became of a quote that was looked for in a changed text. */
type Outcome =
  /** It was put where its words surely are. */
  | 'RIGHT'
  /** It was put nowhere. */
  | 'NOWHERE'
  /** Its words stand at several places, and one of them was chosen. */
  | 'GUESSED'
  /** It was put on words that differ in typography or invisible characters alone. */
  | 'SET_OTHERWISE'
  /** It was put on other words, or on a part of longer ones. */
  | 'OTHER_WORDS';

/** A case, and what became of it by our rule and by a client with fuzzy anchoring. */
interface Compared {
  readonly name: string;
  readonly state: AnchorState;
  readonly ours: Outcome;
  readonly fuzzy: Outcome;
  /** What the quote says, and what stands where the fuzzy client put it, in whole words. */
  readonly quoted: string;
  readonly attached: string | null;
}

/** Looks for each quote of the table of hostile changes both ways. */
export function compareAnchorings(): Compared[] {
  return HOSTILE_ANCHORINGS.map(compare);
}

function compare({ name, before, after }: HostileAnchoring): Compared {
  const [older, newer] = [readMarked(before), readMarked(after)];
  if (older.span === null) throw new Error(`Nothing is quoted where ${name}.`);
  const quote = describeQuote(new CodePoints(older.text), paragraphs(older.text), older.span);
  const { state, span } = reanchor(quote, newer.text);
  const fuzzy = anchorFuzzily(quote, newer.text);
  return {
    name,
    state,
    ours: outcomeOf(quote.exact, newer, span),
    fuzzy: outcomeOf(quote.exact, newer, fuzzy),
    quoted: quote.exact,
    attached: fuzzy && shownAt(newer.text, fuzzy),
  };
}

function outcomeOf(exact: string, { text, span: right }: ReturnType<typeof readMarked>, span: Span | null): Outcome {
  if (span === null) return 'NOWHERE';
  if (span.start === right?.start && span.end === right.end) return 'RIGHT';
  const words = text.slice(span.start, span.end);
  if (words === exact) return text.indexOf(exact) === text.lastIndexOf(exact) ? 'OTHER_WORDS' : 'GUESSED';
  return typographicDifferences(exact, words) === null ? 'OTHER_WORDS' : 'SET_OTHERWISE';
}

/** What stands at a span, with the rest of the words that it cuts in two. */
function shownAt(text: string, { start, end }: Span): string {
  const before = /[^\s“”"]{0,20}$/u.exec(text.slice(0, start))?.[0] ?? '';
  const behind = /^[^\s“”"]{0,20}/u.exec(text.slice(end))?.[0] ?? '';
  return before + text.slice(start, end) + behind;
}

/** The comparison as a page shows it: the figures, and a table of all cases. */
export function anchoringReport(compared: readonly Compared[]): string {
  const count = (who: 'ours' | 'fuzzy', outcome: Outcome) =>
    String(compared.filter((one) => one[who] === outcome).length);
  const row = (name: string, outcome: Outcome) =>
    `| ${name} | ${count('ours', outcome)} | ${count('fuzzy', outcome)} |`;
  return [
    `${String(compared.length)} quotes of texts that were changed:`,
    '',
    '| what became of the quote | Verbatim | fuzzy anchoring |',
    '| --- | --: | --: |',
    row('put on **words that are not its own**', 'OTHER_WORDS'),
    `| … of these with another number, name or negation | 0 | ${String(compared.filter(isOtherMatter).length)} |`,
    row('put on one of several places that all have its words', 'GUESSED'),
    row('put on its words as they are set now: other marks, spaces, case or invisible characters', 'SET_OTHERWISE'),
    row('put where its own words surely are', 'RIGHT'),
    row('put nowhere', 'NOWHERE'),
    '',
    '| what happened to the text | Verbatim | fuzzy anchoring | it puts “…” on |',
    '| --- | --- | --- | --- |',
    ...compared.map(
      ({ name, state, fuzzy, quoted, attached }) =>
        `| ${name} | ${state} | ${SHOWN[fuzzy]} | ${isSameWords(fuzzy) ? '' : `${cell(quoted)} → ${cell(attached ?? '')}`} |`,
    ),
  ].join('\n');
}

/** Whether a fuzzy client put a quote on words that differ in what matters most. */
const isOtherMatter = ({ fuzzy, quoted, attached }: Compared): boolean =>
  fuzzy === 'OTHER_WORDS' &&
  variantKinds(diffWords(quoted, attached ?? '')).some((kind) =>
    ['NUMBER_CHANGED', 'NAME_CHANGED', 'NEGATION_CHANGED'].includes(kind),
  );

const SHOWN: Readonly<Record<Outcome, string>> = {
  RIGHT: 'its words',
  NOWHERE: 'nowhere',
  GUESSED: 'a guess',
  SET_OTHERWISE: 'set otherwise',
  OTHER_WORDS: '**other words**',
};

const isSameWords = (outcome: Outcome): boolean =>
  outcome === 'RIGHT' || outcome === 'NOWHERE' || outcome === 'GUESSED';

/** Words of a text within a table of Markdown, with what cannot be seen written out. */
const cell = (words: string): string =>
  `“${visible(words)
    .replaceAll('\u00A0', '<U+00A0>')
    .replace(/\p{M}/gu, (mark) => `<U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`)
    .replaceAll('\n', '<U+000A>')
    .replace(/[\\`*_[\]<>|]/g, '\\$&')}”`;
