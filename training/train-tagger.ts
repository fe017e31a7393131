import { ArticleMemory } from '../src/extract/attributions/article-memory.ts';
import type { ArticleWords } from '../src/extract/attributions/article-words.ts';
import {
  rowOfGap,
  rowsBehindTag,
  rowsOfContext,
  rowsOfTags,
  rowsOfWord,
  PLACES,
  TAG_BITS,
} from '../src/extract/attributions/tag-rows.ts';
import type { TaggerInput } from '../src/extract/attributions/tagger.ts';
import { NO_TAG, TAGS } from '../src/extract/attributions/tags.ts';
import { units } from '../src/extract/attributions/units.ts';
import { WordAttributes } from '../src/extract/attributions/word-attributes.ts';
import { random, shuffled } from './random.ts';

const WIDTH = TAGS.length;
const EPOCHS = 4;
const SEED = 7;

/** A unit with its words' tags, and the rows of features that depend on no tag: so many for each word. */
export interface TaggedUnit {
  readonly input: TaggerInput;
  readonly rows: Int32Array;
  readonly tags: Uint8Array;
}

/** What the tagger learns from, of one article. */
export function taggedUnits(words: ArticleWords, tags: Uint8Array): TaggedUnit[] {
  const attributes = new WordAttributes(words, new ArticleMemory(words));
  return units(words).map((unit) => {
    attributes.describe(unit);
    const { known, gapClass, beginsSentence } = attributes.tagged;
    // Arrays are written over by the next unit.
    const input = { known, gapClass: gapClass.slice(), beginsSentence: beginsSentence.slice() };
    return {
      input,
      rows: Int32Array.from(known.flatMap((_, at) => rowsAt(input, at))),
      tags: tags.subarray(unit.first, unit.after),
    };
  });
}

function rowsAt({ known, gapClass, beginsSentence }: TaggerInput, at: number): number[] {
  return [
    ...PLACES.flatMap((offset, place) => rowsOfWord(known[at + offset], place)),
    rowOfGap(gapClass[at] ?? 0, false),
    rowOfGap(gapClass[at + 1] ?? 0, true),
    ...rowsOfContext(known[at - 1], known[at], known[at + 1], beginsSentence[at] === 1),
  ];
}

/** Learns to tag as an averaged perceptron (Collins, 2002); the weights of each feature's row for every tag. */
export function trainTagger(articles: readonly (readonly TaggedUnit[])[]): Float32Array {
  const size = 2 ** TAG_BITS * WIDTH;
  const weights = new Float32Array(size);
  /** What was added, times how many words had been seen by then. */
  const late = new Float64Array(size);
  const scores = new Float64Array(WIDTH);
  const next = random(SEED);
  let seen = 1;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const article of shuffled(articles.length, next)) {
      for (const { input, rows, tags } of articles[article] ?? []) {
        const width = rows.length / tags.length;
        let [last, lastButOne] = [NO_TAG, NO_TAG];
        for (const [at, tag] of tags.entries()) {
          if (input.beginsSentence[at]) last = lastButOne = NO_TAG;
          const own = [
            ...rows.subarray(at * width, (at + 1) * width),
            ...rowsOfTags(last, lastButOne),
            ...rowsBehindTag(input.known[at], last),
          ];
          scores.fill(0);
          for (const row of own) {
            for (let to = 0; to < WIDTH; to++) scores[to] = (scores[to] ?? 0) + (weights[row * WIDTH + to] ?? 0);
          }
          const guess = likeliestTag(scores);
          if (guess !== tag) {
            for (const row of own) {
              move(weights, late, row * WIDTH + tag, 1, seen);
              move(weights, late, row * WIDTH + guess, -1, seen);
            }
          }
          seen++;
          lastButOne = last;
          last = guess;
        }
      }
    }
  }
  return weights.map((weight, slot) => weight - (late[slot] ?? 0) / seen);
}

function move(weights: Float32Array, late: Float64Array, slot: number, by: number, seen: number): void {
  weights[slot] = (weights[slot] ?? 0) + by;
  late[slot] = (late[slot] ?? 0) + by * seen;
}

/** The tag with the greatest score, the first of equal ones; never the one for what stands before a sentence. */
function likeliestTag(scores: Float64Array): number {
  let best = NO_TAG + 1;
  for (let tag = best + 1; tag < WIDTH; tag++) if ((scores[tag] ?? 0) > (scores[best] ?? 0)) best = tag;
  return best;
}
