import { editorialInsertion } from './edits/editorial-insertion.ts';
import { countWords, type Edit } from './edits/edit.ts';
import { ellipsis } from './edits/ellipsis.ts';
import { heavilyReworded } from './edits/heavily-reworded.ts';
import { identical } from './edits/identical.ts';
import { nameChanged } from './edits/name-changed.ts';
import { negationChanged } from './edits/negation-changed.ts';
import { numberChanged } from './edits/number-changed.ts';
import { punctuation } from './edits/punctuation.ts';
import { reordered } from './edits/reordered.ts';
import { reworded } from './edits/reworded.ts';
import { shortened } from './edits/shortened.ts';
import { translated } from './edits/translated.ts';
import { truncated } from './edits/truncated.ts';
import { unquoted } from './edits/unquoted.ts';
import type { Random } from './random.ts';

/** Every edit, with how often, beside the others, it is tried to a quotation that another article takes over. */
export const EDITS = [
  { ...identical, weight: 18 },
  { ...punctuation, weight: 11 },
  { ...truncated, weight: 15 },
  { ...ellipsis, weight: 7 },
  { ...editorialInsertion, weight: 6 },
  { ...reworded, weight: 15 },
  { ...numberChanged, weight: 7 },
  { ...negationChanged, weight: 4 },
  { ...nameChanged, weight: 6 },
  { ...unquoted, weight: 5 },
  { ...heavilyReworded, weight: 3 },
  { ...reordered, weight: 4 },
  { ...translated, weight: 2 },
  { ...shortened, weight: 2 },
] as const;

export type EditKind = (typeof EDITS)[number]['kind'];

/** A quotation after an edit. */
export interface EditedWords {
  readonly words: string;
  readonly edit: EditKind;
  readonly isHard: boolean;
  readonly isUnquoted: boolean;
  /** Words that were changed, by words of the original; above 1 when more were put in than there were. */
  readonly editedShare: number;
}

type WeightedEdit = Edit<EditKind> & { readonly weight: number };

/** Does one of the edits to a quotation; another one when these words cannot be edited so. */
export function editWords(text: string, random: Random, edits: readonly WeightedEdit[] = EDITS): EditedWords {
  const words = text.split(' ');
  for (let tries = 0; tries < 20; tries++) {
    const { kind, isHard, isUnquoted = false, apply } = random.pickWeighted(edits);
    const edited = apply(words, random);
    if (!edited) continue;
    return {
      words: edited.words.join(' '),
      edit: kind,
      isHard,
      isUnquoted,
      editedShare: edited.changed / countWords(words),
    };
  }
  return { words: text, edit: 'IDENTICAL', isHard: false, isUnquoted: false, editedShare: 0 };
}

/** What news agencies' customers do. */
export const WIRE_EDITS: readonly WeightedEdit[] = [
  { ...identical, weight: 85 },
  { ...punctuation, weight: 15 },
];

/** What happens to sentences of nobody when an article is retold. */
export const NARRATION_EDITS: readonly WeightedEdit[] = [
  { ...identical, weight: 20 },
  { ...reworded, weight: 50 },
  { ...heavilyReworded, weight: 15 },
  { ...numberChanged, weight: 5 },
  { ...reordered, weight: 10 },
];
