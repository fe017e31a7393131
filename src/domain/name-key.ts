import type { ActorKind } from './vocabulary.ts';

/**
 * A name as it is compared with others: without case, accents, punctuation and spaces of any kind, so that "Kim Jong-un" and
 * "KIM JONG UN" are one. Null for a source left unnamed, whose words name nobody, and where no letter or digit is left.
 */
export function nameKey(name: string, kind: ActorKind): string | null {
  if (kind === 'UNNAMED') return null;
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words ? words.join(' ') : null;
}
