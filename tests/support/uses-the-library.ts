// Compiled, not run: what a program that uses the package may rely on.
import { extract, type Extraction, type Span } from 'verbatim';

const extraction: Extraction = extract('“The dam will hold,” Mayor Ada Holm said.', { published: '2022-07-06' });
const spans: readonly Span[] = extraction.statements.flatMap(({ content }) => content);
export const speakers: readonly (string | undefined)[] = extraction.statements.map(({ chain }) => {
  const actor = chain.at(-1)?.actor ?? null;
  return actor === null ? undefined : extraction.actors[actor]?.name;
});
export const lengths = spans.map(({ start, end }) => end - start);
