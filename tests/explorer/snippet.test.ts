import fc from 'fast-check';
import { snippetParts } from '../../explorer/src/text/snippet.ts';

const shown = (html: string): string =>
  snippetParts(html)
    .map(({ isHit, text }) => (isHit ? `*${text}*` : text))
    .join('');

describe('snippetParts', () => {
  it.each([
    ['hits', '<mark>Kim</mark> said <mark>no</mark>', '*Kim* said *no*'],
    ['escaped characters', 'a &lt; b &amp;&amp; &quot;c&quot; &#39;d&#39; &gt;', `a < b && "c" 'd' >`],
    ['escaped markup, which is text', '&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['an escaped entity, which is told once', '&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['an escaped mark, which is no hit', '&lt;mark&gt;no&lt;/mark&gt;', '<mark>no</mark>'],
    ['other markup, which is not understood', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['an entity that the API has not', '&nbsp;', '&nbsp;'],
    ['nothing', '', ''],
  ])('%s', (_, html, expected) => {
    expect(shown(html)).toBe(expected);
  });

  it('give back any text that was escaped', () => {
    const escape = (text: string) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...`ab<>&"';#39lgt/mark`) }), (text) => {
        expect(shown(escape(text))).toBe(text);
      }),
    );
  });
});
