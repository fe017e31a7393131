import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import boundaries from '../../.dependency-cruiser.mjs';

const DOCS = join(import.meta.dirname, '../../docs');

/** Each layer with what it may use, as the rules have it. */
const layers = boundaries.forbidden
  .map(({ comment }) => /^src\/(\w+) may use (.+) of src, and nothing above it/.exec(comment))
  .flatMap((found) => (found === null ? [] : [[found[1], found[2]?.split(', ').slice(1)] as const]));

describe('the architecture', () => {
  it('is told as the rules for imports have it', () => {
    const page = readFileSync(join(DOCS, 'architecture.md'), 'utf8');
    const told = [...page.matchAll(/^\| `(\w+)` +\| (.*?) +\|/gm)].map(([, layer, uses]) => [
      layer,
      uses === 'nothing' ? [] : uses?.split(', '),
    ]);
    expect(layers.length).toBeGreaterThan(10);
    expect(told).toEqual(layers);
  });

  it('is drawn with each layer', () => {
    const picture = readFileSync(join(DOCS, 'architecture.svg'), 'utf8');
    const names = [...picture.matchAll(/class="name">(\w+)</g)].map(([, name]) => name);
    expect(names).toEqual(expect.arrayContaining(layers.map(([layer]) => layer)));
  });
});
