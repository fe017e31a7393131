import { mayAgree } from '../gender.ts';
import type { ArticleView } from '../article-view.ts';
import type { NameMention } from '../names/name-mention.ts';
import { roleOf } from '../lexicon/roles.ts';
import { Acronyms } from './acronyms.ts';
import { Figure } from './figure.ts';
import { type Form, formsOf, genderOf } from './forms.ts';
import { personKey, withoutSuffix } from './kind-of-name.ts';
import { isOneLetterApart } from './one-letter-apart.ts';
import { ShortNames } from './short-names.ts';

/** So many full names with one first word are compared for slips. */
const MOST_COMPARED = 40;

/** Who each name of an article names: full names first, then what is short for them. */
export function clusterNames(view: ArticleView, mentions: readonly NameMention[]): Map<NameMention, Figure> {
  const owners = new Map<NameMention, Figure>();
  const forms = formsOf(mentions);
  const full = fullNames(forms);
  for (const [form, figure] of full) for (const mention of form.mentions) give(mention, figure, owners);
  const figures = new Set(full.values());
  for (const figure of figures) figure.names.sort((a, b) => a.start - b.start);

  const bodies = [...figures].filter(({ kind }) => kind !== 'PERSON');
  const acronyms = new Acronyms(view.text, bodies);
  const shortNames = new ShortNames(view, [...figures]);
  const own = new Map<string, Figure>();
  for (const form of forms) {
    if (full.has(form)) continue;
    const body = form.mentions.some(({ isAcronym }) => isAcronym) ? acronyms.find(form.keys, form.mentions) : null;
    for (const mention of form.mentions) {
      give(mention, body ?? shortNames.find(form, mention) ?? ownFigure(form, mention, own), owners);
    }
  }
  for (const figure of new Set(owners.values())) figure.names.sort((a, b) => a.start - b.start);
  return owners;
}

function give(mention: NameMention, figure: Figure, owners: Map<NameMention, Figure>): void {
  owners.set(mention, figure);
  figure.names.push(mention);
  figure.learnGender(figure.kind === 'PERSON' ? mention.gender : null);
  for (const title of mention.titles) figure.roles.add(roleOf(title));
}

/** The figures that are named in full, by spelling; spellings of one name have one figure. */
function fullNames(forms: readonly Form[]): Map<Form, Figure> {
  const figures = new Map<Form, Figure>();
  const byKey = new Map<string, Figure>();
  const bySlip = new Map<string, { form: Form; figure: Figure }[]>();
  const short = shortenings(forms);
  for (const form of forms) {
    if (!form.isFull || (form.kind === 'PERSON' && short.has(form.keys.join(' ')))) continue;
    const key = form.kind === 'PERSON' ? personKey(form.keys) : form.keys.join(' ');
    const alike = bySlip.get(form.keys[0] ?? '') ?? [];
    const figure =
      byKey.get(key) ?? alike.find((other) => isSlip(form, other.form))?.figure ?? new Figure(key, form.kind);
    figure.learnGender(genderOf(form));
    byKey.set(key, figure);
    figures.set(form, figure);
    if (alike.length < MOST_COMPARED) alike.push({ form, figure });
    bySlip.set(form.keys[0] ?? '', alike);
  }
  return figures;
}

/** What is short for names of persons of three words and more: "van der Berg", "Kim Jong". */
const shortenings = (forms: readonly Form[]): ReadonlySet<string> =>
  new Set(
    forms
      .filter(({ kind, keys }) => kind === 'PERSON' && withoutSuffix(keys).length > 2)
      .map(({ keys }) => withoutSuffix(keys))
      .flatMap((keys) => [keys.slice(1).join(' '), keys.slice(0, -1).join(' ')]),
  );

/** Whether two names of persons are one with a slip in its last word, all else being equal. */
function isSlip(a: Form, b: Form): boolean {
  if (a.kind !== 'PERSON' || b.kind !== 'PERSON' || a.keys.length !== b.keys.length) return false;
  if (a.keys.slice(0, -1).join(' ') !== b.keys.slice(0, -1).join(' ')) return false;
  return isOneLetterApart(a.keys.at(-1) ?? '', b.keys.at(-1) ?? '', a.keys.length > 2 ? 3 : undefined);
}

/** The figure of a name that is short for no other: one for all its places, but one each for "Mr." and "Mrs.". */
function ownFigure(form: Form, mention: NameMention, own: Map<string, Figure>): Figure {
  const key = form.keys.join(' ');
  const same = [own.get(key), own.get(`${key} MALE`), own.get(`${key} FEMALE`)].filter(
    (figure) => figure !== undefined,
  );
  const fitting = same.find((figure) => mayAgree(figure.gender, mention.gender));
  if (fitting) return fitting;
  const figure = new Figure(key, form.kind);
  own.set(same.length === 0 ? key : `${key} ${mention.gender ?? ''}`, figure);
  return figure;
}
