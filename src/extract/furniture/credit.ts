import type { FurnitureRule } from './furniture-rule.ts';

const NAME = "\\p{Lu}[\\p{L}.'’-]{1,30}";
/** "By Ada Holm and Bo Lind, Lom Times": names alone, and no sentence. */
const BYLINE = new RegExp(`^(?:By|BY) ${NAME}(?:(?: | and |, | AND )${NAME}){1,8}(?: \\| [^.!?]{1,60})?$`, 'u');
const EDITED =
  /^\(?(?:Edited|Written|Reported|Reporting|Editing|Compiled|Translated|Additional reporting)(?: by|:)(?: by)?:? ?\p{Lu}[^.!?]{1,160}\.?\)?$/u;
const RIGHTS =
  /^(?:(?:Copyright|COPYRIGHT|©|\([Cc]\)) ?(?:©|\([Cc]\))? ?(?:\d{4}|\p{Lu})|.{0,120}\b[Aa]ll [Rr]ights [Rr]eserved\b)/u;

/** Who wrote or edited it, and whose it is: "By Ada Holm", "Editing by Bo Lind", "© 2022 Lom Times". */
export const credit: FurnitureRule = {
  name: 'a byline or a line of rights',
  kind: 'CREDIT',
  holds: ({ words }) => words.length <= 200 && (BYLINE.test(words) || EDITED.test(words) || RIGHTS.test(words)),
};
