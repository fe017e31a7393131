import { withThe } from '../actors.ts';
import type { Matter } from '../matter.ts';
import type { Random } from '../random.ts';
import { invent, PLACES, SURNAMES } from '../vocabulary/names.ts';
import { withArticles, type VerbForm } from '../vocabulary/inflection.ts';
import { words } from '../vocabulary/topic.ts';
import { GENERAL, topicLexicon } from './lexicon.ts';
import { RULES } from './rules.ts';

const FEW = words('two three four five six seven eight nine ten twelve');
const PERIODS = words('year month week day');
const WEEKDAYS = words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday');
const MONTHS = words('January February March April May June July August September October November December');
const SEASONS = words('winter spring summer autumn');
const CURRENCIES = words('crowns marks florins');
const MOMENTS = words('moment minute hour');

type Chosen = Pick<Random, 'fraction' | 'chance' | 'integer' | 'zipf' | 'pick' | 'pickZipf'>;
type Part = (prose: Prose) => string;

/**
 * Writes sentences about one matter.
 *
 * Shape and words are drawn from two sources, so that two sentences can have the shape in common and some of their words.
 */
export class Prose {
  readonly #last = new Map<string, number>();

  constructor(
    readonly matter: Matter,
    readonly shape: Chosen,
    readonly lexicon: Chosen = shape,
  ) {}

  /** One of the templates, filled in: without a capital and without a full stop. */
  phrase(templates: readonly string[]): string {
    return withArticles(expand(this.shape.pick(templates), this));
  }

  /** One of the templates, filled in, as a sentence. */
  sentence(templates: readonly string[]): string {
    return asSentence(this.phrase(templates));
  }

  /** One of the topic's words: often one of the matter's own, else what is common in the topic. */
  topical(kind: keyof Matter['order'], list: readonly string[]): string {
    const rank = this.lexicon.zipf(list.length);
    return this.other(kind, list, this.lexicon.chance(0.5) ? (this.matter.order[kind][rank] ?? rank) : rank);
  }

  /** A word by its group of synonyms. */
  general(kind: keyof typeof GENERAL): string {
    const groups: readonly (readonly string[])[] = GENERAL[kind];
    const group = this.lexicon.zipf(groups.length);
    return this.lexicon.pickZipf(groups[group] ?? ['']);
  }

  /** The word of that index, or the next one when it came last among its kind: "between Tolven and Tolven" is no place. */
  other(kind: string, list: readonly string[], index: number): string {
    const distinct = this.#last.get(kind) === index ? (index + 1) % list.length : index;
    this.#last.set(kind, distinct);
    return list[distinct] ?? '';
  }
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A phrase with a capital and a full stop, unless it asks something. */
export const asSentence = (phrase: string): string => capitalised(phrase.endsWith('?') ? phrase : `${phrase}.`);

const topical =
  (kind: 'people' | 'thing' | 'things' | 'stuff' | 'adjective'): Part =>
  (prose) =>
    prose.topical(kind === 'things' ? 'thing' : kind, topicLexicon(prose.matter.topic)[kind]);

const verb =
  (form: VerbForm): Part =>
  (prose) =>
    prose.topical('verb', topicLexicon(prose.matter.topic).verb[form]);

const general =
  (kind: keyof typeof GENERAL): Part =>
  (prose) =>
    prose.general(kind);

const listed =
  (list: readonly string[]): Part =>
  ({ lexicon }) =>
    lexicon.pick(list);

const thousands = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** The slots that are a word. */
const WORD_SLOTS: Readonly<Record<string, Part>> = {
  people: topical('people'),
  thing: topical('thing'),
  things: topical('things'),
  stuff: topical('stuff'),
  verb: verb('base'),
  verbs: verb('third'),
  verbed: verb('past'),
  verbdone: verb('participle'),
  verbing: verb('gerund'),
  adj: topical('adjective'),
  gnoun: general('noun'),
  gnouns: general('nouns'),
  gverb: general('verb'),
  gverbed: general('verbPast'),
  gverbdone: general('verbParticiple'),
  gverbing: general('verbGerund'),
  gadj: general('adjective'),
  adverb: general('adverb'),
  place: (prose) => {
    const other = prose.lexicon.zipf(PLACES.length);
    return prose.other('place', PLACES, prose.lexicon.chance(0.5) ? PLACES.indexOf(prose.matter.place) : other);
  },
  project: ({ matter, lexicon }) =>
    lexicon.chance(0.6)
      ? lexicon.pickZipf(matter.projects)
      : `${invent(lexicon)} ${lexicon.pickZipf(matter.topic.things)}`,
  surname: ({ lexicon }) => lexicon.pickZipf(SURNAMES),
  organization: ({ matter, lexicon }) => withThe(lexicon.pickZipf(matter.organizations)),
  few: listed(FEW),
  count: ({ lexicon }) => String(lexicon.integer(11, 99)),
  big: ({ lexicon }) => thousands(lexicon.integer(2, 99) * (lexicon.chance(0.5) ? 50 : 700)),
  percent: ({ lexicon }) => `${String(lexicon.integer(3, 97))} per cent`,
  money: ({ lexicon }) => `${String(lexicon.integer(2, 900) / 10)} million ${lexicon.pickZipf(CURRENCIES)}`,
  period: ({ lexicon }) => lexicon.pickZipf(PERIODS),
  periods: ({ lexicon }) => `${lexicon.pickZipf(PERIODS)}s`,
  weekday: listed(WEEKDAYS),
  month: listed(MONTHS),
  season: listed(SEASONS),
  year: ({ lexicon }) => String(2024 - lexicon.zipf(60)),
  moment: listed(MOMENTS),
};

/** Templates read once: by turns fixed text and a part. */
const compiled = new Map<string, readonly (string | Part)[]>();

function expand(template: string, prose: Prose): string {
  let text = '';
  for (const part of compile(template)) text += typeof part === 'string' ? part : part(prose);
  return text;
}

function compile(template: string): readonly (string | Part)[] {
  const known = compiled.get(template);
  if (known) return known;
  const parts = template
    .split(/\{(\w+)\}/)
    .map((piece, index) => (index % 2 === 0 ? piece : slot(piece)))
    .filter((part) => part !== '');
  compiled.set(template, parts);
  return parts;
}

function slot(name: string): Part {
  const word = WORD_SLOTS[name];
  if (word) return word;
  const alternatives = (RULES as Readonly<Record<string, readonly string[]>>)[name];
  if (!alternatives) throw new Error(`There is no part of sentences that is called ${name}.`);
  return (prose) => expand(prose.shape.pick(alternatives), prose);
}
