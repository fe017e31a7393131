import type { NameMention } from '../names/name-mention.ts';

const OPENS =
  /(?:^|[.!?;:,—–“”"(\n] ?|(?<![\p{L}\p{N}])(?:that|because|when|while|as|and|but|if|although|though|where|what|how|why|said|says|whether|since|until|so|or)\s)(?:the )?$/iu;
const VERB =
  /^ (?:also |then |now |has |had )?(?:is|was|are|were|has|had|have|will|would|did|does|do|can|could|may|might|should|says?|said|told|went|came|made|took|gave|won|lost|ran|met|spoke|wrote|\p{Ll}{2,20}(?:ed|s))(?![\p{L}\p{N}])/u;

/** Whether a name seems to be what its clause is about: something begins before it, or a verb stands behind it. */
export function isSubject(text: string, { start, end, titleSpan }: NameMention): boolean {
  const from = titleSpan?.start ?? start;
  const behind = text.slice(end, end + 40);
  if (/^['’]s?(?![\p{L}\p{N}])/u.test(behind)) return false;
  return OPENS.test(text.slice(Math.max(0, from - 16), from)) || VERB.test(behind);
}
