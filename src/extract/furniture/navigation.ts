import { wordList } from '../speakers/lexicon/word-list.ts';
import type { FurnitureRule } from './furniture-rule.ts';

/** Labels before links to other articles. */
const MORE =
  /^(?:read (?:more|next|also)|also read|see also|related(?: (?:articles?|stories|posts?|content|topics))?|more (?:from|on|in)|recommended|trending|most read|don[’']t miss|up next|next article|previous article|click here)\b(?:\s?[:|»>–—-].{0,200}|[^.!?:]{0,40})$/iu;
const TAGS = /^(?:tags?|topics|filed under|categories|category|keywords)\s?:/iu;
/** What stands around a comment box. */
const COMMENTS =
  /^(?:(?:leave|post|add|write) a (?:comment|reply)|comments?(?: are closed| \(\d{1,6}\))?|\d{1,6} comments?|you (?:need|must|have) to (?:login|log in|sign in|be logged in)\b.{0,160}|(?:please )?let us know if you[’']re having issues with commenting|log ?in|sign in)[.!]?$/iu;
/** Sections of a site, as its menu names them. */
const SECTIONS = wordList(
  'home news world politics business economy technology tech science sport sports health entertainment culture arts lifestyle ' +
    'travel opinion editorial blog blogs video videos environment climate education analysis local national international ' +
    'weather contact about latest magazine podcasts photos life style food money markets us uk europe asia africa',
);
const LEAST_SECTIONS = 4;

/** Menus, tags, comment boxes, links to other articles. */
export const navigation: FurnitureRule = {
  name: 'a menu, a link or a comment box',
  kind: 'NAVIGATION',
  holds: ({ words }) =>
    words.length <= 300 && (MORE.test(words) || TAGS.test(words) || COMMENTS.test(words) || isMenu(words)),
};

/** A line of which nearly every word is a section of a site. */
function isMenu(words: string): boolean {
  if (/[.!?]$/.test(words)) return false;
  const all = words.match(/[\p{L}-]+/gu) ?? [];
  const sections = all.filter((word) => /^\p{Lu}/u.test(word) && SECTIONS.has(word.toLowerCase()));
  return sections.length >= LEAST_SECTIONS && sections.length >= 0.8 * all.length;
}
