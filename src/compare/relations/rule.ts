import type { RelationType } from '../../domain/vocabulary.ts';
import { contentWords, type ContentWord } from '../../text/content-words.ts';
import type { ComparedStatement } from '../compared-statement.ts';
import { wordsWithin, type ComparedText } from '../compared-text.ts';

/** A statement with the words of its content. */
export interface WordedStatement {
  readonly statement: ComparedStatement;
  /** The words said, one piece each. */
  readonly content: readonly string[];
  readonly words: readonly ContentWord[];
}

/** A relation that a rule can tell from the words alone. */
export interface ProposedRelation {
  readonly fromId: string;
  readonly toId: string;
  readonly type: RelationType;
  /** In a sentence, for people, with the words that show it. */
  readonly rationale: string;
}

/** Tells of two statements in nearly the same words how the first bears on the second. */
export type PairRule = (
  one: WordedStatement,
  other: WordedStatement,
) => Omit<ProposedRelation, 'fromId' | 'toId'> | null;

/** A statement with its words, taken from its article's text. */
export function worded(text: ComparedText, statement: ComparedStatement): WordedStatement {
  return {
    statement,
    content: statement.content.map(({ start, end }) => text.text.slice(start, end)),
    words: statement.content.flatMap((span) => wordsWithin(text.words, span)),
  };
}

/** Fewer equal words that mean something are no ground for a contradiction. */
const LEAST_EQUAL = 4;

/** Whether the words that are equal on both sides of a comparison are enough to speak of the same thing. */
export const isSameOtherwise = (edits: readonly { readonly operation: string; readonly left: string }[]): boolean =>
  edits
    .filter(({ operation }) => operation === 'EQUAL')
    .reduce((sum, { left }) => sum + contentWords(left).length, 0) >= LEAST_EQUAL;
