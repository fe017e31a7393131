import { marked, withCore, wordPlaces, type Edit } from './edit.ts';

const AUXILIARIES = new Set('will can must should is are was were has have would could may did'.split(' '));
const WITHOUT_NOT: Readonly<Record<string, string>> = { cannot: 'can', 'can’t': 'can' };

/** A "not" is put in or taken out: the words now say the opposite. */
export const negationChanged: Edit<'NEGATION_CHANGED'> = {
  kind: 'NEGATION_CHANGED',
  isHard: false,
  apply: (words, random) => {
    const core = (place: number) => marked(words[place] ?? '').core.toLowerCase();
    // "Whether or not" denies nothing.
    const places = wordPlaces(words).filter((place) => core(place) !== 'not' || core(place - 1) !== 'or');
    const negated = places.find(
      (place) => core(place) === 'not' || core(place) in WITHOUT_NOT || core(place).endsWith('n’t'),
    );
    if (negated !== undefined) {
      const short = WITHOUT_NOT[core(negated)] ?? core(negated).replace(/n’t$/, '');
      const left = core(negated) === 'not' ? [] : [withCore(words[negated] ?? '', short)];
      return { words: words.toSpliced(negated, 1, ...left), changed: 1 };
    }
    const affirmed = places.filter((place) => AUXILIARIES.has(core(place)) && marked(words[place] ?? '').after === '');
    if (affirmed.length === 0) return null;
    const place = random.pick(affirmed);
    return { words: words.toSpliced(place + 1, 0, 'not'), changed: 1 };
  },
};
