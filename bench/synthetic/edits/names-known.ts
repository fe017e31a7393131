import { FIRST_NAMES, ORGANIZATIONS, PLACES, SURNAMES } from '../vocabulary/names.ts';

const NAMES = new Set(
  [...FIRST_NAMES, ...SURNAMES, ...PLACES, ...ORGANIZATIONS]
    .flatMap((name) => name.split(' '))
    .filter((part) => /^\p{Lu}/u.test(part)),
);

/** Whether a word belongs to a name, and so keeps its capital everywhere. "I" does as well. */
export const isName = (core: string): boolean => NAMES.has(core) || /^I(?:’|'|$)/.test(core);
