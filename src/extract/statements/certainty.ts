import type { Certainty } from '../../domain/vocabulary.ts';
import { cueWords, hasStem, stems } from './cue-words.ts';
import type { Judgement } from './polarity.ts';

/** How far whoever does one of these commits to what is said, after FactBank (Saurí and Pustejovsky 2009). */
const CUES: readonly (readonly [Certainty, ReadonlySet<string>])[] = [
  [
    'UNCOMMITTED',
    stems(
      `ask wonder question inquire hope wish want urge demand request offer propose suggest order invite plead beg pray vow
      promise pledge threaten advise encourage recommend instruct seek sought`,
    ),
  ],
  [
    'PROBABLE',
    stems(
      'believe think thought expect suspect predict guess assume forecast estimate anticipate suppose reckon feel felt doubt fear imagine presume',
    ),
  ],
];
/** To call for something is to want it; to call it something is to say what it is. */
const CALLS_FOR = /\bcall(?:s|ed|ing)? (?:for|on|upon)\b/iu;
const POSSIBLE = /\b(?:may|might|could|possibly|perhaps|maybe|conceivably)\b/iu;
/** A month and a surname are no verb. */
const NO_MODAL = /\b(?:May \d|in May|Theresa May)\b/gu;
const PROBABLE = /\b(?:likely|probably|apparently|seems?|seemed|appears?|appeared|presumably|reportedly|allegedly)\b/iu;
/** Only so much of a clause is looked through. */
const LONGEST = 600;

/** How sure whoever says something is of it: by the cue, then by the words themselves. */
export function certaintyOf(cue: string, clause: string): Judgement<Certainty> {
  const words = cueWords(cue);
  if (CALLS_FOR.test(cue)) return { value: 'UNCOMMITTED', because: cue };
  for (const [value, of] of CUES) if (hasStem(words, of)) return { value, because: cue };
  const said = clause.slice(0, LONGEST).replace(NO_MODAL, '');
  if (/\?["”’]?\s*$/.test(said)) return { value: 'UNCOMMITTED', because: '?' };
  const possible = POSSIBLE.exec(said)?.[0];
  if (possible !== undefined) return { value: 'POSSIBLE', because: possible };
  const probable = PROBABLE.exec(said)?.[0];
  if (probable !== undefined) return { value: 'PROBABLE', because: probable };
  return { value: 'CERTAIN', because: null };
}
