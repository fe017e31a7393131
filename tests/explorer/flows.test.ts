import fc from 'fast-check';
import { flows, standsForOthers } from '../../explorer/src/text/flows.ts';

const chain = (...names: string[]) => names.map((name) => ({ slug: name, name }));
const OPTIONS = { most: 3, line: 20, unit: 4 };

describe('flows', () => {
  it('count who quotes whom, at each depth', () => {
    const { links, depths } = flows(
      [chain('paper', 'wire', 'Ann'), chain('paper', 'wire', 'Bob'), chain('paper', 'Ann')],
      OPTIONS,
    );
    expect(depths).toBe(3);
    expect(links.map(({ from, to, weight }) => `${from.name} > ${to.name}: ${String(weight)}`).sort()).toEqual([
      'paper > Ann: 1',
      'paper > wire: 2',
      'wire > Ann: 1',
      'wire > Bob: 1',
    ]);
  });

  it('put together whom there is no room for, the least quoted', () => {
    const { nodes, links } = flows(
      [...'abbcccdddd'].map((speaker) => chain('paper', speaker)),
      OPTIONS,
    );
    expect(nodes.filter(({ depth }) => depth === 1).map(({ name, weight }) => `${name} ${String(weight)}`)).toEqual([
      'd 4',
      'c 3',
      'b 2',
      '1 others 1',
    ]);
    expect(links.filter(({ to }) => standsForOthers(to))).toHaveLength(1);
  });

  it('of nothing are nothing', () => {
    expect(flows([], OPTIONS)).toEqual({ nodes: [], links: [], depths: 0, height: 0 });
  });

  it('lose no chain, and let no two nodes touch, however many there are', () => {
    const name = fc.integer({ min: 0, max: 500 }).map(String);
    fc.assert(
      fc.property(fc.array(fc.array(name, { minLength: 2, maxLength: 4 }), { maxLength: 200 }), (all) => {
        const { nodes, links } = flows(
          all.map((names) => chain(...names)),
          OPTIONS,
        );
        expect(links.reduce((sum, { weight }) => sum + weight, 0)).toBe(
          all.reduce((sum, { length }) => sum + length - 1, 0),
        );
        for (let depth = 0; depth < 4; depth++) {
          const column = nodes.filter((node) => node.depth === depth);
          expect(column.length).toBeLessThanOrEqual(OPTIONS.most + 1);
          column.slice(1).forEach(({ y }, index) => {
            const before = column[index];
            expect(y).toBeGreaterThanOrEqual((before?.y ?? NaN) + (before?.room ?? NaN));
          });
        }
      }),
    );
  });
});
