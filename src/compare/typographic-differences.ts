import type { TypographyKind } from '../domain/vocabulary.ts';
import { foldTypography } from '../text/typography.ts';

/** A place where two texts of the same letters differ, with the exact text of both. */
export interface TypographicDifference {
  readonly kind: TypographyKind;
  readonly left: string;
  readonly right: string;
}

/**
 * In what two texts differ that have the same letters, digits and signs in the same order, whatever stands between them.
 *
 * @returns each difference once; null when the letters differ, so that it is more than typography
 */
export function typographicDifferences(left: string, right: string): TypographicDifference[] | null {
  const [a, b] = [units(left), units(right)];
  const found = new Map<string, TypographicDifference>();
  const note = (kind: TypographyKind | null, from: string, to: string) => {
    if (kind !== null) found.set(`${kind} ${from} ${to}`, { kind, left: from, right: to });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [marksLeft, marksRight] = [marksFrom(a, i), marksFrom(b, j)];
    [i, j] = [i + marksLeft.length, j + marksRight.length];
    note(kindOfMarks(raw(marksLeft), raw(marksRight)), raw(marksLeft), raw(marksRight));
    const [lettersLeft, lettersRight] = sameLetters(a, i, b, j);
    if (lettersLeft.length === 0 || lettersRight.length === 0) {
      if (i < a.length || j < b.length) return null;
      break;
    }
    [i, j] = [i + lettersLeft.length, j + lettersRight.length];
    note(kindOfLetters(raw(lettersLeft), raw(lettersRight)), raw(lettersLeft), raw(lettersRight));
  }
  return [...found.values()];
}

/** A character with the letters, digits or sign that it stands for: none for marks, several for a ligature. */
interface Unit {
  readonly raw: string;
  readonly letters: string;
}

/** Signs that mean something: "€5" is not "$5", "5 %" not "5". */
const SIGN = /[\p{Sc}\p{Sm}%‰°&@#*/²³¹⁰-₟]/u;
/** A dash right before a number that nothing stands before is a minus. */
const MINUS = /(?<![\p{L}\p{M}\p{N}])[-–−](?=\p{N})/gu;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const NO_LETTER = /[^\p{L}\p{M}\p{N}]/gu;

function units(text: string): Unit[] {
  const minuses = new Set([...text.matchAll(MINUS)].map(({ index }) => index));
  return [...text.matchAll(/\P{M}\p{M}{0,999}|\p{M}{1,999}/gu)].map(({ 0: raw, index }) => {
    if (minuses.has(index)) return { raw, letters: '−' };
    if (SIGN.test(raw)) return { raw, letters: raw };
    if (!LETTER.test(raw)) return { raw, letters: '' };
    return { raw, letters: raw.normalize('NFKC').replace(NO_LETTER, '').toLowerCase().replaceAll('ς', 'σ') };
  });
}

const raw = (some: readonly Unit[]): string => some.map((unit) => unit.raw).join('');

function marksFrom(all: readonly Unit[], start: number): Unit[] {
  let end = start;
  while (all[end]?.letters === '') end++;
  return all.slice(start, end);
}

/** The fewest characters from here on that stand for the same letters on both sides; nothing where there are none. */
function sameLetters(a: readonly Unit[], i: number, b: readonly Unit[], j: number): [Unit[], Unit[]] {
  let [left, right] = [a[i]?.letters ?? '', b[j]?.letters ?? ''];
  let [leftEnd, rightEnd] = [i + 1, j + 1];
  while (left !== right) {
    if (left === '' || right === '') return [[], []];
    if (left.startsWith(right) && b[rightEnd]?.letters) right += b[rightEnd++]?.letters ?? '';
    else if (right.startsWith(left) && a[leftEnd]?.letters) left += a[leftEnd++]?.letters ?? '';
    else return [[], []];
  }
  return left === '' ? [[], []] : [a.slice(i, leftEnd), b.slice(j, rightEnd)];
}

function kindOfLetters(left: string, right: string): TypographyKind | null {
  if (left === right) return null;
  return left.toLowerCase() === right.toLowerCase() ? 'CASE' : 'CHARACTERS';
}

const QUOTATION_MARKS = /["'“”„‟«»‘’‚‛]/;
const DASHES = /[-‐‑‒–—―]/;

function kindOfMarks(left: string, right: string): TypographyKind | null {
  if (left === right) return null;
  if (foldTypography(left) === foldTypography(right)) {
    if (QUOTATION_MARKS.test(left)) return 'QUOTATION_MARKS';
    return DASHES.test(left) ? 'DASHES' : 'SPACES';
  }
  const [visible, otherVisible] = [left, right].map((marks) => marks.replace(/\p{Cf}/gu, ''));
  if (visible === otherVisible) return 'CHARACTERS';
  const [one, other] = [left, right].map((marks) => marks.replace(/\s/gu, '')) as [string, string];
  if (one === other) return 'SPACES';
  return DASHES.test(left + right) && [one, other].every((marks) => marks === '' || /^[-‐‑‒–—―]+$/.test(marks))
    ? 'DASHES'
    : 'PUNCTUATION';
}
