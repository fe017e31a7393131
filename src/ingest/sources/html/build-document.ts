import { Parser } from 'htmlparser2';
import { parseHTML } from 'linkedom';
import { VerbatimError } from '../../../domain/errors.ts';
import { assertConvertible } from '../limits.ts';
import type { DomDocument, DomElement } from './dom.ts';

/** HTML as a tree. */
export interface BuiltDocument {
  readonly document: DomDocument;
  /** Whether it is a whole page, with what stands around an article; else it is a part that somebody took out already. */
  readonly isPage: boolean;
}

/** Elements within elements. Pages of news have some 30. */
const DEEPEST = 200;
/** Elements and texts. A long live blog has some 20,000; finding an article among them takes time by their square. */
const MOST_NODES = 30_000;
/**
 * Elements and texts, and UTF-16 units of text by `TEXT_OF_A_NODE`, each times its depth: every element is asked for the text in it.
 * A long live blog has half as many; some three seconds go by with all of them.
 */
const MOST_WORK = 1_000_000;
/** UTF-16 units that take as long as one more node. */
const TEXT_OF_A_NODE = 50;
/** UTF-16 units; longer values are pictures, and tell nothing of an element. */
const LONGEST_ATTRIBUTE = 2_000;

/** What nobody reads, or what is no text of the page. */
const LEFT_OUT = new Set(
  (
    'nav style noscript template svg math iframe frame object embed applet canvas audio video map ' +
    'input button select option optgroup textarea datalist progress meter rp'
  ).split(' '),
);
/** What readers use to go elsewhere, or put away first. */
const LEFT_OUT_ROLES = new Set('navigation menu menubar dialog alertdialog'.split(' '));
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden/i;
/** What stands in a head wherever it is written. */
const OF_HEAD = new Set(['title', 'meta', 'link', 'base', 'script']);
const OF_PAGES = new Set(['html', 'head', 'body', 'title']);
/** What tells of an element's meaning. All others are left out, for of these no more are there than are named here. */
const ATTRIBUTES = (
  'id class aria-hidden aria-modal role rel itemprop itemtype property name content href src lang type ' +
  'datetime colspan rowspan'
).split(' ');

/**
 * Builds a tree of HTML, however broken, as far as it can be read: what is in no body comes into one, scripts that are no data,
 * styles, navigation, drawings, controls and what is hidden are left out, and nothing is run or fetched.
 *
 * @param place names it in error messages
 * @throws VerbatimError BAD_USER_INPUT when it is too long, too deep or has too many elements
 */
export function buildDocument(html: string, place: string): BuiltDocument {
  assertConvertible(html, place);
  const builder = new DocumentBuilder(place);
  const parser = new Parser({
    onopentag: (name, attributes) => {
      builder.open(name, attributes);
    },
    ontext: (text) => {
      builder.text(text);
    },
    onclosetag: () => {
      builder.close();
    },
  });
  // A byte order mark tells how the bytes are to be read, and is no character of the page.
  parser.end(html.replace(/^\uFEFF/, ''));
  builder.end();
  return builder;
}

class DocumentBuilder implements BuiltDocument {
  readonly document = emptyDocument();
  isPage = false;
  /** The open elements, from the outside in; null for one that is left out. */
  readonly #open: (DomElement | null)[] = [];
  #leftOut = 0;
  #nodes = 0;
  #work = 0;
  #text = '';

  constructor(private readonly place: string) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#open.length >= DEEPEST) throw this.#tooMuch(`nests elements more than ${String(DEEPEST)} deep`);
    this.#flush();
    if (this.#leftOut === 0 && OF_PAGES.has(name)) this.isPage = true;
    const isLeftOut = this.#leftOut > 0 || isUnread(name, attributes);
    if (isLeftOut) this.#leftOut++;
    this.#open.push(isLeftOut ? null : this.#element(name, attributes));
  }

  text(text: string): void {
    if (this.#leftOut === 0) this.#text += text;
  }

  close(): void {
    this.#flush();
    if (this.#open.pop() === null) this.#leftOut--;
  }

  end(): void {
    this.#flush();
  }

  #element(name: string, attributes: Readonly<Record<string, string>>): DomElement {
    const { document } = this;
    const own = this.#own(name);
    const element = own ?? document.createElement(name);
    for (const attribute of ATTRIBUTES) {
      const value = Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
      if (value !== undefined && value.length <= LONGEST_ATTRIBUTE) element.setAttribute(attribute, value);
    }
    if (own === null) {
      this.#count(0);
      (OF_HEAD.has(name) ? document.head : this.#parent()).appendChild(element);
    }
    return element;
  }

  /** The elements that every page has once, however often they are written. */
  #own(name: string): DomElement | null {
    const { documentElement, head, body } = this.document;
    if (name === 'html') return documentElement;
    if (name === 'head') return head;
    return name === 'body' ? body : null;
  }

  #flush(): void {
    const text = this.#text;
    if (text === '') return;
    this.#text = '';
    this.#count(text.length);
    this.#parent().appendChild(this.document.createTextNode(text));
  }

  /** Where text and elements go: what was written outside of a body is seen in it. */
  #parent(): DomElement {
    const { documentElement, head, body } = this.document;
    const inner = this.#open.at(-1) ?? body;
    return inner === documentElement || inner === head ? body : inner;
  }

  /** @param length of a text, in UTF-16 units */
  #count(length: number): void {
    this.#nodes++;
    this.#work += this.#open.length * (1 + length / TEXT_OF_A_NODE);
    if (this.#work > MOST_WORK) throw this.#tooMuch('has too much text within too many elements');
    if (this.#nodes > MOST_NODES) throw this.#tooMuch(`has more than ${String(MOST_NODES)} elements and texts`);
  }

  #tooMuch(what: string): VerbatimError {
    return new VerbatimError('BAD_USER_INPUT', `${this.place} ${what}, which no article does. Bring its text alone.`);
  }
}

function isUnread(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (LEFT_OUT.has(name) || (name === 'script' && !isData(attributes))) return true;
  const { role = '', style = '' } = attributes;
  const isHidden = Object.hasOwn(attributes, 'hidden') || HIDING.test(style);
  return !OF_PAGES.has(name) && (isHidden || LEFT_OUT_ROLES.has(role.trim().toLowerCase()));
}

const isData = ({ type }: Readonly<Record<string, string>>): boolean =>
  type?.trim().toLowerCase() === 'application/ld+json';

/** linkedom's types are those of a browser, which is not here. */
function emptyDocument(): DomDocument {
  const page = '<!doctype html><html><head></head><body></body></html>';
  return (parseHTML(page) as unknown as { readonly document: DomDocument }).document;
}
