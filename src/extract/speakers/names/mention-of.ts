import type { ArticleView } from '../article-view.ts';
import { LOCATIVE, PARTICLES } from '../lexicon/function-words.ts';
import { isInstitution, isOutletNoun } from '../lexicon/institutions.ts';
import { isPlace } from '../lexicon/places.ts';
import { genderOfRole, isRole, singularRole } from '../lexicon/roles.ts';
import { keyOf } from './capital-words.ts';
import type { NameMention } from './name-mention.ts';
import type { TitledName } from './split-titles.ts';

/** How far before and behind a name is read, in UTF-16 units. */
const REACH_BEFORE = 14;
const REACH_BEHIND = 20;

/** A name with what the words right beside it tell; null for one without words. */
export function mentionOf({ words, titles, titleSpan, gender }: TitledName, view: ArticleView): NameMention | null {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  const from = (titleSpan ?? first).start;
  const before = view.text.slice(Math.max(0, from - REACH_BEFORE), from);
  const behind = view.text.slice(last.end, last.end + REACH_BEHIND);
  const article = /(?:^|[^\p{L}])(the) $/iu.exec(before)?.[1];
  const hasOwnArticle = article === 'The' && !titleSpan && !view.opensSentence(first.start - 4);
  const previous = /(\p{L}{1,40})(?: the)? $/iu.exec(before)?.[1]?.toLowerCase() ?? '';
  const noun = /(\p{L}{1,40}),? $/u.exec(before)?.[1]?.toLowerCase() ?? '';
  const isOwner = /^['’]s?(?!\p{L})/u.test(behind);
  const hasStop = /^[js]r$/.test(last.key) && behind.startsWith('.');
  return {
    start: hasOwnArticle ? first.start - 4 : first.start,
    end: hasStop ? last.end + 1 : last.end,
    keys: withoutParticle(words.map(({ key }) => key)),
    titles,
    titleSpan,
    gender: gender ?? genderOfRole(noun),
    isAcronym: words.length === 1 && first.isAcronym,
    hasArticle: article !== undefined && !goesWithNoun(behind),
    isLocative: titles.length === 0 && (LOCATIVE.has(previous) ? !isOwner : isInRegion(behind)),
    hasAcronymBehind: /^ \(\p{Lu}{3,8}\)/u.test(behind),
    isCalledOutlet: OUTLET_BEFORE.test(before) && !HAPPENING.test(behind),
    isInTitle: view.isInTitle(first.start),
  };
}

const OUTLET_BEFORE =
  /(?:^|[^\p{L}])(?:newspaper|tabloid|magazine|broadcaster|newswire|website|news (?:site|outlet|portal|channel|agency)|(?:radio|TV) (?:station|channel)|daily|weekly) ["“‘]?$/u;
/** What is daily or weekly besides papers: "the daily Trump briefing". */
const HAPPENING = /^ (?:briefings?|calls?|show|meetings?|polls?|rall(?:y|ies)|speech(?:es)?|tracking|press)(?!\p{L})/u;

/** Whether "the" belongs to a noun behind the name, as in "the Trump campaign". */
function goesWithNoun(behind: string): boolean {
  const noun = /^ (\p{Ll}{2,16})/u.exec(behind)?.[1] ?? '';
  return isInstitution(noun) || isOutletNoun(noun) || isRole(noun) || singularRole(noun) !== null;
}

const withoutParticle = (keys: readonly string[]): readonly string[] =>
  keys.length > 1 && PARTICLES.has(keys[0] ?? '') ? keys.slice(1) : keys;

/** Whether the name of a state or region follows, as behind that of a town. */
function isInRegion(behind: string): boolean {
  const region = /^, (\p{Lu}[\p{L}.]{1,12})(?![\p{L}])/u.exec(behind)?.[1];
  return region !== undefined && isPlace([keyOf(region)]);
}
