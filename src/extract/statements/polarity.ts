import type { Polarity } from '../../domain/vocabulary.ts';
import { cueWords, hasStem, stems } from './cue-words.ts';
import { isDisbelieved } from './is-said.ts';

/** A judgement with the words that it rests on. */
export interface Judgement<Value> {
  readonly value: Value;
  /** The words; null where the value is what holds when nothing says otherwise. */
  readonly because: string | null;
}

/** Who does one of these says that something is not so, or will not be. */
const DENIES = stems('deny refuse reject refute dispute rebut disavow dismiss decline');
/** What only opens a further clause: its negation is not the assertion's. */
const SUBORDINATE =
  /\b(?:that|which|who|whom|whose|because|since|if|unless|although|though|while|when|where|until|before|after|so|what|why|how)\b/iu;
const NEGATION =
  /\b(?:is|are|was|were|be|been|do|does|did|has|have|had|will|would|can|could|may|might|must|shall|should|[’'](?:s|re|m|ve|ll|d))\s+(?:\p{L}+\s+)?not\b|\b(?:never|no longer|cannot|neither|nor|nobody|nothing|none|no one|nowhere|hardly|scarcely)\b|n[’']t\b|^(?:No|Few|Neither|None|Nobody|Nothing|Never|Not)\b|\b(?:is|are|was|were|has|have|had|there[’']s) no\b/iu;
/** "Not only", "no doubt" and the like assert. */
const NO_NEGATION =
  /\bnot (?:only|just|merely|least|long ago)\b|\bno (?:doubt|matter|wonder|less|fewer|more than)\b|\bnothing but\b/giu;
/** Longer clauses are not looked through: their main verb stands at the beginning. */
const LONGEST = 400;

/**
 * Whether somebody asserts that something is so, or that it is not: by the cue where that denies, else by the
 * main clause, up to where another clause opens.
 */
export function polarityOf(cue: string, clause: string): Judgement<Polarity> {
  const words = cueWords(cue);
  if (hasStem(words, DENIES) || isDisbelieved(cue)) return { value: 'NEGATED', because: cue };
  const main = mainClause(clause.slice(0, LONGEST).replace(NO_NEGATION, ''));
  const negation = NEGATION.exec(main)?.[0];
  return negation === undefined ? { value: 'AFFIRMED', because: null } : { value: 'NEGATED', because: negation };
}

/** The first sentence up to where a subordinate clause opens behind its first words. */
function mainClause(clause: string): string {
  const [sentence = ''] = clause.split(/(?<=[.!?])["”’]?\s/, 1);
  const opening = SUBORDINATE.exec(sentence);
  if (!opening) return sentence;
  if (opening.index > 0) return sentence.slice(0, opening.index);
  // The sentence itself begins with a subordinate clause: the main one follows its comma.
  const comma = sentence.indexOf(',');
  return comma === -1 ? sentence : mainClause(sentence.slice(comma + 1).trimStart());
}
