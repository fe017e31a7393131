import type { ResultOf } from 'gql.tada';
import type { CSSProperties, ReactNode } from 'react';
import { Link } from 'wouter';
import '../style/timeline.css';
import { Asked } from '../api/asked.tsx';
import { graphql } from '../api/graphql.ts';
import { Exact } from '../parts/exact.tsx';
import { useParameters } from '../parts/use-parameters.ts';
import { useTitle } from '../parts/use-title.ts';
import { BetweenForm } from '../parts/words-form.tsx';
import { count, plain } from '../parts/words.ts';
import { eventAddress, statementAddress } from '../text/addresses.ts';
import { dateBar, periodBetween, periodOf, ticks, whereMost, type DateBar, type Period } from '../text/date-bar.ts';

const TimelineQuery = graphql(`
  query Timeline($from: EDTF, $to: EDTF, $said: StatementFilter) {
    events(first: 100, from: $from, to: $to) {
      totalCount
      nodes {
        slug
        title
        type
        occurred {
          value
          earliest
          latest
          basis
          reasoning
        }
      }
    }
    statements(first: 100, filter: $said, orderBy: SAID_ASC) {
      totalCount
      nodes {
        id
        text
        speaker {
          name
        }
        said {
          value
          earliest
          latest
          basis
          reasoning
        }
      }
    }
  }
`);

type Answer = ResultOf<typeof TimelineQuery>;
type KnownDate = NonNullable<Answer['events']['nodes'][number]['occurred']>;

/** One line: an event, or a statement at the time when it was said. */
interface Row {
  readonly key: string;
  readonly address: string;
  readonly what: string;
  readonly title: string;
  readonly date: KnownDate;
}

/** When things happened and were said, each date as long as what is known of it leaves open. */
export default function TimelineView(): ReactNode {
  useTitle('Timeline');
  const [parameters] = useParameters();
  const [from, to] = [parameters.get('from'), parameters.get('to')];
  const said = { ...(from !== null && { saidFrom: from }), ...(to !== null && { saidTo: to }) };
  return (
    <div className="wide timeline">
      <h1>Timeline</h1>
      <p className="lead">
        Each bar spans all that a date may mean: a day is a point, “in May” a month. Pale ends are open or uncertain.
      </p>
      <Asked document={TimelineQuery} variables={{ from, to, said }} behind>
        {(answer) => <Rows answer={answer} asked={from !== null && to !== null ? periodBetween(from, to) : null} />}
      </Asked>
    </div>
  );
}

function Rows({ answer, asked }: { readonly answer: Answer; readonly asked: Period | null }): ReactNode {
  const [parameters, change] = useParameters();
  const show = parameters.get('show') ?? 'both';
  const all = rowsOf(answer).filter(({ what }) => show === 'both' || (show === 'events') === (what !== 'said'));
  const dates = all.map(({ date }) => date);
  const whole = periodOf(dates);
  const period = asked ?? (parameters.get('span') === 'all' ? whole : whereMost(dates));
  if (!period || !whole) return <p>No date is known here.</p>;
  const rows = all.flatMap((row) => {
    const bar = dateBar(row.date, period);
    return bar ? [{ ...row, bar }] : [];
  });
  const { events, statements } = answer;
  return (
    <>
      <div className="tabs" role="group" aria-label="What is shown">
        {(['both', 'events', 'statements'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={show === one}
            onClick={() => {
              change({ show: one === 'both' ? '' : one }, true);
            }}
          >
            {one === 'both' ? 'Events and statements' : one === 'events' ? 'Events' : 'Statements'}
          </button>
        ))}
      </div>
      <div className="spans figures">
        <button
          type="button"
          aria-pressed={asked === null && parameters.get('span') !== 'all'}
          onClick={() => {
            change({ span: '', from: '', to: '' });
          }}
        >
          where most is
        </button>
        <button
          type="button"
          aria-pressed={asked === null && parameters.get('span') === 'all'}
          onClick={() => {
            change({ span: 'all', from: '', to: '' });
          }}
        >
          {yearsOf(whole)}
        </button>
        <BetweenForm
          from={parameters.get('from') ?? ''}
          to={parameters.get('to') ?? ''}
          onBetween={(from, to) => {
            change({ from, to, span: '' });
          }}
        />
        <span className="soft">
          {count(rows.length, 'date')} of {dates.length} shown
          {events.totalCount > events.nodes.length &&
            `; the first ${String(events.nodes.length)} of ${count(events.totalCount, 'event')}`}
          {statements.nodes.every(({ said }) => said !== null) &&
            statements.totalCount > statements.nodes.length &&
            `; the first ${String(statements.nodes.length)} of ${count(statements.totalCount, 'statement')}`}
        </span>
      </div>
      <div className="chart">
        <div className="scale figures" aria-hidden="true">
          {ticks(period).map(({ at, label }) => (
            <span key={at} style={{ left: percent(at) }}>
              {label}
            </span>
          ))}
        </div>
        <ol>
          {rows.map(({ key, address, what, title, date, bar }) => (
            <li key={key} className={what === 'said' ? 'said' : 'happened'}>
              <div className="row-words">
                <Link href={address} title={title}>
                  <Exact>{title}</Exact>
                </Link>
                <span className="soft figures" title={date.reasoning ?? undefined}>
                  {what}, {date.value}
                </span>
              </div>
              <div className="row-bar" aria-hidden="true">
                <span className={classOf(bar)} style={styleOf(bar)} />
              </div>
            </li>
          ))}
        </ol>
      </div>
    </>
  );
}

function rowsOf({ events, statements }: Answer): Row[] {
  const rows = [
    ...events.nodes.flatMap(({ slug, title, type, occurred: date }) =>
      date ? [{ key: slug, address: eventAddress(slug), what: plain(type), title, date }] : [],
    ),
    ...statements.nodes.flatMap(({ id, text, speaker, said: date }) =>
      date ? [{ key: id, address: statementAddress(id), what: 'said', title: `${speaker.name}: ${text}`, date }] : [],
    ),
  ];
  const first = ({ date }: Row): string => date.earliest ?? '';
  return rows.sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0));
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
const styleOf = ({ start, end }: DateBar): CSSProperties => ({ left: percent(start), width: percent(end - start) });
const classOf = ({ opensLeft, opensRight, isUncertain }: DateBar): string =>
  ['bar', opensLeft && 'opens-left', opensRight && 'opens-right', isUncertain && 'uncertain'].filter(Boolean).join(' ');
const yearsOf = ({ from, to }: Period): string =>
  `${String(new Date(from).getUTCFullYear())} to ${String(new Date(to - 1).getUTCFullYear())}`;
