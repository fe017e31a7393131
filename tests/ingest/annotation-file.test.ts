import { readAnnotation } from '../../src/ingest/annotation-file.ts';
import { actorsFile, articleFile, eventsFile } from '../../src/ingest/annotation-format.ts';
import { Problems } from '../../src/ingest/problems.ts';

const NAME = 'annotations/articles/a.yaml';
const HEAD = 'text: a.txt\nslug: a\nlanguage: en\ntitle: A title\n';

/** What is said to be wrong with an annotation, one problem a line; null when nothing is. */
function problems(source: string, format: Parameters<typeof readAnnotation>[2] = articleFile): string | null {
  const found = new Problems();
  const file = readAnnotation(NAME, source, format, found);
  try {
    found.throwIfAny();
    expect(file).not.toBeNull();
    return null;
  } catch (error) {
    expect(file).toBeNull();
    return error instanceof Error ? error.message : null;
  }
}

describe('readAnnotation', () => {
  it('accepts the least that an article needs', () => {
    expect(problems(HEAD)).toBeNull();
  });

  it.each([
    ['no closing mark', `${HEAD}url: "https://`, `${NAME}:5:15: this is no YAML: Missing closing "quote`],
    ['a key twice', `${HEAD}slug: b\n`, `${NAME}:5:1: this is no YAML: Map keys must be unique`],
    ['a tab as indentation', 'text: a\n\tslug: b', `${NAME}:2:1: this is no YAML: Tabs are not allowed`],
    ['two documents in one file', `${HEAD}---\n${HEAD}`, `${NAME}:5:1: this is no YAML: Source contains multiple`],
    ['a file cut off inside a list', `${HEAD}statements: [{ key: a`, 'this is no YAML: '],
    ['a word in asterisks, which refers to nothing', `${HEAD}url: *so*`, `${NAME}: this is no YAML: Unresolved alias`],
  ])('says of %s that this is no YAML', (_, source, expected) => {
    expect(problems(source)).toContain(expected);
  });

  it('refuses anchors that multiply to more than a computer can hold', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const inner = level === 0 ? '1' : Array.from({ length: 10 }, () => `*a${String(level - 1)}`).join(', ');
      return `a${String(level)}: &a${String(level)} [${inner}]`;
    });
    expect(problems(levels.join('\n'))).toContain('Excessive alias count');
  });

  it.each([
    ['a file cut off behind a key', 'text: a.txt\nslug: a\nlanguage: en\ntitle:', `${NAME}:4:7: title: `],
    ['a file cut off between keys', 'text: a.txt\nslug: a\n', `${NAME}:1:1: language: `],
    ['an empty file', '', `${NAME}:1:1: the file: `],
    ['a wrong key', `${HEAD}publisher: x\n`, `${NAME}:5:12: the file: Unrecognized key: "publisher"`],
    ['a number for a word', `text: a.txt\nslug: 7\nlanguage: en\ntitle: A`, `${NAME}:2:7: slug: `],
    ['a text outside the corpus', HEAD.replace('a.txt', '../a.txt'), `${NAME}:1:7: text: must be the name of a file`],
    ['a slug with capitals', HEAD.replace('slug: a', 'slug: A'), `${NAME}:2:7: slug: must be lower-case words`],
    ['a language that is none', HEAD.replace('en', 'English!'), `${NAME}:3:11: language: must be a BCP 47`],
    ['a link that is no web address', `${HEAD}url: javascript:alert(1)`, `${NAME}:5:6: url: `],
    ['an empty selector', HEAD.replace('A title', "''"), `${NAME}:4:8: title: `],
  ])('says what is wrong with %s, and where', (_, source, expected) => {
    expect(problems(source)).toContain(expected);
  });

  const statement = (...lines: string[]) =>
    [
      `${HEAD}statements:`,
      '  - key: one',
      '    text: One.',
      '    content: One',
      ...lines.map((line) => `    ${line}`),
    ].join('\n');
  const HOP = 'chain: [{ actor: kim, cue: said }]';

  it.each([
    ['a mode that is none', statement('mode: SPOKEN', HOP), `${NAME}:9:11: statements.0.mode: Invalid option`],
    ['NARRATION written out', statement('mode: NARRATION', HOP), `${NAME}:9:11: statements.0.mode: Invalid option`],
    ['a certainty in small letters', statement('certainty: certain'), `${NAME}:9:16: statements.0.certainty: `],
    [
      'a mode without a chain',
      statement('mode: DIRECT'),
      `${NAME}:9:11: statements.0.mode: mode and chain go together`,
    ],
    ['a chain without a mode', statement(HOP), `statements.0.mode: mode and chain go together`],
    [
      'a hop that nothing shows',
      statement('mode: DIRECT', 'chain: [{ actor: kim }]'),
      `a hop needs the words that show it`,
    ],
    ['a WRITER in a chain', statement('mode: DIRECT', 'chain: [{ actor: a, cue: b, role: WRITER }]'), 'chain.0.role: '],
    ['an empty chain', statement('mode: DIRECT', 'chain: []'), `${NAME}:10:12: statements.0.chain: `],
    ['no content at all', statement().replace('content: One', 'content: []'), `${NAME}:8:14: statements.0.content: `],
    [
      'a wrong key in a statement',
      statement('polarty: NEGATED'),
      `${NAME}:9:14: statements.0: Unrecognized key: "polarty"`,
    ],
    [
      'an INFERRED date without its reasoning',
      statement('said: { value: 2022, basis: INFERRED, quotes: [One] }'),
      'said.value: ',
    ],
    [
      'a date that was worked out, and not how',
      statement("said: { value: '2022', basis: INFERRED, quotes: [One] }"),
      'statements.0.said.reasoning: an INFERRED date needs its reasoning',
    ],
    [
      'a date without words that show it',
      statement("said: { value: '2022', basis: STATED, quotes: [] }"),
      'said.quotes: ',
    ],
  ])('refuses in a statement %s', (_, source, expected) => {
    expect(problems(source)).toContain(expected);
  });

  it('accepts what each of these only just is not', () => {
    expect(problems(statement('mode: DIRECT', HOP, 'certainty: CERTAIN', 'polarity: NEGATED'))).toBeNull();
    expect(problems(statement("said: { value: '2022', basis: STATED, quotes: [One] }"))).toBeNull();
  });

  it('names everything that is wrong at once', () => {
    const found = problems('text: a/b\nslug: A\nlanguage: ""\ntitle: A\nother: 1');
    expect(found).toMatch(/^4 problems in the seeds/);
    for (const place of ['1:7: text', '2:7: slug', '3:11: language', '5:8: the file']) expect(found).toContain(place);
  });

  it('takes an empty list of actors or events for what it is', () => {
    expect(problems('# nobody yet\n', actorsFile)).toBeNull();
    expect(problems('', eventsFile)).toBeNull();
  });

  it('tells where each part is written, or the nearest part around it', () => {
    const file = readAnnotation(
      NAME,
      `${HEAD}credits:\n  - { role: AUTHOR, actor: kim, quote: Kim }\n`,
      articleFile,
      new Problems(),
    );
    expect(file?.place(['title'])).toBe(`${NAME}:4:8`);
    expect(file?.place(['credits', 0, 'actor'])).toBe(`${NAME}:6:28`);
    expect(file?.place(['credits', 0, 'nothing', 'here'])).toBe(`${NAME}:6:5`);
    expect(file?.place(['statements', 3])).toBe(`${NAME}:1:1`);
  });
});
