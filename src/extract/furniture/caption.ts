import type { FurnitureRule } from './furniture-rule.ts';

/** Longer lines are paragraphs. */
const LONGEST = 300;
/** "(Ministry FB)", "(Photo: Ada Holm)" at the end of a line that is no sentence: where a picture comes from. */
const IN_BRACKETS =
  /[^.!?]\s?\((?:[^()]{0,60}[\s/:])?(?:photos?|images?|pictures?|getty(?: images)?|shutterstock|ap|afp|epa|reuters|fb|facebook|instagram|telegram|twitter|flickr|handout|screenshot|youtube|wikimedia(?: commons)?|courtesy [^()]{1,60})(?:[\s/:][^()]{0,60})?\)\.?$/iu;
/** "Photo: Getty Images" at the beginning or the end of a line. */
const LABEL = /(?:^|[.)\s])(?:photo(?:graph)?|image|picture)(?: credit| by| source)?s?: ?[^.:]{2,60}\.?$/iu;
const FROM_AGENCY =
  /(?:^|\s)(?:source|credit|via): ?[^.:]{0,40}(?:getty|shutterstock|ap|afp|epa|reuters|images|photos?)\b[^.:]{0,20}\.?$/iu;
/** "Ada Holm/Getty Images" alone on its line. */
const CREDIT_LINE =
  /^(?:(?:Photo|Image) by )?\p{Lu}[\p{L}.'’-]{0,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){0,4} ?[/|] ?(?:(?:via )?(?:AP|AFP|EPA|Reuters|REUTERS|Getty|Shutterstock|Bloomberg|TASS|Tass|Xinhua|Anadolu)\b[^.!?]{0,40}|[^.!?/]{1,40} (?:Images|Photos?))\.?$/u;
const POSITIONS = [/\((?:L|left)\)/u, /\((?:R|right)\)/u] as const;
const FILE = /^(?:FILE(?: PHOTO)?|PHOTO|Pictured)\s?(?:[:–—-]|\bis\b)/u;

/** A picture’s caption or its credit: “The bridge in May. (Photo: Ada Holm)”, “Ada Holm/Getty Images”. */
export const caption: FurnitureRule = {
  name: 'a caption or a picture credit',
  kind: 'CAPTION',
  holds: ({ words }) =>
    words.length <= LONGEST &&
    (IN_BRACKETS.test(words) ||
      LABEL.test(words) ||
      FROM_AGENCY.test(words) ||
      CREDIT_LINE.test(words) ||
      FILE.test(words) ||
      POSITIONS.every((position) => position.test(words))),
};
