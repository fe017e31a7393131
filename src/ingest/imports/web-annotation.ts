import { z } from 'zod';
import { VerbatimError } from '../../domain/errors.ts';
import { assertStorable } from '../../text/storable.ts';
import { LeftOut, readAs, sentenceOf, wordsOf } from './annotation-problem.ts';
import { attributionOfTags } from './attribution-tags.ts';
import type { ExportedNodes } from './exported-nodes.ts';
import { claimOf, isClaim } from './exported-claim.ts';
import type { AnnotationTarget, IncomingAnnotation } from './incoming-annotation.ts';
import { many, selectedBy, selector, types } from './selectors.ts';

const named = z.union([
  z.string().transform((id) => ({ id, name: id })),
  z
    .object({ id: z.string().nullish(), name: z.string().nullish() })
    .transform(({ id, name }) => ({ id, name: name ?? id })),
]);

const body = z.preprocess(
  (value) => (typeof value === 'string' ? { id: value } : value),
  z.object({
    type: types,
    value: z.string().nullish(),
    format: z.string().nullish(),
    purpose: many(z.string()),
  }),
);

const target = z.preprocess(
  (value) => (typeof value === 'string' ? { id: value } : value),
  z.object({ id: z.string().nullish(), source: named.nullish(), selector: many(selector) }),
);

/** An annotation of W3C's Web Annotation Data Model (https://www.w3.org/TR/annotation-model/). */
const annotation = z.object({
  motivation: many(z.string()),
  creator: many(named),
  body: many(body),
  bodyValue: z.string().nullish(),
  target: many(target),
});

/** Whether something is an annotation by its type. */
export function isWebAnnotation(written: object): boolean {
  const { type, '@type': other } = written as Readonly<Record<string, unknown>>;
  return [type, other].flat().some((one) => one === 'Annotation' || one === 'oa:Annotation');
}

/**
 * @param nodes what else is told in the same file
 * @throws LeftOut when it is a reply, a note on a whole page or a mark without a comment
 * @throws VerbatimError BAD_USER_INPUT
 */
export function readWebAnnotation(written: object, place: string, nodes: ExportedNodes): IncomingAnnotation {
  const read = readAs(annotation, written);
  if (read.motivation.includes('replying')) throw new LeftOut('it is a reply to another annotation');
  const selected = read.target.map((one) => ({ ...one, selected: selectedBy(one.selector) }));
  if (selected.every((one) => 'none' in one.selected && one.selected.none === 'NO_SELECTOR')) {
    throw new LeftOut('it is a note on something as a whole');
  }
  const creator = read.creator.map(({ name }) => name).find((name) => typeof name === 'string') ?? null;
  const targetOf = (one: (typeof selected)[number], where: string): AnnotationTarget => ({
    sources: nodes.namesOf(one.source?.id ?? one.id ?? ''),
    words: wordsOf(one.selected, where),
  });
  const { body: writtenBody } = written as { readonly body?: unknown };
  if (isClaim(writtenBody)) {
    const targets = selected.map((one, index) => targetOf(one, `target/${String(index)}`));
    return { place, targets, creator, ...claimOf(writtenBody, nodes) };
  }
  const sentence = commentOf(read);
  const targets = selected.map((one, index) => targetOf(one, `target/${String(index)}`));
  const tags = read.body.filter(isTag).flatMap(({ value }) => value ?? []);
  for (const tag of tags) assertStorable(tag, 'a tag');
  const ofText = (exact: string) => ({
    sources: targets[0]?.sources ?? [],
    words: { exact, prefix: '', suffix: '', position: null },
  });
  return { place, text: sentence, targets, attribution: attributionOfTags(tags, ofText), claim: null, creator };
}

type Body = z.infer<typeof body>;

const isTag = ({ purpose }: Body): boolean => purpose.includes('tagging');

/** The one comment among the bodies. Pictures, links and the like are none. */
function commentOf({ body: bodies, bodyValue }: z.infer<typeof annotation>): string {
  const comments = bodies.filter((one) => !isTag(one) && typeof one.value === 'string' && one.value.trim() !== '');
  const html = comments.find(({ format }) => /html/i.test(format ?? ''));
  if (html) throw new VerbatimError('BAD_USER_INPUT', `its comment is ${String(html.format)}: write it as plain text.`);
  const texts = [...comments.flatMap(({ value }) => value ?? []), ...(bodyValue ? [bodyValue] : [])];
  if (texts.length > 1) {
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `it has ${String(texts.length)} comments, and a statement is one sentence: make an annotation of each.`,
    );
  }
  return sentenceOf(texts[0] ?? '');
}
