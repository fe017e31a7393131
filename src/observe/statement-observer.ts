import type { StatementFigures } from './figures/statement-figures.ts';
import type { RanStatement, SeenRequest } from './seen-request.ts';
import type { SlowStatements } from './slow-statements.ts';

/** The one place that learns of every SQL statement of the store, and for which request it was run. */
export class StatementObserver {
  /** The request whose write is under way. There is one write at a time. */
  writer: SeenRequest | null = null;

  constructor(
    private readonly figures: StatementFigures,
    /** Null where nobody wants to know of slow ones. */
    readonly slow: SlowStatements | null,
    /** Whether it matters for which request a statement is run; where not, nothing is done for it. */
    readonly isAttributing: boolean,
  ) {}

  ran(statement: RanStatement): void {
    this.figures.add(statement);
    this.slow?.look(statement);
    statement.request?.trace?.statement(statement);
  }
}
