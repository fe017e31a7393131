import fc from 'fast-check';
import { Links, NO_SPAN } from '../../../src/extract/attributions/links.ts';

const all = (links: Links) => Array.from({ length: links.count }, (_, attribution) => links.at(attribution));

describe('spans that belong together', () => {
  it('are joined by their cue, with the least likelihood of their links', () => {
    const links = new Links(6);
    links.addContent(0, 2, 0.9);
    links.addContent(3, NO_SPAN, 0.8);
    links.addContent(5, 2, 0.7);
    links.addSource(0, 1, 0.6);
    links.addSource(1, NO_SPAN, 0.95);
    expect(all(links)).toEqual([
      { cue: 2, source: 1, contents: [0, 5], likelihood: 0.6 },
      { cue: NO_SPAN, source: NO_SPAN, contents: [3], likelihood: 0.8 },
    ]);
  });

  it('come in the order in which they begin, whichever of their parts stands first', () => {
    const links = new Links(6);
    links.addContent(2, 3, 1);
    links.addContent(4, 1, 1);
    links.addContent(5, NO_SPAN, 1);
    links.addSource(0, 4, 1);
    links.addSource(1, 0, 1);
    expect([...links.inOrder((span) => 2 * span)]).toEqual([1, 0, 2]);
  });

  it('are those that were told, whatever the order of cues', () => {
    const cues = fc.array(fc.option(fc.nat(9), { nil: NO_SPAN }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(cues, (told) => {
        const links = new Links(told.length + 10);
        const expected = new Map<number, number[]>();
        told.forEach((cue, index) => {
          links.addContent(10 + index, cue, 1);
          const key = cue === NO_SPAN ? -1 - index : cue;
          expected.set(key, [...(expected.get(key) ?? []), 10 + index]);
        });
        expect(all(links).map(({ contents }) => contents)).toEqual([...expected.values()]);
      }),
    );
  });
});
