import { paragraphAt } from '../../text/paragraphs.ts';
import type { Attribution, ReadArticle } from '../uncued/uncued-rule.ts';

/** All that stands between the start of a sentence and a cue: who does it, and how. */
const SUBJECT =
  /^((?:\p{Lu}[\p{L}.’'-]{0,30}|[Tt]he|[Aa]n?)(?:\s[\p{L}\p{N}.’'-]{1,30}){0,7}?)(?:\s(?:\p{Ll}{2,12}ly|also|has|have|had|later|then|once)){0,2}\s$/u;
/** Longer beginnings are not looked at. */
const LONGEST = 120;
const NO_SUBJECT =
  /\b(?:that|this|these|those|there|who|which|and|but|or|when|while|as|if|he|she|they|it|we|i|is|are|was|were)\b/iu;

/**
 * An attribution with whoever stands right before its cue at the start of the sentence, where no source was found: "The
 * ministry reportedly told".
 */
export function withSource({ text, sentences }: ReadArticle, attribution: Attribution): Attribution {
  const [cue] = attribution.cue;
  if (attribution.source.length > 0 || !cue) return attribution;
  const sentence = sentences[paragraphAt(sentences, cue.start)];
  if (!sentence || sentence.start > cue.start || cue.start - sentence.start > LONGEST) return attribution;
  const who = SUBJECT.exec(text.slice(sentence.start, cue.start))?.[1];
  if (who === undefined || NO_SUBJECT.test(who)) return attribution;
  return { ...attribution, source: [{ start: sentence.start, end: sentence.start + who.length }] };
}
