import { VerbatimError } from '../../domain/errors.ts';
import { Certainty, Polarity, StatementMode } from '../../domain/vocabulary.ts';
import type { AnnotatedHop, Attribution } from './incoming-annotation.ts';

const ROLES = { speaker: 'SPEAKER', outlet: 'OUTLET', wire: 'WIRE', reporter: 'REPORTER' } as const;
const KNOWN = ['mode', 'polarity', 'certainty', ...Object.keys(ROLES), 'cue'];

/** A name and a colon; an address is none. */
const NAMED = /^([\p{L}_-]{1,40}):(?!\/\/)([^]*)$/u;
const LINK = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:=([^]+))?$/;

/**
 * What the tags of an annotation tell of who says its words: `mode:DIRECT`, `polarity:NEGATED`, `certainty:PROBABLE`, and from the
 * article inwards `outlet:izvestia=the daily Izvestia`, `speaker:nils-holm=Holm`, each with the words that name them, and behind a link
 * `cue:said`. Tags without a colon are whatever their writer means by them.
 *
 * @param wordsOf makes words that were written down into words of the text that is annotated
 * @throws VerbatimError BAD_USER_INPUT when a tag with a colon is none of these, or they do not go together
 */
export function attributionOfTags(
  tags: readonly string[],
  wordsOf: (exact: string) => NonNullable<AnnotatedHop['source']>,
): Attribution {
  const values = new Map<string, string>();
  const chain: AnnotatedHop[] = [];
  const cues: { readonly words: string; readonly link: number }[] = [];
  for (const tag of tags) {
    const [, written = '', value = ''] = NAMED.exec(tag) ?? [];
    if (written === '') continue;
    const name = written.toLowerCase();
    if (Object.hasOwn(ROLES, name)) {
      const [, slug, words] = LINK.exec(value) ?? [];
      if (slug === undefined) {
        throw wrong(tag, `needs the slug of an actor, and the words that name it: ${name}:nils-holm=Nils Holm`);
      }
      const role = ROLES[name as keyof typeof ROLES];
      const source = words === undefined ? null : wordsOf(words);
      chain.push({ actor: { slug, described: null }, role, source, cue: null });
    } else if (name === 'cue') {
      if (value === '') throw wrong(tag, 'needs the words that tell that it was said: cue:told reporters');
      cues.push({ words: value, link: chain.length - 1 });
    } else if (!KNOWN.includes(name)) {
      throw wrong(
        tag,
        `is not known. Tags with a colon are ${KNOWN.join(', ')}; leave it out, or write it without one`,
      );
    } else if (values.has(name)) {
      throw wrong(tag, `is there twice`);
    } else values.set(name, value);
  }
  for (const { words, link } of cues) {
    // Of a single link it is the cue wherever it stands: some programs sort tags.
    const at = chain.length === 1 ? 0 : link;
    const hop = chain[at];
    if (!hop || hop.cue) throw wrong(`cue:${words}`, 'must follow the one who speaks or passes on, once for each');
    chain[at] = { ...hop, cue: wordsOf(words) };
  }
  return {
    mode: oneOf(StatementMode, 'mode', values) ?? null,
    polarity: oneOf(Polarity, 'polarity', values) ?? 'AFFIRMED',
    certainty: oneOf(Certainty, 'certainty', values) ?? 'CERTAIN',
    chain,
  };
}

function oneOf<Value extends string>(
  vocabulary: Readonly<Record<Value, Value>>,
  name: string,
  values: ReadonlyMap<string, string>,
): Value | undefined {
  const value = values.get(name);
  if (value === undefined) return undefined;
  const known = value.toUpperCase();
  if (Object.hasOwn(vocabulary, known)) return known as Value;
  throw wrong(`${name}:${value}`, `must be one of ${Object.keys(vocabulary).join(', ')}`);
}

const wrong = (tag: string, what: string): VerbatimError =>
  new VerbatimError('BAD_USER_INPUT', `the tag ${JSON.stringify(tag.slice(0, 100))} ${what}.`);
