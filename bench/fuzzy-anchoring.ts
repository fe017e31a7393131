import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { anchoringReport, compareAnchorings } from './compare-anchorings.ts';

/** Re-anchoring beside fuzzy anchoring: node …/fuzzy-anchoring.js writes the figures of docs/reanchoring.md. */
const DOCUMENT = join(import.meta.dirname, '../../../docs/reanchoring.md');
const [OPEN, CLOSE] = ['<!-- figures -->\n', '<!-- end of figures -->'];

const report = anchoringReport(compareAnchorings());
process.stdout.write(`${report}\n`);
const document = await readFile(DOCUMENT, 'utf8');
const [head = '', rest = ''] = document.split(OPEN);
const [, tail] = rest.split(CLOSE);
if (tail === undefined) throw new Error(`${DOCUMENT} lacks the marks between which the figures stand`);
const figures = `\n<!-- prettier-ignore-start -->\n${report}\n<!-- prettier-ignore-end -->\n\n`;
await writeFile(DOCUMENT, `${head}${OPEN}${figures}${CLOSE}${tail}`);
