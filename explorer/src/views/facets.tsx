import type { VariablesOf } from 'gql.tada';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../api/graphql.ts';
import { useParameters } from '../parts/use-parameters.ts';
import { BetweenForm } from '../parts/words-form.tsx';
import { ANCHORS, CERTAINTIES, MODES, ORIGINS, POLARITIES } from '../parts/words.ts';

/** How many statements each choice would leave; counted by the server, without their texts. */
const FacetsQuery = graphql(`
  query Facets(
    $direct: StatementFilter!
    $mixed: StatementFilter!
    $indirect: StatementFilter!
    $narration: StatementFilter!
    $certain: StatementFilter!
    $probable: StatementFilter!
    $possible: StatementFilter!
    $uncommitted: StatementFilter!
    $affirmed: StatementFilter!
    $negated: StatementFilter!
    $curated: StatementFilter!
    $extracted: StatementFilter!
    $orphaned: StatementFilter!
  ) {
    DIRECT: statements(first: 0, filter: $direct) {
      totalCount
    }
    MIXED: statements(first: 0, filter: $mixed) {
      totalCount
    }
    INDIRECT: statements(first: 0, filter: $indirect) {
      totalCount
    }
    NARRATION: statements(first: 0, filter: $narration) {
      totalCount
    }
    CERTAIN: statements(first: 0, filter: $certain) {
      totalCount
    }
    PROBABLE: statements(first: 0, filter: $probable) {
      totalCount
    }
    POSSIBLE: statements(first: 0, filter: $possible) {
      totalCount
    }
    UNCOMMITTED: statements(first: 0, filter: $uncommitted) {
      totalCount
    }
    AFFIRMED: statements(first: 0, filter: $affirmed) {
      totalCount
    }
    NEGATED: statements(first: 0, filter: $negated) {
      totalCount
    }
    CURATED: statements(first: 0, filter: $curated) {
      totalCount
    }
    EXTRACTED: statements(first: 0, filter: $extracted) {
      totalCount
    }
    ORPHANED: statements(first: 0, filter: $orphaned) {
      totalCount
    }
  }
`);

type Filter = VariablesOf<typeof FacetsQuery>['direct'];

const GROUPS = [
  ['mode', 'Rendered', MODES],
  ['certainty', 'Its source', CERTAINTIES],
  ['polarity', 'Content', POLARITIES],
  ['origin', 'Recorded', ORIGINS],
  ['evidence', 'Its words', { ORPHANED: ANCHORS.ORPHANED }],
] as const;

/** The filter that an address asks for. What it does not know, it leaves out. */
export function filterOf(parameters: URLSearchParams): Filter {
  const one = <Name extends string>(name: string, known: Readonly<Record<Name, string>>): Name | null => {
    const value = parameters.get(name);
    return value !== null && Object.hasOwn(known, value) ? (value as Name) : null;
  };
  const mode = one('mode', MODES);
  const certainty = one('certainty', CERTAINTIES);
  const polarity = one('polarity', POLARITIES);
  const origin = one('origin', ORIGINS);
  const evidence = one('evidence', ANCHORS);
  const words = parameters.get('q') ?? '';
  const dates = { saidFrom: parameters.get('from'), saidTo: parameters.get('to') };
  return {
    ...(words.trim() === '' ? {} : { search: words }),
    ...(mode && { mode: [mode] }),
    ...(certainty && { certainty: [certainty] }),
    ...(polarity && { polarity }),
    ...(origin && { origin }),
    ...(evidence && { evidence: [evidence] }),
    ...(dates.saidFrom && { saidFrom: dates.saidFrom }),
    ...(dates.saidTo && { saidTo: dates.saidTo }),
  };
}

/** The ways in which statements may be narrowed down, with how many each would leave. */
export function Facets({ filter }: { readonly filter: Filter }): ReactNode {
  const [parameters, change] = useParameters();
  const [{ data }] = useQuery({
    query: FacetsQuery,
    variables: {
      direct: { ...filter, mode: ['DIRECT'] },
      mixed: { ...filter, mode: ['MIXED'] },
      indirect: { ...filter, mode: ['INDIRECT'] },
      narration: { ...filter, mode: ['NARRATION'] },
      certain: { ...filter, certainty: ['CERTAIN'] },
      probable: { ...filter, certainty: ['PROBABLE'] },
      possible: { ...filter, certainty: ['POSSIBLE'] },
      uncommitted: { ...filter, certainty: ['UNCOMMITTED'] },
      affirmed: { ...filter, polarity: 'AFFIRMED' },
      negated: { ...filter, polarity: 'NEGATED' },
      curated: { ...filter, origin: 'CURATED' },
      extracted: { ...filter, origin: 'EXTRACTED' },
      orphaned: { ...filter, evidence: ['ORPHANED'] },
    },
  });
  return (
    <details className="facets" open={isWide()}>
      <summary>Narrow down</summary>
      {GROUPS.map(([name, title, values]) => (
        <fieldset key={name}>
          <legend>{title}</legend>
          {Object.entries(values).map(([value, words]) => {
            const isChosen = parameters.get(name) === value;
            const number = data?.[value as keyof typeof data].totalCount;
            return (
              <button
                key={value}
                type="button"
                aria-pressed={isChosen}
                onClick={() => {
                  change({ [name]: isChosen ? '' : value });
                }}
              >
                <span>{words}</span> <span className="figures soft">{number?.toLocaleString('en-GB')}</span>
              </button>
            );
          })}
        </fieldset>
      ))}
      <fieldset>
        <legend>Said</legend>
        <BetweenForm
          from={parameters.get('from') ?? ''}
          to={parameters.get('to') ?? ''}
          onBetween={(from, to) => {
            change({ from, to });
          }}
        />
        <button
          type="button"
          aria-pressed={parameters.get('order') === 'said'}
          onClick={() => {
            change({ order: parameters.get('order') === 'said' ? '' : 'said' });
          }}
        >
          earliest said first
        </button>
      </fieldset>
    </details>
  );
}

/** Where there is room beside the results; elsewhere they come first. */
const isWide = (): boolean => window.matchMedia('(min-width: 52rem)').matches;
