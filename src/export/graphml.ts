import type { ExportFormat } from './export-format.ts';
import type { ExportedActor, ExportedFlow } from './exported.ts';

const KEYS = [
  ['label', 'node', 'string'],
  ['name', 'node', 'string'],
  ['slug', 'node', 'string'],
  ['kind', 'node', 'string'],
  ['weight', 'edge', 'int'],
  ['direct', 'edge', 'int'],
  ['articles', 'edge', 'int'],
] as const;

/** Who quotes whom: an edge goes from who passes something on to whom it is ascribed to. http://graphml.graphdrawing.org/ */
export const GRAPHML: ExportFormat = {
  extension: 'graphml',
  mediaType: 'application/xml; charset=utf-8',
  write: async function* ({ revision, name, actors, flows }) {
    yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${KEYS.map(([key, of, type]) => `<key id="${key}" for="${of}" attr.name="${key}" attr.type="${type}"/>`).join('\n')}
<key id="corpus" for="graph" attr.name="corpus" attr.type="string"/>
<key id="revision" for="graph" attr.name="revision" attr.type="int"/>
<graph id="who-quotes-whom" edgedefault="directed">
${data('corpus', name)}${data('revision', revision)}
`;
    for await (const actor of actors()) yield node(actor);
    for await (const flow of flows()) yield edge(flow);
    yield '</graph>\n</graphml>\n';
  },
};

/** `label` shows the name. `name` is the very name, as a string of JSON, since XML has no way to write every character. */
const node = ({ id, slug, name, kind }: ExportedActor): string =>
  `<node id="${id}">${data('label', name)}${data('name', toAscii(JSON.stringify(name)))}${data('slug', slug)}${data('kind', kind)}</node>\n`;

const edge = ({ fromId, toId, statements, direct, articles }: ExportedFlow): string =>
  `<edge source="${fromId}" target="${toId}">${data('weight', statements)}${data('direct', direct)}${data('articles', articles)}</edge>\n`;

const data = (key: string, value: string | number): string => `<data key="${key}">${escape(String(value))}</data>`;

/** What XML 1.0 cannot hold, even by a reference (section 2.2, Char). */
const NO_CHARACTER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
/** By reference, since parsers would read another character (section 2.11, those of XML 1.1 more of them) or markup. */
const ESCAPED = /[&<>"\r\u0085\u2028]/g;

const escape = (text: string): string =>
  text.replace(NO_CHARACTER, '\uFFFD').replace(ESCAPED, (character) => `&#${String(character.charCodeAt(0))};`);

/** A string of JSON in ASCII alone. */
const toAscii = (json: string): string =>
  json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
