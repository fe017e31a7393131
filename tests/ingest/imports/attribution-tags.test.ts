import { attributionOfTags } from '../../../src/ingest/imports/attribution-tags.ts';
import { refusal } from '../../support/refusal.ts';

const read = (...tags: string[]) =>
  attributionOfTags(tags, (exact) => ({ sources: [], words: { exact, prefix: '', suffix: '', position: null } }));

/** Who passes it on, with the words that name it and those that tell that it was said. */
const chainOf = (...tags: string[]) =>
  read(...tags).chain.map(({ actor, role, source, cue }) =>
    [role, actor.slug, source?.words.exact ?? '', cue?.words.exact ?? ''].join('|'),
  );

describe('Tags', () => {
  it('tell nothing of who speaks where none has a name and a colon', () => {
    expect(read('weather', 'a b', 'https://one.example', '12:30', ': x', '')).toEqual({
      mode: null,
      polarity: 'AFFIRMED',
      certainty: 'CERTAIN',
      chain: [],
    });
  });

  it('tell how the words are given, in any case', () => {
    expect(read('mode:direct', 'Polarity:NEGATED', 'certainty:Possible')).toMatchObject({
      mode: 'DIRECT',
      polarity: 'NEGATED',
      certainty: 'POSSIBLE',
    });
  });

  it.each([
    ['a speaker alone', ['speaker:nils-holm'], ['SPEAKER|nils-holm||']],
    ['with the words that name it', ['speaker:nils-holm=Holm, the = sign'], ['SPEAKER|nils-holm|Holm, the = sign|']],
    ['with a cue', ['speaker:holm', 'cue:said'], ['SPEAKER|holm||said']],
    ['with a cue that was sorted before it', ['cue:said', 'speaker:holm'], ['SPEAKER|holm||said']],
    [
      'from the article inwards',
      ['outlet:times=The Times', 'cue:wrote', 'x', 'wire:tass=Tass', 'reporter:ada=Ada', 'speaker:holm', 'cue:told'],
      ['OUTLET|times|The Times|wrote', 'WIRE|tass|Tass|', 'REPORTER|ada|Ada|', 'SPEAKER|holm||told'],
    ],
  ])('name %s', (_, tags, expected) => {
    expect(chainOf(...tags)).toEqual(expected);
  });

  it.each([
    [
      'a name that is misspelled',
      ['speeker:putin'],
      'the tag "speeker:putin" is not known. Tags with a colon are mode,',
    ],
    ['a name of others', ['topic:war'], 'is not known'],
    ['a name that objects have', ['constructor:x'], 'is not known'],
    ['a mode that there is not', ['mode:QUOTE'], 'must be one of DIRECT, MIXED, INDIRECT, NARRATION'],
    ['a polarity that objects have', ['polarity:toString'], 'must be one of AFFIRMED, NEGATED'],
    ['two modes', ['mode:DIRECT', 'mode:MIXED'], 'is there twice'],
    ['a name for a slug', ['speaker:Nils Holm'], 'needs the slug of an actor'],
    ['no words behind the sign', ['speaker:holm='], 'needs the slug of an actor'],
    ['a cue of nobody', ['cue:said'], 'must follow the one who speaks'],
    ['a cue before the first of two', ['cue:said', 'outlet:times', 'speaker:holm'], 'must follow the one who speaks'],
    ['two cues of one', ['speaker:holm', 'cue:said', 'cue:told'], 'once for each'],
    ['a cue without words', ['speaker:holm', 'cue:'], 'needs the words'],
  ])('are refused with %s', (_, tags, message) => {
    expect(() => read(...tags)).toThrow(refusal(message));
  });
});
