import { Lexer } from 'yaml';

/** Lists in lists, however they are written. Annotations have five or six. */
const DEEPEST = 50;
const STEP = new Map([
  ['[', 1],
  ['{', 1],
  [']', -1],
  ['}', -1],
]);
const MARK = /^[-?:]$/;

/**
 * Whether lists in lists may be deeper than is read, by indentation, by marks in one line, or by brackets: the parser goes into them
 * by recursion, and ends the process where they are deep enough. Looked at is what the text is made of, so that brackets and hyphens
 * in words count for nothing.
 */
export function isTooDeep(source: string): boolean {
  let brackets = 0;
  let marks = 0;
  let isAtStart = true;
  for (const part of new Lexer().lex(source)) {
    if (part.startsWith('\n') || part.startsWith('\r\n')) {
      marks = 0;
      isAtStart = true;
      continue;
    }
    if (isAtStart && /^ +$/.test(part) && part.length > 2 * DEEPEST) return true;
    isAtStart = false;
    // Within brackets they stand beside each other.
    if (brackets === 0 && MARK.test(part)) marks++;
    brackets = Math.max(0, brackets + (STEP.get(part) ?? 0));
    if (Math.max(brackets, marks) > DEEPEST) return true;
  }
  return false;
}
