import type { Distribution } from './figures/distribution.ts';

type Labels = Readonly<Record<string, string | number>>;

/** A number of a metric. */
export interface Sample {
  readonly labels: Labels;
  readonly value: number;
  /** Where it differs from the metric's own name. */
  readonly metricName?: string;
}

/** What numbers of several processes become together. */
export type Aggregator = 'sum' | 'max';

/** A metric in the shape in which prom-client takes it; its numbers are asked for when somebody collects them, and not before. */
export interface Metric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly aggregator: Aggregator;
  get(): Promise<Omit<Metric, 'get'> & { readonly values: readonly Sample[] }>;
}

const metric = (told: Omit<Metric, 'get'>, read: () => readonly Sample[] | Promise<readonly Sample[]>): Metric => ({
  ...told,
  get: async () => ({ ...told, values: await read() }),
});

/** A number that only grows. */
export const counter = (name: string, help: string, read: () => readonly Sample[]): Metric =>
  metric({ name, help, type: 'counter', aggregator: 'sum' }, read);

/** A number as it is now; none where it cannot be told. */
export const gauge = (
  name: string,
  help: string,
  aggregator: Aggregator,
  read: () => readonly Sample[] | Promise<readonly Sample[]>,
): Metric => metric({ name, help, type: 'gauge', aggregator }, read);

/** Distributions, each with its labels. */
export const histogram = (
  name: string,
  help: string,
  read: () => readonly (readonly [Labels, Distribution])[],
): Metric => metric({ name, help, type: 'histogram', aggregator: 'sum' }, () => read().flatMap(samplesOf(name)));

/** What a histogram is in Prometheus' text format: how many values lay up to each bound, their sum, and how many there are. */
const samplesOf =
  (name: string) =>
  ([labels, { bounds, counts, sum }]: readonly [Labels, Distribution]): Sample[] => {
    let total = 0;
    const buckets = [...counts].map((count, index) => {
      total += count;
      return { labels: { ...labels, le: bounds[index] ?? '+Inf' }, value: total, metricName: `${name}_bucket` };
    });
    return [
      ...buckets,
      { labels, value: sum, metricName: `${name}_sum` },
      { labels, value: total, metricName: `${name}_count` },
    ];
  };

/** One number without labels; none for null. */
export const alone = (value: number | null): Sample[] => (value === null ? [] : [{ labels: {}, value }]);
