/** Part of a write: worked out first, so that a write which would change nothing makes no revision. */
export interface Plan {
  /** What the part is about, for progress: "statements". */
  readonly subject: string;
  /** How many rows it adds, changes or withdraws. */
  readonly size: number;
  apply(revision: number): Promise<void>;
}

/** Called as the parts of a write are done. */
export type OnProgress = (subject: string, done: number, total: number) => void;

/** How many rows the parts of a write change. */
export const sizeOf = (plans: readonly Plan[]): number => plans.reduce((sum, { size }) => sum + size, 0);

/** @param before how many rows of the same write are done already */
export async function applyPlans(
  plans: readonly Plan[],
  revision: number,
  onProgress: OnProgress = () => undefined,
  before = 0,
): Promise<void> {
  const total = before + sizeOf(plans);
  let done = before;
  for (const plan of plans) {
    await plan.apply(revision);
    done += plan.size;
    onProgress(plan.subject, done, total);
  }
}

/** Rows that are only ever added: those whose key is not stored yet. */
export function planAdditions<Row>(part: {
  readonly subject: string;
  readonly wanted: readonly Row[];
  /** Keys of the rows that are there. */
  readonly stored: ReadonlySet<string>;
  readonly key: (row: Row) => string;
  readonly insert: (rows: Row[], revision: number) => Promise<unknown>;
}): Plan {
  const added = part.wanted.filter((row) => !part.stored.has(part.key(row)));
  return {
    subject: part.subject,
    size: added.length,
    apply: async (revision) => {
      if (added.length > 0) await part.insert(added, revision);
    },
  };
}

/** Rows with an identity of their own, some of whose columns may change. */
export function planEntities<Row extends { readonly id: string }>(part: {
  readonly subject: string;
  readonly wanted: readonly Row[];
  readonly stored: readonly { readonly id: string }[];
  readonly insert: (rows: Row[], revision: number) => Promise<unknown>;
  readonly update: (row: Row, revision: number) => Promise<unknown>;
}): Plan {
  const stored = new Map(part.stored.map((row) => [row.id, row]));
  const added = part.wanted.filter((row) => !stored.has(row.id));
  const changed = part.wanted.filter((row) => {
    const known = stored.get(row.id);
    return known !== undefined && differs(known, row);
  });
  return {
    subject: part.subject,
    size: added.length + changed.length,
    apply: async (revision) => {
      if (added.length > 0) await part.insert(added, revision);
      for (const row of changed) await part.update(row, revision);
    },
  };
}

/** Rows that are withdrawn when they are no longer wanted, and stand again when they are. */
export function planWithdrawable<Row extends object>(part: {
  readonly subject: string;
  readonly wanted: readonly Row[];
  readonly stored: readonly (Row & { readonly withdrawnIn: number | null })[];
  readonly key: (row: Row) => string;
  readonly insert: (rows: Row[], revision: number) => Promise<unknown>;
  readonly update: (row: Row, withdrawnIn: number | null) => Promise<unknown>;
  /** Whether a stored row may be withdrawn; of all rows unless told. */
  readonly owns?: (row: Row) => boolean;
}): Plan {
  const stored = new Map(part.stored.map((row) => [part.key(row), row]));
  const wanted = new Map(part.wanted.map((row) => [part.key(row), row]));
  const added = [...wanted].filter(([key]) => !stored.has(key)).map(([, row]) => row);
  const changed = [...wanted].flatMap(([key, row]) => {
    const known = stored.get(key);
    return known && (known.withdrawnIn !== null || differs(known, row)) ? [row] : [];
  });
  const withdrawn = part.stored.filter(
    (row) => row.withdrawnIn === null && !wanted.has(part.key(row)) && (part.owns?.(row) ?? true),
  );
  return {
    subject: part.subject,
    size: added.length + changed.length + withdrawn.length,
    apply: async (revision) => {
      if (added.length > 0) await part.insert(added, revision);
      for (const row of changed) await part.update(row, null);
      for (const row of withdrawn) await part.update(row, revision);
    },
  };
}

/** Whether a stored row has another value than is wanted, in any column that is wanted. */
function differs(stored: object, wanted: object): boolean {
  const known = stored as Readonly<Record<string, unknown>>;
  return Object.entries(wanted).some(([column, value]) => column in known && known[column] !== value);
}
