import type { Figure } from '../figures/figure.ts';
import { isDocument } from '../lexicon/documents.ts';
import type { Scene } from '../scene/scene.ts';
import type { Description } from '../sources/description.ts';
import type { Rule } from './rule.ts';

/** Nouns for what somebody says or writes, besides documents; "ABC news" is whoever has the news. */
const WORDS_OF =
  /^(?:information|announcement|declaration|remarks|comments|column|op-ed|essay|reporting|investigations?|dispatch|news)$/;
/** A poll or a film tells what others say. */
const OF_OTHERS =
  /^(?:polls?|surveys?|data|footage|films?|movie|video|transcript|law|bill|treaty|constitution|records?)$/;
/** What stands for whoever sends it, wherever that one is. */
const SENT =
  /^(?:statements?|letter|messages?|speech|tweets?|memo|email|e-mail|post|announcement|declaration|release)$/;
const BY = /\b(by|from|in)\s(?:the\s|an?\s)?(?:[\p{L}.-]{1,30}\s){0,4}["“‘]?$/u;
/** So far before a name such a word stands. */
const REACH = 120;

/** "A report by the Lom Times", "the Times article", "Holm’s letter": whoever wrote it tells what stands in it. */
export const document: Rule = {
  name: 'author of a document',
  resolve: ({ phrase, scene }) => {
    if (phrase.form !== 'DESCRIPTION') return null;
    const { head } = phrase.description;
    if (OF_OTHERS.test(head) || (!isDocument(head) && !WORDS_OF.test(head))) return null;
    const figure = ownerOf(phrase.description, scene) ?? namedBehind(phrase.description, scene);
    return figure && { figure, confidence: 0.75 };
  },
};

function ownerOf(description: Description, scene: Scene): Figure | null {
  const { owner, head } = description;
  const figure = scene.ownerOf(description);
  if (!owner || !figure) return null;
  if (figure.kind === 'OUTLET') return figure;
  const isPossessive = 'isPossessive' in owner || /^['’]/u.test(scene.view.text.slice(owner.end, owner.end + 1));
  return isPossessive && SENT.test(head) ? figure : null;
}

/** The first name that is told to be that of the author, of the sender or of where it is printed. */
function namedBehind({ start, end, head }: Description, scene: Scene): Figure | null {
  for (const mention of scene.names.within({ start, end })) {
    const figure = scene.figureOf(mention);
    const from = mention.titleSpan?.start ?? mention.start;
    const by = BY.exec(scene.view.text.slice(Math.max(start, from - REACH), from))?.[1];
    if (!figure || by === undefined) continue;
    const isPlace = figure.kind === 'STATE' || figure.kind === 'TERRITORY';
    if (by === 'by' || (by === 'from' ? !isPlace || SENT.test(head) : figure.kind === 'OUTLET')) return figure;
    return null;
  }
  return null;
}
