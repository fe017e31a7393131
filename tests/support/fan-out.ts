import { article, type SeedFiles } from './seed-folder.ts';

const LONG = 1_500;
const MANY = 300;

const words = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, number) => `${prefix}${String(number)}x`);

/** Seeds whose lists without a page size are as long as nobody expects: quotes of a statement, names of an actor, furniture, relations. */
export function fanOut(): SeedFiles {
  const [quoted, names, captions, said] = [words('q', LONG), words('N', MANY), words('c', MANY), words('s', MANY)];
  const text = `Fan out\n\n${[quoted, names, captions, said].map((line) => line.join(' ')).join('\n\n')}\n`;
  return {
    ...article('fan-out', text, {
      furniture: captions.map((quote) => ({ kind: 'CAPTION', quote })),
      statements: [
        { key: 'long', text: 'One of many quotes.', content: quoted },
        ...said.map((content) => ({ key: content.toLowerCase(), text: `It says ${content}.`, content })),
      ],
    }),
    'annotations/actors.yaml': [{ slug: 'many-names', name: 'N0x', kind: 'PERSON', names: { 'fan-out': names } }],
    'annotations/relations.yaml': said.map((key) => ({
      from: 'fan-out/long',
      type: 'CONTRADICTS',
      to: `fan-out/${key.toLowerCase()}`,
      rationale: 'Made up.',
    })),
  };
}
