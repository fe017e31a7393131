import { articleOfLine } from '../../../src/ingest/sources/article-of-line.ts';
import { NOTHING_DECLARED } from '../../../src/ingest/sources/declared.ts';
import { refusal } from '../../support/refusal.ts';

const read = (line: string) => articleOfLine(line, {}, 'list.jsonl:12', 'file:/list.jsonl#12');

describe('articleOfLine', () => {
  it.each([
    ['a text', '{"text": "One\\r\\n two\\u00a0"}', 'One\r\n two\u00A0'],
    ['a text with a byte order mark', '{"text": "\uFEFFOne"}', '\uFEFFOne'],
    ['a text that begins as front matter does', '{"text": "---\\ntitle: A\\n---\\nOne"}', '---\ntitle: A\n---\nOne'],
    ['Markdown', '{"markdown": "# One\\n\\n*Two*"}', 'One\n\nTwo'],
    ['HTML', '{"html": "<p>One<p>Two", "text": null}', 'One\n\nTwo'],
    ['a line with CR', '{"text": "One"}\r', 'One'],
    ['the last of two values', '{"text": "No", "text": "One"}', 'One'],
  ])('reads %s', (_, line, text) => {
    expect(read(line)).toEqual({
      text,
      key: 'file:/list.jsonl#12',
      declared: NOTHING_DECLARED,
      place: 'list.jsonl:12',
    });
  });

  it('takes what the line says, and not what it means for others', () => {
    const line = { text: 'One', id: 7, title: 'T', published: '2022-07', author: ['A', 'B'], tags: ['x'], source: {} };
    expect(read(JSON.stringify(line))).toMatchObject({
      key: 'id:7',
      declared: { ...NOTHING_DECLARED, title: 'T', published: '2022-07', author: 'A, B' },
    });
  });

  it('takes what is said from outside before what the line says', () => {
    const { declared } = articleOfLine('{"text": "One", "publisher": "A", "author": "B"}', { publisher: 'C' }, 'a:1');
    expect(declared).toMatchObject({ publisher: 'C', author: 'B' });
  });

  it('takes keys that every object has for keys like any others', () => {
    const line =
      '{"text": "One", "__proto__": {"title": "No"}, "constructor": {"prototype": {"title": "No"}}, "hasOwnProperty": 1}';
    expect(read(line).declared).toEqual(NOTHING_DECLARED);
    expect(({} as { title?: string }).title).toBeUndefined();
    expect(() => read('{"__proto__": {"text": "One"}}')).toThrow(refusal('there is none of'));
  });

  it.each([
    ['no JSON', '{"text": "One"', 'this is not JSON'],
    ['two objects', '{"text": "One"}{"text": "Two"}', 'this is not JSON'],
    ['a list', '[{"text": "One"}]', 'this is no object'],
    ['null', 'null', 'this is no object'],
    ['words', '"One"', 'this is no object'],
    ['no text', '{"title": "One"}', 'there is none of text, markdown, html'],
    ['a text that is null', '{"text": null}', 'there is none of'],
    ['two texts', '{"text": "One", "html": "<p>One"}', 'there is more than one of'],
    ['a number for a text', '{"text": 7}', '"text" is no string'],
    ['an empty text', '{"text": ""}', 'list.jsonl:12 holds no words'],
    ['U+0000', '{"text": "a\\u0000"}', 'list.jsonl:12 holds U+0000 at line 1, column 2'],
    ['a lone surrogate', '{"text": "a\\ud83d"}', 'list.jsonl:12 holds a lone surrogate, U+D83D'],
    [
      'a lone surrogate in a name',
      '{"text": "a", "author": "\\ude00"}',
      'list.jsonl:12: author holds a lone surrogate',
    ],
    ['an address that runs', '{"text": "a", "url": "javascript:alert(1)"}', 'list.jsonl:12: url: must be'],
    [
      'lists in lists without end',
      `{"text": "a", "title": ${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
      'list.jsonl:12: title: ',
    ],
  ])('refuses %s, with its place', (_, line, message) => {
    expect(() => read(line)).toThrow(refusal(message));
    expect(() => read(line)).toThrow(refusal('list.jsonl:12'));
  });
});
