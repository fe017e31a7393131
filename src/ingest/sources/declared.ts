import { z } from 'zod';
import { readEdtf } from '../../domain/edtf.ts';
import { VerbatimError } from '../../domain/errors.ts';
import { assertStorable } from '../../text/storable.ts';
import type { Declared, DeclaredInput } from './incoming-article.ts';

const words = (longest: number) => z.string().trim().min(1).max(longest);

/** The day of a date with a time, as it is written there: what an article calls "today" goes by the clock of its place. */
const DAY_WITH_TIME = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/;

const published = words(100)
  .transform((value) => DAY_WITH_TIME.exec(value)?.[1] ?? value)
  .superRefine((value, context) => {
    try {
      readEdtf(value);
    } catch (error) {
      if (!(error instanceof VerbatimError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  });

const ABSOLUTE = 'must be an absolute address, https://… or http://…';

const FIELDS = {
  title: words(1_000),
  url: words(2_000)
    .regex(/^https?:\/\/\S+$/i, ABSOLUTE)
    .pipe(z.url(ABSOLUTE)),
  language: words(35).regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'must be a BCP 47 language tag, such as en or pt-BR'),
  published,
  author: z.union([words(500), z.array(words(500)).transform((names) => names.join(', '))]),
  publisher: words(500),
  slug: words(120).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'),
  id: z.union([words(500), z.number().transform(String)]),
} satisfies Readonly<Record<keyof DeclaredInput, z.ZodType<string>>>;

const KEYS = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

const saysNothing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** What is said of an article, checked; other keys are not looked at. */
export type CheckedDeclared = Declared & { readonly id: string | null };

/**
 * Checks what somebody says of an article.
 *
 * @param written anything; a list of authors is taken for their names, a date with a time for its day
 * @param place names it in the error message
 * @throws VerbatimError BAD_USER_INPUT with everything that is wrong
 */
export function readDeclared(written: Readonly<Partial<Record<string, unknown>>>, place: string): CheckedDeclared {
  const problems: string[] = [];
  const checked: Partial<Record<keyof typeof FIELDS, string>> = {};
  for (const key of KEYS) {
    const value = Object.hasOwn(written, key) ? written[key] : undefined;
    if (saysNothing(value)) continue;
    const outcome = FIELDS[key].safeParse(value);
    if (outcome.success) {
      assertStorable(outcome.data, `${place}: ${key}`);
      checked[key] = outcome.data;
    } else problems.push(`${key}: ${outcome.error.issues.map(({ message }) => message).join('; ')}`);
  }
  if (problems.length > 0) throw new VerbatimError('BAD_USER_INPUT', `${place}: ${problems.join('\n')}`);
  return { ...NOTHING_DECLARED, id: null, ...checked };
}

/** The first of several values that is valid: a page that says nonsense of itself is read all the same. */
export function firstValid(key: keyof Declared, candidates: readonly unknown[]): string | null {
  for (const candidate of candidates) {
    const outcome = FIELDS[key].safeParse(candidate);
    if (outcome.success && outcome.data.isWellFormed() && !outcome.data.includes('\0')) return outcome.data;
  }
  return null;
}

/** What `over` says, and where it says nothing, what `base` says. */
export function overlay<Base extends DeclaredInput>(base: Base, over: DeclaredInput): Base {
  const given = Object.entries(over).filter(([, value]) => !saysNothing(value));
  return { ...base, ...Object.fromEntries(given) };
}

export const NOTHING_DECLARED: Declared = {
  title: null,
  url: null,
  language: null,
  published: null,
  author: null,
  publisher: null,
  slug: null,
};
