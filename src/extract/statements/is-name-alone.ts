import type { Span } from '../../text/span.ts';

/** Longer ones say something. */
const MOST_WORDS = 4;
const LETTER = /\p{L}/u;
const CAPITALISED = /^["“‘]?(?:\p{Lu}[\p{L}\p{M}\p{N}.’'-]*|of|the|and|de|van|von)[”’"]?$/u;
const ENDS_SPEECH = /[,!?…][”’"]?$/u;

/**
 * Whether what an attribution gives is nothing but a name: “NK News”, Mr. Putin. Somebody may be praised or blamed by name,
 * but nothing is said so. A single word in quotation marks is as likely an answer.
 */
export function isNameAlone(text: string, content: readonly Span[]): boolean {
  const [span] = content;
  if (!span || content.length > 1 || span.end - span.start > 80) return false;
  const words = text.slice(span.start, span.end).split(/\s+/u);
  const isQuoted = /^["“]/u.test(words[0] ?? '');
  if (words.length > MOST_WORDS || (isQuoted && words.length < 2) || ENDS_SPEECH.test(words.at(-1) ?? '')) return false;
  return (
    LETTER.test(words.join('')) &&
    words.every((word) => CAPITALISED.test(word)) &&
    /^["“‘]?\p{Lu}/u.test(words[0] ?? '')
  );
}
