import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import MarkdownIt from 'markdown-it';
import { schemaReference } from '../../scripts/schema-reference.mjs';

const ROOT = join(import.meta.dirname, '../..');

/** What a page of Markdown shows, without its markup, and the addresses that it links to. */
function shown(page: string): { readonly text: string; readonly links: string[]; readonly headings: string[] } {
  const tokens = new MarkdownIt().parse(page, {});
  const inline = tokens.flatMap(({ children }) => children ?? []);
  return {
    text: inline.map(({ content }) => content).join(''),
    links: inline.filter(({ type }) => type === 'link_open').map((token) => String(token.attrGet('href') ?? '')),
    headings: tokens.flatMap(({ type }, index) => (type === 'heading_open' ? [tokens[index + 1]?.content ?? ''] : [])),
  };
}

describe('the schema reference', () => {
  const page = shown(readFileSync(join(ROOT, 'docs/schema.md'), 'utf8'));
  const schema = readFileSync(join(ROOT, 'schema.graphql'), 'utf8');

  it('has a heading for each type, and no heading twice', () => {
    const types = [...schema.matchAll(/^(?:type|interface|union|input|enum|scalar) (\w+)/gm)].map(([, name]) => name);
    expect(types.length).toBeGreaterThan(100);
    expect(page.headings).toEqual(expect.arrayContaining(types));
    expect(new Set(page.headings).size).toBe(page.headings.length);
  });

  it('shows each description to the letter', () => {
    const descriptions = [...schema.matchAll(/"""\s*(.+?)\s*"""/gs)].map(([, text = '']) => text);
    expect(descriptions.length).toBeGreaterThan(400);
    expect(descriptions.filter((text) => !page.text.includes(text))).toEqual([]);
  });

  it('links to headings that it has', () => {
    const anchors = new Set(
      page.headings.map(
        (heading) =>
          `#${heading
            .toLowerCase()
            .replace(/[^\w -]/g, '')
            .replaceAll(' ', '-')}`,
      ),
    );
    const inside = page.links.filter((link) => link.startsWith('#'));
    expect(inside.length).toBeGreaterThan(100);
    expect(inside.filter((link) => !anchors.has(link))).toEqual([]);
  });

  it.each([
    [
      'arguments with their defaults',
      'type Query { pages("How many." first: Int! = 20, after: [String!]): [Int!] }',
      '| &emsp;(`first`) | Int! = `20` | How many. |\n| &emsp;(`after`) | \\[String!\\] |  |',
    ],
    [
      'what is given up',
      'type Query { a: Int @deprecated(reason: "Take b.") b: Int }',
      '| `a` | Int | **Deprecated**: Take b. |',
    ],
    [
      'marks of Markdown as they are',
      '"One | two, *three* <b>, [four](x), `five`."\ntype Query { a: Int }',
      'One \\| two, \\*three\\* \\<b\\>, \\[four\\](x), \\`five\\`.',
    ],
    [
      'values of an input',
      'type Query { a(in: In): Int } input In { kind: Kind! = ONE } enum Kind { ONE }',
      '| `kind` | [Kind](#kind)! = `ONE` |  |',
    ],
    [
      'directives',
      'directive @cost("In nodes." weight: Int = 1) on FIELD_DEFINITION\ntype Query { a: Int }',
      '### @cost\n\nOn `FIELD_DEFINITION`.\n\n| argument | type | meaning |\n| --- | --- | --- |\n| `weight` | Int = `1` | In nodes. |',
    ],
  ])('tells %s', (_, written, expected) => {
    expect(schemaReference(buildSchema(written))).toContain(expected);
  });
});
