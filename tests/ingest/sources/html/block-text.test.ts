import { blockText } from '../../../../src/ingest/sources/html/block-text.ts';
import { buildDocument } from '../../../../src/ingest/sources/html/build-document.ts';

const paragraphs = (html: string) => blockText(buildDocument(html, 'a.html').document.body);

describe('blockText', () => {
  it.each([
    ['paragraphs', '<p>One</p><p>Two</p>', ['One', 'Two']],
    ['paragraphs that are never closed', '<p>One<p>Two', ['One', 'Two']],
    ['text between blocks', 'One<div>Two</div>Three', ['One', 'Two', 'Three']],
    ['blocks in blocks', '<div><div>One<p>Two</p></div>Three</div>', ['One', 'Two', 'Three']],
    ['text in lines, joined as it is written', '<p><b>O</b>ne <i> two</i><span>three</span></p>', ['One twothree']],
    ['white space as browsers show it', '<p>\n One\t\r\n two  <b> three</b>\n</p>\n', ['One two three']],
    ['no-break spaces, each of them', '<p>&nbsp;One&nbsp;&nbsp;two\u00A0</p>', ['\u00A0One\u00A0\u00A0two\u00A0']],
    ['invisible characters', '<p>a&#8203;b&shy;c&#x202e;d</p>', ['a\u200Bb\u00ADc\u202Ed']],
    ['line breaks', '<p>One <br> two<br/>three</p>', ['One\ntwo\nthree']],
    ['an empty line of line breaks', 'One<br><br><br><br>two<br>', ['One\n\ntwo']],
    ['a place where a word may be broken', 'Donau<wbr>dampf', ['Donaudampf']],
    ['quotation marks that browsers put', '<p><q>One <q>two</q></q> <q>three</q></p>', ['“One ‘two’” “three”']],
    ['lists', '<ul><li>One<li>Two<ul><li>Three</ul></ul>', ['One', 'Two', 'Three']],
    ['a table', '<table><tr><th>A<th> B <tr><td>1<td><td>2</table>', ['A\tB', '1\t\t2']],
    ['preformatted text', '<pre>a  b\n  c</pre><p>d  e</p>', ['a  b\n  c', 'd e']],
    ['headings and captions', '<h2>One</h2><figure><img src=a><figcaption>Two</figcaption></figure>', ['One', 'Two']],
    ['struck-out words, which are seen', '<p><s>One</s> <del>two</del></p>', ['One two']],
    ['paragraphs of nothing', '<p> </p><p>&nbsp;</p><p></p><hr>', []],
    ['references that stand for themselves', '<p>&lt;b&gt; &amp;amp; &unknown; R&D</p>', ['<b> &amp; &unknown; R&D']],
    ['a reference to no character', '<p>a&#0;b&#xD83D;c</p>', ['a\uFFFDb\uFFFDc']],
    ['a reference to windows-1252', '<p>&#147;a&#148;</p>', ['“a”']],
    ['elements that nobody knows', '<p>One <lom-bridge>two</lom-bridge></p>', ['One two']],
    ['elements that every object has', '<constructor>One</constructor><valueOf>two</valueOf>', ['Onetwo']],
    ['what is no tag', '<p>1 < 2 <__proto__> <3></p>', ['1 < 2 <__proto__> <3>']],
  ])('reads %s', (_, html, expected) => {
    expect(paragraphs(html)).toEqual(expected);
  });

  it.each([
    ['scripts', '<script>var a = "<p>no</p>";</script>'],
    ['scripts that are data', '<script type="application/ld+json">{"a": "no"}</script>'],
    ['styles', '<style>p { content: "no" }</style>'],
    ['comments', '<!-- no -->'],
    ['comments that end late', '<!-- --no- > no -->'],
    ['navigation', '<nav><a href="/">no</a></nav>'],
    ['what is there without scripts', '<noscript><p>no</p></noscript>'],
    ['templates', '<template><p>no</p></template>'],
    ['drawings', '<svg><title>no</title><text>no</text></svg>'],
    ['controls', '<button>no</button><select><option>no</select><textarea>no</textarea>'],
    ['dialogs and menus', '<div role="dialog">no</div><ul role="Menu"><li>no</ul>'],
    ['hidden elements', '<p hidden>no</p><p style="color: red; display:none">no</p>'],
    ['what is in an element that is left out', '<svg><style>no</style><g><text>no</g>no</svg>'],
    ['other pages', '<iframe>no</iframe><object><p>no</p></object>'],
  ])('leaves out %s', (_, html) => {
    expect(paragraphs(`<p>One</p>${html}<p>Two</p>`)).toEqual(['One', 'Two']);
  });

  it.each([
    ['that only look hidden', '<p style="display: block" class="hidden" title="display:none">Two</p>'],
    ['that begin as a left out one', '<navigator>Two</navigator>'],
  ])('keeps elements %s', (_, html) => {
    expect(paragraphs(`<p>One</p>${html}`)).toEqual(['One', 'Two']);
  });
});
