import { nameKey } from '../../src/domain/name-key.ts';
import type { ActorKind } from '../../src/domain/vocabulary.ts';
import { matchActor } from '../../src/ingest/match-actors.ts';
import type { KnownActor } from '../../src/store/known.ts';

describe('The key of a name', () => {
  it.each([
    ['case and hyphens', 'Kim Jong-un', 'KIM JONG UN', true],
    ['accents', 'José Álvarez', 'Jose Alvarez', true],
    ['accents written apart', 'Jose\u0301', 'José', true],
    ['spaces of any kind', 'Kim\u00A0Jong \n Un', 'Kim Jong Un', true],
    ['the width of letters', 'ＫＩＭ Jong Un', 'Kim Jong Un', true],
    ['full stops', 'U.N. Command', 'U N Command', true],
    ['another spelling', 'Kim Jong-un', 'Kim Jong-eun', false],
    ['a part', 'Kim Jong-un', 'Kim Jong', false],
    ['another order', 'Kim Jong-un', 'Jong-un Kim', false],
    ['words that run together', 'Kim Jong-un', 'Kim Jongun', false],
    ['a number', 'Unit 7', 'Unit 8', false],
    ['another script', 'Путин', 'Putin', false],
  ])('looks at %s as readers do: %s, %s', (_, one, other, isSame) => {
    expect(nameKey(one, 'PERSON') === nameKey(other, 'PERSON')).toBe(isSame);
  });

  it.each([
    ['of a source left unnamed', 'a source in Russia', 'UNNAMED'],
    ['where nothing can be compared', '—…', 'PERSON'],
  ] as [string, string, ActorKind][])('is none %s', (_, name, kind) => {
    expect(nameKey(name, kind)).toBeNull();
  });
});

describe('An actor of an article', () => {
  const actor = (id: string, name: string, kind: ActorKind): KnownActor => ({
    id,
    name,
    kind,
    nameKey: nameKey(name, kind) ?? '',
  });
  const known = new Map<string, KnownActor[]>();
  for (const one of [
    actor('kim', 'Kim Jong Un', 'PERSON'),
    actor('smith', 'Smith', 'PERSON'),
    actor('an-ada', 'Ada Berg', 'PERSON'),
    actor('another-ada', 'Ada Berg', 'PERSON'),
    actor('izvestia', 'Izvestia', 'OUTLET'),
    actor('lom', 'Lom Council', 'ORGANIZATION'),
    actor('lom-too', 'Lom Town Council', 'ORGANIZATION'),
  ]) {
    known.set(one.nameKey, [...(known.get(one.nameKey) ?? []), one]);
  }
  // One that stands under another one comes as that one, under either name.
  known.set('the lom council', [
    actor('lom', 'Lom Council', 'ORGANIZATION'),
    actor('lom', 'Lom Council', 'ORGANIZATION'),
  ]);

  it.each([
    ['the only bearer of its full name', 'Kim Jong-un', 'PERSON', 'kim'],
    ['the same in capitals', 'KIM JONG UN', 'PERSON', 'kim'],
    ['an outlet of one word', 'Izvestia', 'OUTLET', 'izvestia'],
    ['one whom two known names lead to', 'The Lom Council', 'ORGANIZATION', 'lom'],
  ] as [string, string, ActorKind, string][])('is %s', (_, name, kind, id) => {
    expect(matchActor({ name, kind }, known)?.intoId).toBe(id);
  });

  it.each([
    ['by a family name alone', 'Smith', 'PERSON'],
    ['where two bear the name', 'Ada Berg', 'PERSON'],
    ['where one of another kind does', 'Izvestia', 'ORGANIZATION'],
    ['where a person has the name of an outlet', 'Kim Jong Un', 'OUTLET'],
    ['left unnamed', 'Lom Council', 'UNNAMED'],
    ['with a name that nobody bears', 'Kim Jong-il', 'PERSON'],
    ['with a part of a known name', 'Lom', 'ORGANIZATION'],
    ['without letters', '…', 'ORGANIZATION'],
  ] as [string, string, ActorKind][])('is nobody who is known %s', (_, name, kind) => {
    expect(matchActor({ name, kind }, known)).toBeNull();
  });

  it('is told to be another one for a reason that people can look into', () => {
    expect(matchActor({ name: 'KIM Jong-Un', kind: 'PERSON' }, known)?.reason).toBe(
      'The name "KIM Jong-Un" is that of Kim Jong Un, and of nobody else here.',
    );
  });
});
