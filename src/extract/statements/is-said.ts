import { cueWords, hasStem, stems } from './cue-words.ts';

/** What somebody wants or means to do; it may never have been said. */
const INTENDS = stems(
  'want try seek plan intend aim decide like love prefer need hate attempt mean meant tend agree sought',
);

/** Nothing was said by who "did not mention" it, "declined to say" or "has never asked". */
const UNSAID = /\b(?:not|never|nor|without|refus\w+ to|declin\w+ to|fail\w* to)\b|n[’']t\b/iu;
/** What somebody does not believe is believed not to be. */
const BELIEVES = stems('believe think thought expect suppose imagine feel felt see know consider');

/** Whoever "speaks for the crews" represents them; the crews are not what is said. */
const REPRESENTS = /\bsp(?:eak(?:s|ing)?|oken?) for\b/iu;

/**
 * Whether an attribution tells that something was said, written or thought, and not only what somebody is up to or left
 * unsaid: "wants to expand" states no words of anybody. What stands in quotation marks was said in any case.
 */
export function isSaid(cue: string, isQuoted: boolean): boolean {
  if (isQuoted) return true;
  const words = cueWords(cue);
  return !hasStem(words, INTENDS) && !REPRESENTS.test(cue) && (!UNSAID.test(cue) || hasStem(words, BELIEVES));
}

/** Whether somebody is told not to believe something. */
export const isDisbelieved = (cue: string): boolean => UNSAID.test(cue) && hasStem(cueWords(cue), BELIEVES);
