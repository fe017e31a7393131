import { isElement, isText, type DomElement, type DomNode } from './dom.ts';

/** Elements that browsers set apart from what stands before and behind them. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table caption thead tbody ' +
    'tfoot tr ul'
  ).split(' '),
);
const CELLS = new Set(['td', 'th']);
/** Browsers put them around <q>, outside and inside of another one. */
const MARKS = [
  ['“', '”'],
  ['‘', '’'],
] as const;

/**
 * The paragraphs of an element as they are read: white space as browsers show it, no-break and invisible characters kept, a row of
 * a table in one line with tabs between its cells, and quotation marks around <q>.
 */
export function blockText(root: DomElement): string[] {
  const writer = new ParagraphWriter();
  // Without recursion, as the tree may be deep.
  let node: DomNode | null = root.firstChild;
  while (node !== null && node !== root) {
    const isEntered = enter(node, writer);
    if (isEntered && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (isEntered) leave(node, writer);
    while (node !== null && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node !== null && node !== root) leave(node, writer);
    }
    if (node !== null && node !== root) node = node.nextSibling;
  }
  return writer.end();
}

/** @returns whether what is inside is read */
function enter(node: DomNode, writer: ParagraphWriter): boolean {
  if (isText(node)) writer.text(node.nodeValue ?? '');
  if (!isElement(node)) return false;
  const name = node.localName.toLowerCase();
  if (BLOCKS.has(name)) writer.paragraph();
  if (CELLS.has(name)) writer.cell();
  if (name === 'br') writer.line();
  if (name === 'pre') writer.preformatted(1);
  if (name === 'q') writer.quotation(1);
  return true;
}

function leave(node: DomNode, writer: ParagraphWriter): void {
  if (!isElement(node)) return;
  const name = node.localName.toLowerCase();
  if (name === 'q') writer.quotation(-1);
  if (BLOCKS.has(name)) writer.paragraph();
  if (name === 'pre') writer.preformatted(-1);
}

/** Puts paragraphs together out of what stands in lines. */
class ParagraphWriter {
  readonly #paragraphs: string[] = [];
  #current = '';
  /** Of this row, so far. */
  #cells = 0;
  #preformatted = 0;
  #quotations = 0;

  text(text: string): void {
    if (this.#preformatted > 0) {
      this.#current += text.replaceAll('\r\n', '\n');
      return;
    }
    const shown = text.replace(/[ \t\n\f\r]+/g, ' ');
    this.#current += this.#isAtSpace() && shown.startsWith(' ') ? shown.slice(1) : shown;
  }

  line(): void {
    // More empty lines than one tell nothing more.
    if (this.#current.endsWith('\n\n')) return;
    if (this.#current.endsWith(' ')) this.#current = this.#current.slice(0, -1);
    this.#current += '\n';
  }

  cell(): void {
    if (this.#cells > 0) {
      if (this.#current.endsWith(' ')) this.#current = this.#current.slice(0, -1);
      this.#current += '\t';
    }
    this.#cells++;
  }

  quotation(step: 1 | -1): void {
    if (step === -1) this.#quotations--;
    const [opening, closing] = MARKS[this.#quotations % 2 === 0 ? 0 : 1];
    this.#current += step === 1 ? opening : closing;
    if (step === 1) this.#quotations++;
  }

  preformatted(step: 1 | -1): void {
    this.#preformatted += step;
  }

  paragraph(): void {
    const paragraph = withoutSpaceAtEnds(this.#current);
    // One that holds nothing but no-break spaces is there for its height.
    if (/\S/.test(paragraph)) this.#paragraphs.push(paragraph);
    this.#current = '';
    this.#cells = 0;
  }

  end(): string[] {
    this.paragraph();
    return this.#paragraphs;
  }

  #isAtSpace(): boolean {
    const last = this.#current.at(-1);
    return last === undefined || last === ' ' || last === '\n' || last === '\t';
  }
}

const SPACES = new Set([' ', '\t', '\n']);

/** Only what markup makes of white space goes: a no-break space at an end was written. */
function withoutSpaceAtEnds(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACES.has(text.charAt(start))) start++;
  while (end > start && SPACES.has(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
