import { PUBLISHERS, type SyntheticActor } from './actors.ts';
import { countWords } from './edits/edit.ts';
import { editWords, NARRATION_EDITS, WIRE_EDITS, type EditedWords, type EditKind } from './edits.ts';
import { Prose } from './grammar/prose.ts';
import { NARRATION, TITLES } from './grammar/rules.ts';
import type { Matter } from './matter.ts';
import type { Random } from './random.ts';
import { say, type Saying } from './say.ts';
import { chooseSetting, type Setting } from './setting.ts';

/** How an article was made from another one. */
export type CopyKind =
  /** Takes over one quotation or two, in a text of its own. */
  | 'REUSE'
  /** Tells most of it again, sentence by sentence. */
  | 'RETELLING'
  /** Is nearly the same, as two papers print what an agency sends. */
  | 'WIRE';

/** A saying as one article gives it. */
export interface Telling {
  readonly saying: Saying;
  readonly words: string;
  readonly form: Saying['form'];
  /** Null where it is told for the first time. */
  readonly edit: EditKind | null;
  readonly isHard: boolean;
  readonly editedShare: number;
  readonly setting: Setting;
}

/** A sentence of an article's own, or what somebody says in it. */
type Piece = string | Telling;

/** An article before it is written down. */
export interface ArticlePlan {
  readonly slug: string;
  readonly title: string;
  readonly matter: Matter;
  readonly publisher: SyntheticActor;
  /** Days since 1 January 1970; null when the article tells no date. */
  readonly day: number | null;
  readonly paragraphs: readonly (readonly Piece[])[];
  readonly madeFrom: string | null;
  readonly copy: CopyKind | null;
}

/** What an article is made with. */
export interface Assignment {
  readonly seed: number;
  readonly slug: string;
  readonly day: number;
  readonly random: Random;
  /** How many sentences an article of its own has at least and at most. */
  readonly sentences: readonly [least: number, most: number];
  /** The share of them in which somebody says something, from 0 to 1. */
  readonly sayingRate: number;
}

const UNDATED_RATE = 0.1;

/** An article of its own about a matter. */
export function planOriginal(assignment: Assignment, matter: Matter): ArticlePlan {
  return {
    ...heading(assignment, matter, null),
    paragraphs: freshParagraphs(assignment, matter),
    madeFrom: null,
    copy: null,
  };
}

/** An article that is made from an earlier one. */
export function planCopy(assignment: Assignment, original: ArticlePlan): ArticlePlan {
  const { random } = assignment;
  const kind = random.fraction();
  const copy = kind < 0.5 ? 'REUSE' : kind < 0.8 ? 'RETELLING' : 'WIRE';
  const paragraphs = { REUSE: reuse, RETELLING: retell, WIRE: reprint }[copy](assignment, original);
  const own = heading(assignment, original.matter, original.publisher);
  const title = copy === 'WIRE' ? original.title : own.title;
  return { ...own, title, paragraphs, madeFrom: original.slug, copy };
}

function heading({ slug, day, random }: Assignment, matter: Matter, not: SyntheticActor | null) {
  const title = new Prose(matter, random).sentence(TITLES).replace(/\.$/, '');
  // Large papers print more than small ones.
  const publisher = random.pickZipf(PUBLISHERS.filter((other) => other !== not));
  return { slug, title, matter, publisher, day: random.chance(UNDATED_RATE) ? null : day };
}

function freshParagraphs(
  { seed, slug, random, sentences: [least, most], sayingRate }: Assignment,
  matter: Matter,
): Piece[][] {
  const prose = new Prose(matter, random);
  const wanted = least + Math.floor((most - least) * random.fraction() ** 2);
  const paragraphs: Piece[][] = [[prose.sentence(NARRATION)]];
  for (let sentences = 1, sayings = 0; sentences < wanted; sentences++) {
    const kind = random.fraction();
    if (kind < sayingRate) {
      const saying = say(seed, `${slug}#${String(sayings++)}`, matter, random.pickZipf(matter.cast), random);
      paragraphs.push([tell(saying, null, prose, random)]);
    } else if (kind < (1 + sayingRate) / 2) paragraphs.push([prose.sentence(NARRATION)]);
    else paragraphs.at(-1)?.push(prose.sentence(NARRATION));
  }
  return paragraphs;
}

/** One or two quotations of the original, somewhere in a fresh text. */
function reuse(assignment: Assignment, original: ArticlePlan): Piece[][] {
  const { random } = assignment;
  const paragraphs = freshParagraphs(assignment, original.matter);
  const prose = new Prose(original.matter, random);
  const told = random.shuffle(original.paragraphs.flat().filter((piece) => typeof piece !== 'string'));
  for (const { saying } of told.slice(0, random.integer(1, 2))) {
    paragraphs.splice(random.integer(1, paragraphs.length), 0, [
      tell(saying, editWords(saying.words, random), prose, random),
    ]);
  }
  return paragraphs;
}

const KEPT_RATE = 0.8;

function retell({ random }: Assignment, original: ArticlePlan): Piece[][] {
  const prose = new Prose(original.matter, random);
  return original.paragraphs
    .filter((_, index) => index === 0 || random.chance(KEPT_RATE))
    .map((pieces) =>
      pieces.map((piece) =>
        typeof piece === 'string'
          ? editWords(piece, random, NARRATION_EDITS).words
          : tell(piece.saying, editWords(piece.saying.words, random), prose, random),
      ),
    );
}

const CUT_BY_EDITORS_RATE = 0.06;

function reprint({ random }: Assignment, original: ArticlePlan): Piece[][] {
  return original.paragraphs
    .filter((_, index) => index === 0 || !random.chance(CUT_BY_EDITORS_RATE))
    .map((pieces) =>
      pieces.map((piece): Piece => {
        if (typeof piece === 'string') return piece;
        const { words, edit } = editWords(piece.words, random, WIRE_EDITS);
        return { ...piece, words, edit };
      }),
    );
}

/** From so many words on, what is quoted stands as a sentence. */
const LEAST_WORDS_OF_SPEECH = 5;

function tell(saying: Saying, edited: EditedWords | null, prose: Prose, random: Random): Telling {
  const { words, edit, isHard, isUnquoted, editedShare } = edited ?? {
    words: saying.words,
    edit: null,
    isHard: false,
    isUnquoted: false,
    editedShare: 0,
  };
  const form = countWords(words.split(' ')) < LEAST_WORDS_OF_SPEECH ? 'PHRASE' : saying.form;
  const setting = chooseSetting({ words, form, isUnquoted }, prose, random);
  return { saying, words, form, edit, isHard, editedShare, setting };
}
