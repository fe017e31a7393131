import fc from 'fast-check';
import { resolveSpeakers } from '../../../src/extract/speakers/resolve-speakers.ts';

describe('resolveSpeakers, whatever it is given,', () => {
  const units = fc.constantFrom(
    'Ann',
    'Lee',
    'Mr. ',
    'Sen. ',
    'he',
    'she',
    'who',
    'they',
    'I',
    'the',
    'ministry',
    'Ministry',
    ' of ',
    ' and ',
    ' ',
    ' ',
    ', ',
    '. ',
    '“',
    '”',
    '\n',
    '’s',
    '(',
    ')',
    'FBI',
    'president',
    'May',
    '-',
    'said',
    '\uD800',
    '😀',
    'é',
  );
  const texts = fc.array(units, { maxLength: 60 }).map((parts) => parts.join(''));

  it('finds for any spans of any text an actor whose spans lie in it, and the same one each time', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.tuple(fc.nat(120), fc.nat(12)), { maxLength: 12 }), (text, places) => {
        const attributions = places.map(([start, length]) => ({
          source: [{ start, end: start + length }],
          cue: [{ start, end: start }],
          content: [{ start: start >> 1, end: start + length + 3 }],
        }));
        const { actors, speakers } = resolveSpeakers(text, attributions);
        expect(resolveSpeakers(text, attributions)).toEqual({ actors, speakers });
        expect(speakers).toHaveLength(attributions.length);
        for (const [index, { source }] of attributions.entries()) {
          const hasWords = source.some(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
          expect(speakers[index] !== null).toBe(hasWords);
        }
        for (const speaker of speakers) {
          if (!speaker) continue;
          expect(actors[speaker.actor]).toBeDefined();
          expect(speaker.confidence).toBeGreaterThan(0);
          expect(speaker.confidence).toBeLessThanOrEqual(1);
        }
        for (const { name, names, descriptions } of actors) {
          expect(name).not.toBe('');
          expect(text).toContain(name);
          expect(names.length + descriptions.length).toBeGreaterThan(0);
          for (const { start, end } of [...names, ...descriptions]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['a word without an end', 'a'.repeat(2_000_000)],
    ['capitals without an end', 'A'.repeat(2_000_000)],
    ['as many names', 'Ann Lee '.repeat(100_000)],
    ['as many initials', 'A. '.repeat(300_000)],
    ['as many hyphens', 'A-'.repeat(300_000)],
    ['as many pronouns', 'he said '.repeat(100_000)],
    ['as many groups', 'officials said '.repeat(50_000)],
    ['as many of one surname', 'Ann Lee. Bob Lee. Lee. '.repeat(30_000)],
    ['as many opening marks', '“A '.repeat(300_000)],
    ['as many commas', 'Ann Lee, a nurse, '.repeat(30_000)],
  ])('reads to the end %s', (_, text) => {
    const ends = [10, 1_000, 100_000].map((start) => ({ start, end: start + 60_000 }));
    const attributions = ends.map((span) => ({ source: [span], cue: [span], content: [] }));
    expect(resolveSpeakers(text, attributions).speakers).toHaveLength(3);
  });

  it.each([
    ['names', 'Ann Lee said so. Bob Lee said so. Lee said so. ', [0, 17, 34], 7],
    ['offices', 'Sen. Ann Lee left. The senator said so. The one said so. ', [19, 40, 0], 11],
    ['groups', 'Officials said so. They said so. A new official said so. ', [0, 19, 33], 9],
  ])('reads as many sources: %s', (_, sentence, starts, length) => {
    const text = sentence.repeat(3_000);
    const attributions = Array.from({ length: 9_000 }, (_none, index) => {
      const start = Math.floor(index / 3) * sentence.length + (starts[index % 3] ?? 0);
      const source = { start, end: start + length };
      return { source: [source], cue: [source], content: [{ start: 0, end: text.length }] };
    });
    expect(resolveSpeakers(text, attributions).speakers).not.toContain(null);
  });
});
