import { z } from 'zod';
import {
  ActorKind,
  Certainty,
  CreditRole,
  DateBasis,
  EventType,
  FurnitureKind,
  HopRole,
  ParticipantRole,
  Polarity,
  RelationType,
  StatementMode,
} from '../domain/vocabulary.ts';

/** The shape of the annotation files, as seeds/README.md explains it. */

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
  .max(120);
const prose = z.string().trim().min(1);
const reference = z.string().regex(/^[^/\s]+\/[^/\s]+$/, 'must be article/statement, such as 000/some-key');

const selector = z.union([
  z.string().min(1),
  z.strictObject({ exact: z.string().min(1), prefix: z.string().default(''), suffix: z.string().default('') }),
  z.strictObject({ from: z.string().min(1), to: z.string().min(1) }),
]);
export type WrittenSelector = z.infer<typeof selector>;

const selectors = z.union([selector.transform((one) => [one]), z.array(selector).min(1)]);

const date = z
  .strictObject({
    value: z.string(),
    basis: z.enum(DateBasis),
    reasoning: prose.optional(),
    quotes: z.array(selector).min(1),
  })
  .refine(({ basis, reasoning }) => basis === 'STATED' || reasoning !== undefined, {
    message: 'an INFERRED date needs its reasoning',
    path: ['reasoning'],
  });

const hop = z
  .strictObject({
    actor: slug,
    role: z.enum(HopRole).exclude(['WRITER', 'PUBLISHER']).optional(),
    source: selector.optional(),
    cue: selector.optional(),
  })
  .refine(({ source, cue }) => source !== undefined || cue !== undefined, {
    message: 'a hop needs the words that show it: source, cue or both',
  });
export type WrittenHop = z.infer<typeof hop>;

const statement = z
  .strictObject({
    key: slug,
    text: prose,
    mode: z.enum(StatementMode).exclude(['NARRATION']).optional(),
    polarity: z.enum(Polarity).default('AFFIRMED'),
    certainty: z.enum(Certainty).default('CERTAIN'),
    content: selectors,
    chain: z.array(hop).min(1).optional(),
    said: date.optional(),
  })
  .refine(({ mode, chain }) => (mode === undefined) === (chain === undefined), {
    message: 'mode and chain go together: both for reported words, none for NARRATION',
    path: ['mode'],
  });
export type WrittenStatement = z.infer<typeof statement>;

export const articleFile = z.strictObject({
  text: z.string().regex(/^[^/\\]+$/, 'must be the name of a file in corpus/'),
  slug,
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'must be a BCP 47 language tag'),
  url: z.url({ protocol: /^https?$/ }).optional(),
  title: selector,
  credits: z.array(z.strictObject({ role: z.enum(CreditRole), actor: slug, quote: selector })).default([]),
  published: date.optional(),
  furniture: z.array(z.strictObject({ kind: z.enum(FurnitureKind), quote: selector })).default([]),
  statements: z.array(statement).default([]),
});
export type ArticleFile = z.infer<typeof articleFile>;

const byArticle = z.record(z.string(), z.array(selector).min(1));
const sourceInArticle = z.strictObject({ in: z.string(), quote: selector });

export const actorsFile = z.array(
  z.strictObject({
    slug,
    name: prose,
    kind: z.enum(ActorKind),
    names: byArticle.default({}),
    descriptions: byArticle.default({}),
  }),
);
export type ActorsFile = z.infer<typeof actorsFile>;

export const eventsFile = z.array(
  z.strictObject({
    slug,
    title: prose,
    type: z.enum(EventType),
    occurred: z
      .strictObject({
        value: z.string(),
        basis: z.enum(DateBasis),
        reasoning: prose.optional(),
        quotes: z.array(sourceInArticle).min(1),
      })
      .refine(({ basis, reasoning }) => basis === 'STATED' || reasoning !== undefined, {
        message: 'an INFERRED date needs its reasoning',
        path: ['reasoning'],
      })
      .optional(),
    participants: z.array(z.strictObject({ actor: slug, role: z.enum(ParticipantRole) })).default([]),
    mentions: byArticle,
  }),
);
export type EventsFile = z.infer<typeof eventsFile>;

export const utterancesFile = z.array(
  z.strictObject({ key: slug, speaker: slug, renderings: z.array(reference).min(2) }),
);
export type UtterancesFile = z.infer<typeof utterancesFile>;

export const relationsFile = z.array(
  z.strictObject({ from: reference, type: z.enum(RelationType), to: reference, rationale: prose }),
);
export type RelationsFile = z.infer<typeof relationsFile>;

export const derivationsFile = z.array(z.strictObject({ article: z.string(), drawsOn: z.string(), rationale: prose }));
export type DerivationsFile = z.infer<typeof derivationsFile>;
