import { markdownText } from '../../../src/ingest/sources/markdown-text.ts';
import { refusal } from '../../support/refusal.ts';

const read = (source: string) => markdownText(source, 'a.md');

describe('markdownText', () => {
  it.each([
    ['a heading and paragraphs', '# Bridge *closed*\n\nOne.\n\nTwo.\n', 'Bridge closed\n\nOne.\n\nTwo.'],
    ['a heading that is underlined', 'Bridge closed\n===\nOne.', 'Bridge closed\n\nOne.'],
    ['lines of one paragraph', 'One\ntwo\r\nthree', 'One two three'],
    ['a line end that is meant', 'One  \ntwo\\\nthree', 'One\ntwo\nthree'],
    ['emphasis', '**One** _two_ ~~three~~ `four`', 'One two three four'],
    ['stars that are none', '2 * 3 * 4 and snake_case_word', '2 * 3 * 4 and snake_case_word'],
    ['quotation marks and dashes, as they are written', '"One" -- \'two\'... “three”', '"One" -- \'two\'... “three”'],
    ['what only looks like something else', '(c) 1) 10% :-)', '(c) 1) 10% :-)'],
    ['escaped marks', '\\*One\\* \\# two', '*One* # two'],
    ['references to characters', 'A&nbsp;B &amp; &#8220;C&#8221;', 'A\u00A0B & “C”'],
    ['links', '[One](https://a.example "title") and [two][x]\n\n[x]: https://b.example', 'One and two'],
    ['addresses', '<https://a.example/b> https://c.example', 'https://a.example/b https://c.example'],
    ['an image, which is no text', 'One ![a bridge](b.png) two', 'One two'],
    ['brackets of an editor', 'He said: “[T]hey will [not].”', 'He said: “[T]hey will [not].”'],
    ['a block quote', '> One\n> two\n>\n> Three\n\nFour', 'One two\n\nThree\n\nFour'],
    ['lists', '- One\n- two\n\n1. Three\n2. four', 'One\n\ntwo\n\nThree\n\nfour'],
    ['code', '```\na  b\n c\n```\n\n    d  e', 'a  b\n c\n\nd  e'],
    ['a table', '| A | B |\n|---|---|\n| 1 | 2 |', 'A\tB\n\n1\t2'],
    ['a rule', 'One\n\n---\n\nTwo', 'One\n\nTwo'],
    ['HTML', '<p>One<br>two</p>\n\n<b>Three</b> <script>alert(1)</script>four', 'One\ntwo\n\nThree four'],
    ['a byte order mark', '\uFEFF# One', 'One'],
    ['no-break and invisible characters', 'a\u00A0b\u200Bc\u202Ed', 'a\u00A0b\u200Bc\u202Ed'],
    ['nothing', '', ''],
  ])('reads %s', (_, source, text) => {
    expect(read(source)).toBe(text);
  });

  it('reads lists as deep as anybody writes them', () => {
    const deep = Array.from({ length: 20 }, (_, depth) => `${'  '.repeat(depth)}- item ${String(depth)}`).join('\n');
    expect(read(deep).split('\n\n')).toHaveLength(20);
    expect(read(`${'> '.repeat(50)}One`)).toBe('One');
  });

  it.each([
    ['block quotes without end', '>'.repeat(100_000) + ' One'],
    ['block quotes just too deep', `${'> '.repeat(60)}One`],
    ['lists without end', `${'- '.repeat(50_000)}One`],
    ['lists that go in line by line', Array.from({ length: 300 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n')],
    ['elements without end', `One ${'<b>'.repeat(100_000)}`],
  ])('refuses %s, and loses no word of it silently', (_, source) => {
    expect(() => read(source)).toThrow(refusal('a.md nests'));
  });

  it.each([
    ['brackets', '['.repeat(50_000)],
    ['brackets and parentheses', '[a]('.repeat(20_000)],
    ['stars', '*a **a '.repeat(20_000)],
    ['backticks', Array.from({ length: 400 }, (_, n) => '`'.repeat(n)).join('a')],
    ['less-than signs', 'a<b<!-'.repeat(20_000)],
    ['references', '&'.repeat(50_000)],
  ])('keeps the words behind any number of %s', (_, hostile) => {
    expect(read(`${hostile}\n\nThe end.`)).toMatch(/The end\.$/);
  });
});
