import fc from 'fast-check';

/** Characters and sequences that programs stumble over, by what is the matter with them. Every one can be stored. */
export const HOSTILE_PIECES = {
  controls: [
    '\u0001',
    '\u0007',
    '\b',
    '\u000B',
    '\f',
    '\u001B[31m',
    '\u001B]0;x\u0007',
    '\u007F',
    '\u0085',
    '\u009B2J',
  ],
  'turned writing': ['\u202A', '\u202E', '\u202C', '\u2066', '\u2067', '\u2069', '\u200E', '\u200F', '\u061C'],
  'nothing to be seen': [
    '\u200B',
    '\u200C',
    '\u200D',
    '\u2060',
    '\uFEFF',
    '\u00AD',
    '\u180E',
    '\u3164',
    '\u{E0041}',
    '\uFE0F',
  ],
  'spaces and ends of lines': [' ', '\t', '\n', '\r', '\r\n', '\n\r', '\u00A0', '\u2003', '\u2028', '\u2029', '\u3000'],
  'combining marks': [
    '\u0301',
    'Z\u0351\u036B\u0343\u032A\u0302',
    'e\u0301',
    '\u00E9',
    'a\u0488',
    'ก็็็็็',
    '\u0301'.repeat(40),
  ],
  'characters above U+FFFF': ['😀', '🕊', '𝐍𝐨', '𠮷', '\u{10FFFF}', '\u{1FFFE}'],
  'sequences that are one': ['👩‍👩‍👧‍👦', '👩🏽‍🚒', '🇰🇵', '🏴\u{E0067}\u{E0062}\u{E007F}', '1️⃣'],
  'other writing': ['قال الوزير', 'לא נעלה', 'нет', '不是', 'ﷺ', 'ǆ', 'ß', 'İ', 'ﬁ'],
  'characters of no meaning': ['\uE000', '\uE001', '\uE002', '\uE002\uE003', '\uFFFF', '\uFFFE', '\uFDD0', '\uFFFD'],
  'marks of other languages': [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</mark>',
    '&lt;',
    '&#x202E;',
    '<!--',
    ']]>',
    "'; DROP TABLE quote;--",
    '${1}',
    '$1',
    '%s',
    '\\u0000',
    '\\',
    '{{x}}',
    '[[',
    ']]',
    '…',
  ],
  formulas: ['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://a.example","x")', '\t=1'],
  'names of what objects inherit': ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What cannot be stored: halves of characters, and U+0000. */
const UNSTORABLE_PIECES = ['\uD800', '\uDBFF', '\uDC00', '\uDFFF', '\uDC00\uD800', '\0'] as const;

/** Words that make a text out of it in which somebody says something. */
const PROSE = [
  ...[
    '“It rains,” Ada Holm said.',
    'The mayor told the Alm Times that ',
    '“',
    '”',
    '"',
    '‘',
    '’',
    ' said ',
    'according to ',
  ],
  ...[
    'Ada Holm',
    'he',
    'the ministry',
    ' not ',
    ' on Monday',
    '4 July 2022',
    '. ',
    ', ',
    ': ',
    ' — ',
    '1,000',
    'By Ada Holm\n',
    '\n\n',
  ],
];

const piece = fc.constantFrom(...Object.values(HOSTILE_PIECES).flat());
const partOfText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PROSE) },
  { weight: 3, arbitrary: piece },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }).filter(isStorable) },
);

/** Whether a store can give a text back unchanged. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** Something between prose and noise that can be stored as it is. */
export const hostileText: fc.Arbitrary<string> = fc.array(partOfText, { maxLength: 30 }).map((parts) => parts.join(''));

/** The same with words in it, so that it is an article. */
export const hostileArticle: fc.Arbitrary<string> = fc
  .tuple(hostileText, hostileText)
  .map(([before, behind]) => `${before}“It rains in Alm,” Ada Holm said.${behind}`);

/** A text that cannot be stored, with the UTF-16 offset of the first character that cannot be. */
export const unstorableText: fc.Arbitrary<{ readonly text: string; readonly at: number }> = fc
  .tuple(hostileText, fc.constantFrom(...UNSTORABLE_PIECES), hostileText)
  // Half a character beside its other half would be a whole one.
  .map(([before, bad, behind]) => ({ text: `${before}.${bad}.${behind}`, at: before.length + 1 }));

/** A short text for a name, a title or the like: one line, hostile, and not blank. */
export const hostileName: fc.Arbitrary<string> = fc
  .array(piece, { minLength: 1, maxLength: 4 })
  .map((parts) => `x${parts.join('')}x`);

/** A value for a text that a client sends: whatever may be sent, storable or not. */
export const hostileValue: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: piece },
  { weight: 2, arbitrary: hostileName },
  { weight: 2, arbitrary: fc.constantFrom(...UNSTORABLE_PIECES).map((bad) => `a${bad}b`) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', 'a'.repeat(5_000), '🕊'.repeat(300), '-'.repeat(200), 'null', '0') },
);

/** What a terminal would obey or hide, but for line feeds and tabs. */
export const OBEYED = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
