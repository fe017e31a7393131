import type { Span } from '../text/span.ts';
import { tokenize } from '../text/words.ts';

/** The words with the marks around them that the quotation has as well. */
export function withMarks(passage: string, { start, end }: Span, quotation: string, isExact: boolean): Span {
  const quoted = isExact ? quotation.trim() : quotation;
  const asked = tokenize(quoted);
  const [opening, closing] = [quoted.slice(0, asked[0]?.start), quoted.slice(asked.at(-1)?.end)];
  let [before, behind] = [0, 0];
  while (before < opening.length && passage[start - before - 1] === opening[opening.length - before - 1]) before++;
  while (behind < closing.length && passage[end + behind] === closing[behind]) behind++;
  return withSigns(passage, { start: start - before, end: end + behind });
}

/** A sign that belongs to the number at an edge: "−5" is not "5", nor "$5" or "5 %". */
const SIGN_BEFORE = /(?:\p{Sc} ?|(?<![\p{L}\p{M}\p{N}])[-–−+±])$/u;
const SIGN_BEHIND = /^ ?(?:[%‰°]|\p{Sc})/u;
/** So far signs stand from their numbers. */
const SIGN_LENGTH = 3;

function withSigns(passage: string, { start, end }: Span): Span {
  const before = passage.slice(Math.max(0, start - SIGN_LENGTH), start);
  const behind = passage.slice(end, end + SIGN_LENGTH);
  const isNumber = (character: string | undefined) => /\p{N}/u.test(character ?? '');
  return {
    start: start - (isNumber(passage[start]) ? (SIGN_BEFORE.exec(before)?.[0].length ?? 0) : 0),
    end: end + (isNumber(passage[end - 1]) ? (SIGN_BEHIND.exec(behind)?.[0].length ?? 0) : 0),
  };
}
