import { contains, type Span } from '../text/span.ts';
import { isSubstantial, quotations } from '../text/quotations.ts';
import { wordsWithin, type ComparedText } from './compared-text.ts';
import type { SharedPassage } from './shared-passages.ts';

/** What is known of an article besides its text. */
export interface ComparedArticle {
  readonly text: ComparedText;
  /** The first and last instant at which it may have been published; null where nothing tells. */
  readonly earliest: Date | null;
  readonly latest: Date | null;
  /** Names of those who wrote or published it. */
  readonly credited: readonly string[];
}

/** That one article was made from the other, and what shows it. */
export interface MadeFrom {
  readonly derived: 'left' | 'right';
  /** In sentences, for people. */
  readonly evidence: readonly string[];
}

/** One text follows another when so many passages outside quotation marks make up so much of it, mostly in one order. */
const FOLLOWS = { passages: 3, share: 0.2, inOrder: 0.6 };
/** So many details that only one side has, and so many times as many as only the other has, are no chance. */
const DETAILS = { least: 6, ratio: 3 };
/** A text nearly all of which stands in the other one, which has as much again, is shorter than what it was made from. */
const ABRIDGED = { share: 0.6, ratio: 1.5 };
/** What evidence counts; so much more for one direction than for the other decides. */
const POINTS = { date: 4, credit: 3, weak: 1 };
const DECIDES = 3;

/**
 * Whether one of two articles was made from the other, and which.
 *
 * That both quote the same words makes them two reports of one utterance; one is made from the other when their own
 * words agree, passage after passage. The direction is told by dates and credits, else only by everything else together:
 * details and quotation marks that one has and the other has not, and how much of either stands in the other. Else it is left
 * undecided: of two copies without a date either may be the first.
 *
 * @returns null when they share too little, or when the direction is open
 */
export function madeFrom(
  left: ComparedArticle,
  right: ComparedArticle,
  passages: readonly SharedPassage[],
): MadeFrom | null {
  if (!follows(left.text, right.text, passages)) return null;
  const found = EVIDENCE.flatMap((evidence) => [
    ...evidence(left, right, passages).map((one) => ({ ...one, derived: 'right' as const })),
    ...evidence(right, left, passages.map(mirrored)).map((one) => ({ ...one, derived: 'left' as const })),
  ]);
  const pointsFor = (derived: 'left' | 'right') =>
    found.reduce((sum, one) => sum + (one.derived === derived ? one.points : 0), 0);
  const difference = pointsFor('right') - pointsFor('left');
  if (Math.abs(difference) < DECIDES) return null;
  const derived = difference > 0 ? 'right' : 'left';
  return { derived, evidence: found.filter((one) => one.derived === derived).map(({ text }) => text) };
}

const mirrored = ({ left, right }: SharedPassage): SharedPassage => ({ left: right, right: left });

function follows(left: ComparedText, right: ComparedText, passages: readonly SharedPassage[]): boolean {
  const told = passages.filter((passage) => !isQuoted(left, passage.left) && !isQuoted(right, passage.right));
  const share = Math.max(
    shareOf(
      left,
      told.map((passage) => passage.left),
    ),
    shareOf(
      right,
      told.map((passage) => passage.right),
    ),
  );
  return (
    told.length >= FOLLOWS.passages &&
    share >= FOLLOWS.share &&
    ascending(told.map((passage) => passage.right.start)) >= FOLLOWS.inOrder * told.length
  );
}

/** Whether a passage is nothing but a quotation, with whoever said it. */
function isQuoted(text: ComparedText, passage: Span): boolean {
  const words = wordsWithin(text.words, passage);
  const quoted = text.quotations.flatMap((quotation) => wordsWithin(words, quotation));
  return quoted.length > words.length / 2;
}

/** How much of the sentences of a text some spans make up, by their length; from 0 to 1. */
function shareOf(text: ComparedText, spans: readonly Span[]): number {
  const length = (some: readonly Span[]) => some.reduce((sum, { start, end }) => sum + end - start, 0);
  return Math.min(1, length(spans) / Math.max(1, length(text.sentences)));
}

/** The length of the longest ascending subsequence. */
function ascending(values: readonly number[]): number {
  const ends: number[] = [];
  for (const value of values) {
    const at = ends.findIndex((end) => end >= value);
    ends[at === -1 ? ends.length : at] = value;
  }
  return ends.length;
}

/** What shows that the second article was made from the first. */
type Evidence = (
  source: ComparedArticle,
  derived: ComparedArticle,
  passages: readonly SharedPassage[],
) => { readonly points: number; readonly text: string }[];

const EVIDENCE: readonly Evidence[] = [wasEarlier, isCredited, hasMoreDetails, hadMoreInQuotationMarks, isLonger];

function wasEarlier(source: ComparedArticle, derived: ComparedArticle): ReturnType<Evidence> {
  if (source.latest === null || derived.earliest === null || source.latest > derived.earliest) return [];
  return [{ points: POINTS.date, text: 'The other one was published before it.' }];
}

function isCredited(source: ComparedArticle, derived: ComparedArticle): ReturnType<Evidence> {
  const own = new Set(derived.credited);
  const name = source.credited.find((credited) => !own.has(credited) && names(derived.text.text, credited));
  return name === undefined ? [] : [{ points: POINTS.credit, text: `It names ${name}, by whom the other one is.` }];
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Whether a text has a name as words of their own: "AP", and not in "APEC". */
function names(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (!LETTER.test(text[at - 1] ?? '') && !LETTER.test(text[at + name.length] ?? '')) return true;
  }
  return false;
}

/** Names and numbers of the shared passages: who retells drops some, and can hardly add any. */
function hasMoreDetails(
  source: ComparedArticle,
  derived: ComparedArticle,
  passages: readonly SharedPassage[],
): ReturnType<Evidence> {
  const [more, less] = passages.reduce(
    ([onlyLeft, onlyRight], { left, right }) => [
      onlyLeft + onlyIn(source.text, left, derived.text, right),
      onlyRight + onlyIn(derived.text, right, source.text, left),
    ],
    [0, 0],
  );
  if (more < DETAILS.least || more < DETAILS.ratio * less) return [];
  return [
    {
      points: POINTS.weak,
      text: `In what both tell it lacks ${String(more)} names and numbers that the other one has, which lacks ${String(less)} of its own.`,
    },
  ];
}

function onlyIn(text: ComparedText, passage: Span, other: ComparedText, otherPassage: Span): number {
  const there = new Set(wordsWithin(other.words, otherPassage).map(({ stem }) => stem));
  const details = wordsWithin(text.words, passage).filter(({ stem, isName }) => isName || /^\p{N}/u.test(stem));
  return new Set(details.filter(({ stem }) => !there.has(stem)).map(({ stem }) => stem)).size;
}

/** Quotation marks get lost in retelling; nobody puts somebody else's own words into them. */
function hadMoreInQuotationMarks(
  source: ComparedArticle,
  derived: ComparedArticle,
  passages: readonly SharedPassage[],
): ReturnType<Evidence> {
  const [lost, added] = [0, 1].map(
    (side) =>
      passages.filter(({ left, right }) => {
        const [from, to] = side === 0 ? [source.text, derived.text] : [derived.text, source.text];
        const [there, here] = side === 0 ? [left, right] : [right, left];
        return holdsQuotation(from, there) && !holdsQuotation(to, here);
      }).length,
  ) as [number, number];
  if (lost === 0 || added > 0) return [];
  return [
    {
      points: POINTS.weak,
      text: `It tells in its own words what the other one has in quotation marks (in ${String(lost)} of what both tell).`,
    },
  ];
}

const holdsQuotation = ({ text, quotations: quoted }: ComparedText, passage: Span): boolean =>
  quoted.some((quotation) => contains(passage, quotation)) ||
  quotations(text.slice(passage.start, passage.end)).some((span) => isSubstantial(text.slice(passage.start), span));

function isLonger(
  source: ComparedArticle,
  derived: ComparedArticle,
  passages: readonly SharedPassage[],
): ReturnType<Evidence> {
  const there = shareOf(
    source.text,
    passages.map(({ left }) => left),
  );
  const here = shareOf(
    derived.text,
    passages.map(({ right }) => right),
  );
  if (here < ABRIDGED.share || here < ABRIDGED.ratio * there) return [];
  const percent = (share: number) => `${String(Math.round(100 * share))} %`;
  return [
    { points: POINTS.weak, text: `${percent(here)} of it stand in the other one, of which that is ${percent(there)}.` },
  ];
}
