import model from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import PosTagger from 'wink-pos-tagger';
import type { ArticleWords } from '../src/extract/attributions/article-words.ts';
import { type Tag, tagNumber } from '../src/extract/attributions/tags.ts';
import { leadingCount } from '../src/text/leading-count.ts';

const nlp = winkNlp(model, ['sbd', 'pos']);
const posTagger = new PosTagger();
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is told from others by identity, and needs no `this`
const POS = nlp.its.pos;

/** So much further on, in UTF-16 units, a piece that a tagger names is looked for. */
const FURTHEST = 60;

/**
 * The parts of speech of a text's words, as numbers, by two published taggers: wink-nlp tells auxiliaries from verbs and conjunctions
 * from prepositions, wink-pos-tagger tells the forms of verbs and nouns apart.
 */
export function teacherTags(words: ArticleWords): Uint8Array {
  // The taggers know plain marks only; each is as long as what it stands for.
  const plain = words.text.replace(/[’‘]/g, "'").replace(/[“”„]/g, '"').replace(/[—–]/g, '-');
  const fine = new Array<string>(words.count).fill('');
  const coarse = new Array<string>(words.count).fill('');
  for (const { 0: line, index } of plain.matchAll(/[^\n]+/g)) {
    const pieces = posTagger.tagSentence(line);
    assign(
      plain,
      index,
      pieces.map(({ value }) => value),
      pieces.map(({ pos }) => pos),
      words,
      fine,
    );
    const tokens = nlp.readDoc(line).tokens();
    assign(plain, index, tokens.out(), tokens.out(POS) as string[], words, coarse);
  }
  return Uint8Array.from(fine, (one, word) => tagNumber(tagOf(plainTag(one), coarse[word] ?? '')));
}

/** Gives each word the tag of the piece that its first letter stands in. */
function assign(
  text: string,
  from: number,
  pieces: readonly string[],
  tags: readonly (string | undefined)[],
  words: ArticleWords,
  into: string[],
): void {
  let at = from;
  let word = leadingCount(words.start, (start) => start < from);
  for (const [index, piece] of pieces.entries()) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found > at + FURTHEST) continue;
    at = found + piece.length;
    while (word < words.count && (words.start[word] ?? 0) < found) word++;
    for (; word < words.count && (words.start[word] ?? 0) < at; word++) into[word] = tags[index] ?? '';
  }
}

/** Tags of the Penn Treebank that are rare or differ in degree alone, as the one that they count as. */
const FOLDED: Readonly<Record<string, string>> = {
  NNPS: 'NNP', JJR: 'JJ', JJS: 'JJ', RBR: 'RB', RBS: 'RB', PDT: 'DT', WP$: 'WDT', FW: 'NN', SYM: 'NN', LS: 'CD', UH: 'RB',
}; // prettier-ignore
const plainTag = (tag: string): string => FOLDED[tag] ?? (/^[A-Z]/.test(tag) ? tag : 'NN');

/** By tag of the Universal Dependencies what each tag of the Penn Treebank is, and what any other one is. */
const TAGS_OF: Readonly<Record<string, Readonly<Record<string, Tag>> & { readonly other: Tag }>> = {
  VERB: {
    VB: 'INFINITIVE', VBP: 'PRESENT', VBZ: 'PRESENT_3RD', VBD: 'PAST', VBN: 'PAST_PARTICIPLE', VBG: 'PRESENT_PARTICIPLE',
    MD: 'MODAL', NNS: 'PRESENT_3RD', NN: 'PRESENT', NNP: 'PRESENT', other: 'PAST_PARTICIPLE',
  },
  AUX: { MD: 'MODAL', other: 'AUXILIARY' },
  NOUN: { NNS: 'NOUNS', VBZ: 'NOUNS', VBG: 'GERUND', other: 'NOUN' },
  PROPN: { other: 'NAME' },
  ADJ: { VBN: 'PARTICIPLE_ADJECTIVE', VBD: 'PARTICIPLE_ADJECTIVE', other: 'ADJECTIVE' },
  ADV: { WRB: 'WHERE', other: 'ADVERB' },
  SCONJ: { WRB: 'WHERE', other: 'SUBORDINATOR' },
  ADP: { RP: 'PARTICLE', other: 'PREPOSITION' },
  PRON: { PRP$: 'POSSESSIVE', WP: 'WHO', WDT: 'WHICH', IN: 'RELATIVE_THAT', DT: 'DEMONSTRATIVE', other: 'PRONOUN' },
  PART: { TO: 'TO', POS: 'GENITIVE', other: 'NOT' },
  DET: { PRP$: 'POSSESSIVE', other: 'DETERMINER' },
  CCONJ: { other: 'COORDINATOR' },
  NUM: { other: 'NUMBER' },
}; // prettier-ignore
const OTHERWISE = { other: 'NOUN' } as const;

function tagOf(fine: string, coarse: string): Tag {
  const tags: Readonly<Record<string, Tag>> & { readonly other: Tag } = TAGS_OF[coarse] ?? OTHERWISE;
  return tags[fine] ?? tags.other;
}
