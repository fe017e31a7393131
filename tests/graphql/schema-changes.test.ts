import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaChanges } from '../../scripts/schema-changes.mjs';

const RELEASED = readFileSync(join(import.meta.dirname, '../../schema.released.graphql'), 'utf8');

/** The released schema with one change; that it is one is made sure of. */
function changed(from: string | RegExp, to: string): string {
  const schema = RELEASED.replace(from, to);
  expect(schema).not.toBe(RELEASED);
  return schema;
}

describe('the schema beside the one that was released', () => {
  it.each<[name: string, from: string | RegExp, to: string, words: string]>([
    [
      'a field that is gone',
      /^ {2}exact: String!$/m,
      '  words: String!',
      "Field 'exact' was removed from object type 'Quote'",
    ],
    [
      'a field that may be null',
      /^ {2}exact: String!$/m,
      '  exact: String',
      "Field 'Quote.exact' changed type from 'String!' to 'String'",
    ],
    [
      'a field of another type',
      /^ {2}start: Int!$/m,
      '  start: Float!',
      "Field 'Quote.start' changed type from 'Int!' to 'Float!'",
    ],
    [
      'a value that is gone',
      / {2}"{3}[^"]*"{3}\n {2}NARRATION\n/,
      '',
      "Enum value 'NARRATION' was removed from enum 'StatementMode'",
    ],
    [
      'an argument that has to be given',
      'search(\n',
      'search(\n    exactly: Boolean!\n',
      "'exactly: Boolean!' added to field 'Query.search'",
    ],
    [
      'an input that has to be given',
      'input StatementFilter {\n',
      'input StatementFilter {\n  language: String!\n',
      "'language' of type 'String!' was added to input object type 'StatementFilter'",
    ],
    [
      'a type that is no Node',
      'type Quote implements Node',
      'type Quote',
      "'Quote' object type no longer implements 'Node' interface",
    ],
    [
      'a member of a union that is gone',
      ' | Actor | Event',
      ' | Actor',
      "Member 'Event' was removed from Union type 'SearchResult'",
    ],
  ])('breaks programs by %s', async (_, from, to, words) => {
    const { breaking } = await schemaChanges(RELEASED, changed(from, to));
    expect(breaking).toEqual([expect.stringContaining(words)]);
  });

  it.each<[name: string, from: string | RegExp, to: string]>([
    ['a field that was added', /^ {2}exact: String!$/m, '  exact: String!\n  words: Int!'],
    ['a field that is never null', /^ {2}deepLink: URL$/m, '  deepLink: URL!'],
    ['a type that was added', /$/, 'type Rumour implements Node { id: ID! }'],
    ['a field that is deprecated', /^ {2}exact: String!$/m, '  exact: String! @deprecated(reason: "Ask for words.")'],
    ['another description', '"""The words."""', '"""The very words."""'],
  ])('breaks and surprises nothing by %s', async (_, from, to) => {
    expect(await schemaChanges(RELEASED, changed(from, to))).toEqual({ breaking: [], dangerous: [] });
  });

  it.each<[name: string, from: string | RegExp, to: string]>([
    ['a value that was added', 'enum StatementMode {\n', 'enum StatementMode {\n  RUMOUR\n'],
    ['an argument that may be given', 'search(\n', 'search(\n    exactly: Boolean\n'],
    ['another value for what is left out', 'first: Int = 5\n', 'first: Int = 50\n'],
  ])('may surprise by %s, and is told so', async (_, from, to) => {
    const { breaking, dangerous } = await schemaChanges(RELEASED, changed(from, to));
    expect([breaking, dangerous]).toEqual([[], [expect.any(String)]]);
  });

  it('may lose a field that was deprecated', async () => {
    const deprecated = changed(/^ {2}exact: String!$/m, '  exact: String! @deprecated(reason: "Ask for words.")');
    const { breaking } = await schemaChanges(deprecated, changed(/ {2}"""The words."""\n {2}exact: String!\n/, ''));
    expect(breaking).toEqual([]);
  });
});
