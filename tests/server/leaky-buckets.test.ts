import fc from 'fast-check';
import { LeakyBuckets } from '../../src/server/leaky-buckets.ts';

/** A clock that stands still until it is told to go on. */
const clock = () => {
  let time = 0;
  return {
    now: () => time,
    goOn: (milliseconds: number) => {
      time += milliseconds;
    },
  };
};

describe('a leaky bucket', () => {
  it.each<[name: string, steps: [after: number, amount: number][], last: object]>([
    ['takes what it can hold', [[0, 100]], { admitted: true, remaining: 0, seconds: 10 }],
    [
      'takes nothing beyond that',
      [
        [0, 100],
        [0, 1],
      ],
      { admitted: false, remaining: 0, seconds: 1 },
    ],
    ['takes nothing that it could never hold', [[0, 101]], { admitted: false, remaining: 100, seconds: 1 }],
    [
      'is left as it was by what it refuses',
      [
        [0, 60],
        [0, 60],
        [0, 40],
      ],
      { admitted: true, remaining: 0, seconds: 10 },
    ],
    [
      'leaks',
      [
        [0, 100],
        [1_000, 10],
      ],
      { admitted: true, remaining: 0, seconds: 10 },
    ],
    [
      'leaks no more than was in it',
      [
        [0, 10],
        [60_000, 100],
        [0, 1],
      ],
      { admitted: false, remaining: 0, seconds: 1 },
    ],
    [
      'leaks while it refuses',
      [
        [0, 100],
        [500, 10],
        [500, 10],
      ],
      { admitted: true, remaining: 0, seconds: 10 },
    ],
    [
      'rounds what is left down and the wait up',
      [
        [0, 100],
        [150, 2],
      ],
      { admitted: false, remaining: 1, seconds: 1 },
    ],
  ])('%s', (_, steps, last) => {
    const { now, goOn } = clock();
    const buckets = new LeakyBuckets({ perSecond: 10, burst: 100 }, now);
    let level: object = {};
    for (const [after, amount] of steps) {
      goOn(after);
      level = buckets.pour('one', amount);
    }
    expect(level).toEqual(last);
  });

  it('is each client’s own', () => {
    const buckets = new LeakyBuckets({ perSecond: 10, burst: 100 }, () => 0);
    buckets.pour('one', 100);
    expect(buckets.pour('two', 100).admitted).toBe(true);
  });

  it('never lets through more than it holds and what has leaked meanwhile, and tells how long to wait', () => {
    const step = fc.record({ after: fc.integer({ min: 0, max: 3_000 }), amount: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
        const { now, goOn } = clock();
        const buckets = new LeakyBuckets({ perSecond: 20, burst: 100 }, now);
        const taken: { readonly at: number; readonly amount: number }[] = [];
        for (const { after, amount } of steps) {
          goOn(after);
          const { admitted, seconds } = buckets.pour('one', amount);
          if (!admitted) {
            goOn(1000 * seconds);
            expect(buckets.pour('one', amount).admitted).toBe(true);
          }
          taken.push({ at: now(), amount });
        }
        taken.forEach((first, from) => {
          let sum = 0;
          for (const { at, amount } of taken.slice(from)) {
            sum += amount;
            expect(sum).toBeLessThanOrEqual(100 + (20 * (at - first.at)) / 1000 + 1e-6);
          }
        });
      }),
    );
  });
});
