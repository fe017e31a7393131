import fc from 'fast-check';
import { dateOfSaying } from '../../../src/extract/dates/date-of-saying.ts';
import { findDates } from '../../../src/extract/dates/find-dates.ts';

/** A text with its parts marked: {source}, <cue>, [content]. */
function marked(written: string) {
  const parts = { source: '{}', cue: '<>', content: '[]' };
  const spans = { source: [] as Span[], cue: [] as Span[], content: [] as Span[] };
  interface Span {
    start: number;
    end: number;
  }
  let text = '';
  for (const character of written) {
    const part = (['source', 'cue', 'content'] as const).find((name) => parts[name].includes(character));
    if (part === undefined) text += character;
    else if (parts[part].startsWith(character)) spans[part].push({ start: text.length, end: text.length });
    else spans[part].push({ start: spans[part].pop()?.start ?? 0, end: text.length });
  }
  return { text, spans };
}

/** Published on a Friday. */
function said(written: string) {
  const { text, spans } = marked(written);
  const date = dateOfSaying(text, spans, findDates(text, '2022-07-29'));
  return date && `${text.slice(date.span.start, date.span.end)} = ${date.value}`;
}

describe('the date of saying', () => {
  it.each([
    ['stands behind the cue', '[“We won,”] {he} <said> Thursday.', 'Thursday = 2022-07-28'],
    ['stands between cue and content', '{He} <said> Thursday [the vote would be held].', 'Thursday = 2022-07-28'],
    ['stands within the cue', '{He} <said on Thursday> that [they had won].', 'Thursday = 2022-07-28'],
    ['stands behind whom it was told', '{He} <told> reporters on Thursday [he had won].', 'Thursday = 2022-07-28'],
    [
      'stands behind where it was said',
      '[“We won,”] {he} <said> in an interview in Rome on Monday.',
      'Monday = 2022-07-25',
    ],
    ['stands behind the occasion', '[“We won,”] {he} <said> at a briefing on Monday night.', 'Monday = 2022-07-25'],
    ['stands between source and cue', '{The minister} on Monday <said> [they had won].', 'Monday = 2022-07-25'],
    ['opens the sentence', 'On July 25 {the minister} <told> the council [they had won].', 'July 25 = 2022-07-25'],
    ['opens the sentence before a quotation', 'On Monday, [“We won,”] {he} <said>.', 'Monday = 2022-07-25'],
    ['is that of a statement', 'In a statement Monday, {the ministry} <said> [it had won].', 'Monday = 2022-07-25'],
    ['stands between commas', '{Smith}, in a speech Monday, <said> [they had won].', 'Monday = 2022-07-25'],
    [
      'is that of what is published',
      '{A report released Monday by the council} <said> [it failed].',
      'Monday = 2022-07-25',
    ],
    ['is that of a report, behind the cue', '<According to> {a report published in 2019}, [it failed].', '2019 = 2019'],
    ['is a month', '[“We won,”] {she} <wrote> in May.', 'May = 2022-05'],
    ['is the nearer of two', '{He} <said> Monday at the summit of last week [they had won].', 'Monday = 2022-07-25'],
    ['is that of the cue, not of the content', '{He} <said> Monday [it failed in 2019].', 'Monday = 2022-07-25'],
  ])('%s: %s', (_, written, expected) => {
    expect(said(written)).toBe(expected);
  });

  it.each([
    ['none is told', '[“We won,”] {he} <said>.'],
    ['it is that of the content', '{He} <said> [they had won on Monday].'],
    ['it is within the quotation', '[“We won Monday,”] {he} <said>.'],
    ['it is in a clause about the source', '{The minister}, who took office in 2010, <said> [they had won].'],
    ['it is in a participle about the source', '{The group}, founded in 2010, <said> [they had won].'],
    ['it is in an apposition to the source', '{Smith}, a senator in 2010, <said> [they had won].'],
    ['it is in an apposition within the source', '[“We won,”] <said> {Smith, a senator in 2010}.'],
    ['it is in a clause behind the source', '[“We won,”] <said> {Smith}, who resigned on Monday.'],
    ['it is that of a thing', '{He} <criticized> the July 3 deal [as weak].'],
    ['it is that of an event', '{He} <praised> [her] after Monday’s debate.'],
    ['it leaves an end open', '{He} <has said> since 2014 [they had won].'],
    ['it is in another sentence', 'They voted on Monday. [“We won,”] {he} <said>. It ended in 2019.'],
    ['it is in a clause before', 'He resigned on Monday, and {she} <said> [they had won].'],
    ['it is in a clause with its own verb', 'When he resigned on Monday, {she} <said> [they had won].'],
    ['it is in a clause behind the cue', '{She} <said> so after he resigned on Monday.'],
    ['it is that of a cause', 'In the wake of the vote on Monday, {she} <said> [they had won].'],
    ['nothing tells who said it', '[They had won Monday.]'],
  ])('is null where %s: %s', (_, written) => {
    expect(said(written)).toBeNull();
  });

  it('is one of the dates, outside the content, whatever the spans', () => {
    const words = 'On Monday, July 25 , the minister said Thursday that in 2014 “ he won ” last week . He told'.split(
      ' ',
    );
    const span = (length: number) =>
      fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const cases = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 25 })
      .map((all) => all.join(' '))
      .chain((text) => {
        const spans = fc.array(span(text.length), { maxLength: 3 });
        return fc.record({ text: fc.constant(text), source: spans, cue: spans, content: spans });
      });
    fc.assert(
      fc.property(cases, ({ text, ...attribution }) => {
        const dates = findDates(text, '2022-07-29');
        const date = dateOfSaying(text, attribution, dates);
        if (!date) return;
        expect(dates).toContain(date);
        for (const { start, end } of attribution.content) {
          expect(start < date.span.end && date.span.start < end).toBe(false);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
