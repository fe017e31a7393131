import fc from 'fast-check';
import { readForComparison } from '../../src/compare/compared-text.ts';
import { madeFrom, type ComparedArticle, type MadeFrom } from '../../src/compare/made-from.ts';
import { sharedPassages } from '../../src/compare/shared-passages.ts';

const day = (number: number): Date => new Date(Date.UTC(2031, 4, number));
type Known = Partial<Omit<ComparedArticle, 'text'>>;
const on = (number: number): Known => ({ earliest: day(number), latest: day(number) });

function article(lines: readonly string[], known: Known = {}): ComparedArticle {
  return { text: readForComparison(lines.join('\n')), earliest: null, latest: null, credited: [], ...known };
}
const compare = (left: ComparedArticle, right: ComparedArticle): MadeFrom | null =>
  madeFrom(left, right, sharedPassages(left.text, right.text));
const derived = (left: ComparedArticle, right: ComparedArticle) => compare(left, right)?.derived ?? null;

const STORY = [
  'The town of Ostrevik will keep its old harbour, Mayor Marit Dolan announced on Monday.',
  'The harbour was built by fishermen in 1871 and holds 40 wooden boats today.',
  '“We will not sell a single stone of this harbour to anybody,” Dolan said.',
  'The company Varnholm Ports had offered 12 million crowns for the northern quay in January.',
  'Ivo Tarsk, who heads the pilots, said the winter storms had damaged two breakwaters.',
  'A public meeting about the repairs follows on 3 March in the school gymnasium.',
];
/** The same story with every name and number, the quotation marks of one sentence gone. */
const TOLD = STORY.map((line) => line.replace('“We will', 'The town will').replace(',” Dolan said', ', Dolan said'));
/** The same story with fewer names and numbers, and with its quotation marks. */
const VAGUE = [
  'A town will keep its old harbour, the mayor announced.',
  'The harbour was built by fishermen and holds wooden boats today.',
  '“We will not sell a single stone of this harbour to anybody,” the mayor said.',
  'A company had offered millions of crowns for the northern quay.',
  'The head of the pilots said winter storms had damaged breakwaters.',
  'A public meeting about the repairs follows in the school gymnasium.',
];
const VAGUELY_TOLD = VAGUE.map((line) => line.replace('“We will', 'The town will').replace(',” the', ', the'));
const OTHERS = [
  'Bread rolls cost more in Lindau Bay since bakers pay twice for flour.',
  'A circus elephant swam across the strait and frightened two anglers.',
  'Trams stopped for hours because somebody had stolen copper wire.',
  'Scientists found a moss that grows under street lamps only.',
  'The chess club elected its youngest treasurer since its foundation.',
  'Heavy fog kept every plane on the ground until lunch.',
];

describe('madeFrom', () => {
  describe('of copies', () => {
    it.each([
      ['the left one is earlier', on(1), on(2), 'right'],
      ['the right one is earlier', on(2), on(1), 'left'],
      ['both are of one instant', on(1), on(1), null],
      ['neither has a date', {}, {}, null],
      ['only one has a date', on(1), {}, null],
      [
        'it may be either: the times overlap',
        { earliest: day(1), latest: day(3) },
        { earliest: day(2), latest: day(4) },
        null,
      ],
      [
        'one ends where the other begins',
        { earliest: day(1), latest: day(2) },
        { earliest: day(2), latest: day(4) },
        'right',
      ],
      ['it is known until when, and since when', { latest: day(1) }, { earliest: day(2) }, 'right'],
      ['it is known since when, and until when', { earliest: day(1) }, { latest: day(2) }, null],
    ])('decides by dates: %s', (_, left, right, expected) => {
      expect(derived(article(STORY, left), article(STORY, right))).toBe(expected);
    });

    it.each([
      ['the left one’s publisher', { credited: ['Orv Wire'] }, {}, 'right'],
      ['one of its authors', { credited: ['Pia Lund', 'Orv Wire'] }, { credited: ['Kust Daily'] }, 'right'],
      ['nobody', { credited: ['Sund Post'] }, {}, null],
      ['a part of a longer word', { credited: ['Wir'] }, {}, null],
      ['a name in small letters only', { credited: ['orv wire'] }, {}, null],
      [
        'its own publisher, which is the other one’s as well',
        { credited: ['Orv Wire'] },
        { credited: ['Orv Wire'] },
        null,
      ],
    ])('decides by whom the right one names: %s', (_, left, right, expected) => {
      const [one, other] = [article(STORY, left), article([...STORY, 'This is what Orv Wire reports.'], right)];
      expect(derived(one, other)).toBe(expected);
      expect(derived(other, one)).toBe(expected === null ? null : 'left');
    });

    it('says what shows it', () => {
      const one = article(STORY, { ...on(1), credited: ['Orv Wire'] });
      const other = article([...STORY, 'This is what Orv Wire reports.'], on(2));
      expect(compare(one, other)).toEqual({
        derived: 'right',
        evidence: ['The other one was published before it.', 'It names Orv Wire, by whom the other one is.'],
      });
    });
  });

  describe('without dates and credits', () => {
    const LONG = [...STORY, ...OTHERS];
    /** So much of the details of a line is left out. */
    const DETAILS = [' in 1871', ' 40', ' in January', ' on Monday', ' on 3 March'];
    const without = (count: number) =>
      TOLD.map((line) => DETAILS.slice(0, count).reduce((rest, detail) => rest.replace(detail, ''), line));

    it('takes all of the rest together: fewer details, quotation marks lost, abridged', () => {
      const found = compare(article(LONG), article(VAGUELY_TOLD));
      expect(found?.derived).toBe('right');
      expect(found?.evidence).toEqual([
        expect.stringMatching(
          /^In what both tell it lacks \d+ names and numbers that the other one has, which lacks 0 of its own\.$/,
        ),
        expect.stringMatching(/^It tells in its own words what the other one has in quotation marks/),
        expect.stringMatching(/^100 % of it stand in the other one, of which that is \d\d %\.$/),
      ]);
      expect(derived(article(VAGUELY_TOLD), article(LONG))).toBe('left');
    });

    it.each([
      ['no quotation marks are lost', LONG, VAGUE],
      ['nothing is abridged', STORY, VAGUELY_TOLD],
      ['no details are missing', LONG, TOLD],
      ['only quotation marks are lost', STORY, TOLD],
      ['only names and numbers are', STORY, VAGUE],
      ['it is only shorter', LONG, STORY],
      ['nothing differs', STORY, STORY],
    ])('takes less for too little: %s', (_, left, right) => {
      expect(compare(article(left), article(right))).toBeNull();
      expect(compare(article(right), article(left))).toBeNull();
    });

    it.each([
      ['six missing', without(5), 'right'],
      ['five missing', without(4).map((line) => line.replace(' 3 March', ' March')), null],
      ['six missing, two put in', without(5).map((line) => line.replace('gymnasium', 'Vera Holt hall')), 'right'],
      ['six missing, three put in', without(5).map((line) => line.replace('gymnasium', 'Vera Holt Lund hall')), null],
    ])('counts details that are no chance: %s', (_, right, expected) => {
      expect(derived(article(LONG), article(right))).toBe(expected);
    });

    it.each([
      ['nearly all', 3, 'right'],
      ['half', 10, null],
    ])('calls abridged of which %s stands in the other one', (_, count, expected) => {
      const filler = (lines: number, line: string) => Array<string>(lines).fill(line);
      const left = article([...STORY, ...filler(60, 'And it was what it was and is and so on.')]);
      const right = article([...VAGUELY_TOLD, ...filler(count, 'But it is as it was and so it has been.')]);
      expect(derived(left, right)).toBe(expected);
    });
  });

  describe('with evidence against it', () => {
    it.each([
      [
        'the one that names the other lacks no quotation marks',
        article(TOLD, { credited: ['Orv Wire'] }),
        article([...STORY, 'So says Orv Wire.']),
      ],
      ['the vaguer one is earlier', article(STORY, on(2)), article(VAGUELY_TOLD, on(1))],
      [
        'the one that names the other is earlier',
        article(STORY, { ...on(2), credited: ['Orv Wire'] }),
        article([...STORY, 'So says Orv Wire.'], on(1)),
      ],
      [
        'each names the other',
        article([...STORY, 'So says Kust Daily.'], { credited: ['Orv Wire'] }),
        article([...STORY, 'So says Orv Wire.'], { credited: ['Kust Daily'] }),
      ],
    ])('decides nothing: %s', (_, left, right) => {
      expect(compare(left, right)).toBeNull();
      expect(compare(right, left)).toBeNull();
    });

    it.each([
      ['with the same evidence on one side', article(STORY, on(1)), article(VAGUELY_TOLD, on(2))],
      ['where only little is against the dates', article(TOLD, on(1)), article(STORY, on(2))],
      [
        'where a copy has more than what it was made from',
        article(STORY, on(1)),
        article([...STORY, ...OTHERS], on(2)),
      ],
    ])('but decides %s', (_, left, right) => {
      expect(derived(left, right)).toBe('right');
      expect(derived(right, left)).toBe('left');
    });

    it('and tells no evidence against what it decides', () => {
      expect(compare(article(TOLD, on(1)), article(STORY, on(2)))?.evidence).toEqual([
        'The other one was published before it.',
      ]);
    });
  });

  describe('asks for passages in the articles’ own words', () => {
    const QUOTED = [
      '“We will not sell a single stone of this harbour to anybody, ever.”',
      '“The northern quay belongs to fishermen and their children alone.”',
      '“Storms come and go, but breakwaters of granite stay where they stand.”',
      '“Let those who offer millions buy themselves another town.”',
    ];

    it('and not for quotations that both share', () => {
      const found = sharedPassages(article([...QUOTED, ...OTHERS]).text, article(QUOTED).text);
      expect(found).toHaveLength(QUOTED.length);
      expect(compare(article([...QUOTED, ...OTHERS], on(1)), article(QUOTED, on(2)))).toBeNull();
    });

    it.each([
      ['none', [], null],
      ['two', STORY.slice(0, 2), null],
      ['three', STORY.filter((line) => !line.includes('“')).slice(0, 3), 'right'],
      ['three, one of which is quoted', STORY.slice(0, 3), null],
    ])('three at least: %s', (_, common, expected) => {
      expect(derived(article([...common, ...QUOTED], on(1)), article([...common, ...QUOTED], on(2)))).toBe(expected);
    });

    it.each([
      ['both', 10, 10, 'right'],
      ['the left one', 10, 40, 'right'],
      ['the right one', 40, 10, 'right'],
      ['neither', 40, 40, null],
    ])('that make up a fifth of one of them: of %s', (_, left, right, expected) => {
      const common = STORY.filter((line) => !line.includes('“')).slice(0, 3);
      const padded = (count: number, line: string) => [...common, ...Array<string>(count).fill(line)];
      const one = article(padded(left, 'And it was what it was and is and so on.'), on(1));
      const other = article(padded(right, 'But it is as it was and so it has been.'), on(2));
      expect(derived(one, other)).toBe(expected);
    });

    it('mostly in one order', () => {
      const told = STORY.filter((line) => !line.includes('“'));
      expect(told).toHaveLength(5);
      const ordered = (...order: number[]) =>
        article(
          order.map((index) => told[index] ?? ''),
          on(2),
        );
      expect(derived(article(told, on(1)), ordered(3, 0, 1, 4, 2))).toBe('right');
      expect(derived(article(told, on(1)), ordered(4, 3, 2, 1, 0))).toBeNull();
    });
  });

  it.each([
    ['“APEC met in May.”', 'AP', null],
    ['So the AP reports.', 'AP', 'right'],
    ['As (AP) reports.', 'AP', 'right'],
    ['The AP’s report.', 'AP', 'right'],
    ['The CAP reports.', 'AP', null],
    ['AP2 reports.', 'AP', null],
  ])('takes a credit for named only as words of their own: %s', (line, credit, expected) => {
    expect(derived(article(STORY, { credited: [credit] }), article([...STORY, line]))).toBe(expected);
  });

  describe('of one speech', () => {
    const SPEECH = [
      'We will not sell a single stone of this harbour to anybody, ever',
      'The northern quay belongs to fishermen and their children alone',
      'Storms come and go, but breakwaters of granite stay where they stand',
      'Let those who offer millions buy themselves another town',
      'Whoever doubts it should walk along the piers with me on Sunday',
    ];
    const quoted = SPEECH.map((words) => `“${words},” Dolan said.`);
    const told = SPEECH.map((words) => `${words}, she told the meeting.`);

    it.each([
      ['quoted in both', quoted, quoted],
      ['quoted in one and told in the other', quoted, told],
      ['told in one and quoted in the other', told, quoted],
    ])('takes two reports for what they are: %s', (_, left, right) => {
      const [one, other] = [article([...OTHERS, ...left], on(1)), article(right, on(2))];
      expect(sharedPassages(one.text, other.text).length).toBeGreaterThanOrEqual(SPEECH.length);
      expect(compare(one, other)).toBeNull();
      expect(compare(other, one)).toBeNull();
    });
  });

  it.each([
    ['articles of other matters', STORY, OTHERS],
    ['nothing on one side', STORY, []],
    ['nothing at all', [], []],
  ])('finds nothing in %s', (_, left, right) => {
    expect(compare(article(left, on(1)), article(right, on(2)))).toBeNull();
  });

  const known = fc.record({
    date: fc.option(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 3 })), { nil: null }),
    credited: fc.subarray(['Orv Wire', 'Kust Daily']),
    lines: fc.tuple(fc.constantFrom(STORY, TOLD, VAGUE, VAGUELY_TOLD), fc.subarray([...OTHERS, 'So says Orv Wire.'])),
  });
  const anyArticle = known.map(({ date, credited, lines }) =>
    article(lines.flat(), {
      credited,
      earliest: date && day(date[0]),
      latest: date && day(date[0] + date[1]),
    }),
  );

  it('is the same from either side', () => {
    fc.assert(
      fc.property(anyArticle, anyArticle, (left, right) => {
        const passages = sharedPassages(left.text, right.text);
        const mirrored = passages.map((passage) => ({ left: passage.right, right: passage.left }));
        const there = madeFrom(left, right, passages);
        const back = madeFrom(
          right,
          left,
          mirrored.sort((a, b) => a.left.start - b.left.start),
        );
        const exchanged = { left: 'right', right: 'left' };
        expect(back?.derived).toBe(there ? exchanged[there.derived] : undefined);
        expect([...(back?.evidence ?? [])].sort()).toEqual([...(there?.evidence ?? [])].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('never makes an article from one that is surely later', () => {
    fc.assert(
      fc.property(anyArticle, anyArticle, (left, right) => {
        const found = compare(left, right);
        if (!found) return;
        const [source, copy] = found.derived === 'right' ? [left, right] : [right, left];
        if (copy.latest && source.earliest)
          expect(copy.latest.getTime()).toBeGreaterThanOrEqual(source.earliest.getTime());
        expect(found.evidence.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
