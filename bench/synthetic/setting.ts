import type { Prose } from './grammar/prose.ts';
import { TAILS } from './grammar/rules.ts';
import type { Random } from './random.ts';
import { words } from './vocabulary/topic.ts';

/** How the words of a quotation and those that tell who said them are put together. */
export type Layout =
  /** “Words,” said Name. */
  | 'WORDS_FIRST'
  /** Name said: “Words.” */
  | 'SOURCE_FIRST'
  /** “Words,” Name said, “more words.” */
  | 'CUT'
  /** “Sentence,” Name said. “Another one.” */
  | 'BETWEEN'
  /** According to Name, “words.” */
  | 'ACCORDING'
  /** Name said that “words.” */
  | 'FRAGMENT'
  /** Name spoke of “words” and so on. */
  | 'PHRASE'
  /** Name said that words. */
  | 'REPORTED'
  /** Words. */
  | 'TOLD';

/** A layout with the words that it needs, so that another article can set a quotation the same way. */
export interface Setting {
  readonly layout: Layout;
  readonly cue: string;
  /** Whether the cue comes before the name: "said Tolven". */
  readonly isInverted: boolean;
  /** What follows a phrase, to the end of the sentence. */
  readonly tail: string;
}

const SAID = words(`said added told_reporters warned argued insisted told_the_council wrote explained declared replied
  told_parliament recalled announced remarked told_local_radio complained posted_online conceded stressed`);
const SAID_THAT = words(
  'said_that warned_that argued_that insisted_that claimed_that declared_that complained_that explained_that',
);
const SPOKE_OF = words('spoke_of warned_of complained_of wrote_of called_it described_it_as reminded_people_of');

/** What can be chosen from depends on what is set. */
export interface ToBeSet {
  readonly words: string;
  readonly form: 'SPEECH' | 'PHRASE' | 'REPORT';
  readonly isUnquoted: boolean;
}

/** A setting for a quotation. */
export function chooseSetting(quotation: ToBeSet, prose: Prose, random: Random): Setting {
  const layout = chooseLayout(quotation, random);
  const cue = random.pickZipf(
    layout === 'PHRASE' ? SPOKE_OF : layout === 'FRAGMENT' || layout === 'REPORTED' ? SAID_THAT : SAID,
  );
  return {
    layout,
    cue: layout === 'ACCORDING' ? 'According to' : cue,
    isInverted: !cue.includes(' ') && random.chance(0.5),
    tail: layout === 'PHRASE' && random.chance(0.7) ? prose.phrase(TAILS) : '',
  };
}

function chooseLayout({ words: said, form, isUnquoted }: ToBeSet, random: Random): Layout {
  if (isUnquoted) return random.chance(0.5) ? 'REPORTED' : 'TOLD';
  if (form === 'PHRASE') return 'PHRASE';
  if (form === 'REPORT') return 'REPORTED';
  if (/^\P{Lu}*$/u.test(said.charAt(0)) && !/^\d/.test(said)) return 'FRAGMENT';
  if (/[.?!] \p{Lu}/u.test(said) && random.chance(0.7)) return 'BETWEEN';
  const kind = random.fraction();
  return kind < 0.5 ? 'WORDS_FIRST' : kind < 0.72 ? 'SOURCE_FIRST' : kind < 0.93 ? 'CUT' : 'ACCORDING';
}
