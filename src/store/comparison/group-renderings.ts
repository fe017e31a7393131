import { ownUtterance } from '../../domain/identity.ts';
import type { StoredRendering } from './find-proposals.ts';
import type { StoredStatement } from './read-articles.ts';

/**
 * Puts statements together that render one utterance, those that are most like each other first. Utterances that somebody
 * else relies on stay: those that people have made, and those with renderings in articles that are not compared now. Of
 * two others the one of the earlier article stays. Two that stay are never made one.
 *
 * @param open statements whose utterance is looked for anew
 * @param renderings found between them and others, or each other; the left ones stand in earlier articles
 * @param kept utterances that stay
 * @returns the utterance of each open statement
 */
export function groupRenderings(
  open: readonly StoredStatement[],
  renderings: readonly StoredRendering[],
  kept: ReadonlySet<string>,
): Map<string, string> {
  const utteranceOf = new Map(open.map(({ id }) => [id, ownUtterance(id)]));
  const members = new Map(open.map(({ id }) => [ownUtterance(id), [id]]));
  const stays = (utterance: string) => kept.has(utterance) || !members.has(utterance);
  const join = (from: string, to: string) => {
    const moved = members.get(from) ?? [];
    for (const id of moved) utteranceOf.set(id, to);
    members.delete(from);
    members.get(to)?.push(...moved);
  };
  const byLikeness = [...renderings].sort(
    (a, b) => b.similarity - a.similarity || (a.left.id + a.right.id < b.left.id + b.right.id ? -1 : 1),
  );
  for (const { left, right } of byLikeness) {
    const [one, other] = [left, right].map(({ id, utteranceId }) => utteranceOf.get(id) ?? utteranceId) as [
      string,
      string,
    ];
    if (one === other) continue;
    if (!stays(other)) join(other, one);
    else if (!stays(one)) join(one, other);
  }
  return utteranceOf;
}
