import type { RanStatement, StoreRole } from '../seen-request.ts';
import { Distribution } from './distribution.ts';

export const STORE_ROLES = ['reading', 'writing', 'replica'] as const satisfies readonly StoreRole[];

/** Seconds. A row by its id takes some hundred microseconds, the checks at the end of a large write many seconds. */
const BOUNDS = [0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30];

/** SQL statements in numbers, by who ran them. */
export class StatementFigures {
  readonly seconds = byRole(() => new Distribution(BOUNDS));
  readonly failed: Record<StoreRole, number> = byRole(() => 0);

  add({ role, took, error }: RanStatement): void {
    this.seconds[role].add(took / 1000);
    if (error !== null) this.failed[role]++;
  }
}

const byRole = <Value>(make: () => Value): Record<StoreRole, Value> =>
  Object.fromEntries(STORE_ROLES.map((role) => [role, make()])) as Record<StoreRole, Value>;
