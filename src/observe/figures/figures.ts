import { Distribution } from './distribution.ts';
import { RequestFigures } from './request-figures.ts';
import { StatementFigures } from './statement-figures.ts';

/** Seconds. Extracting takes some milliseconds a page. */
const EXTRACTION_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** All that a process counts of what it does. */
export class Figures {
  readonly requests = new RequestFigures();
  readonly statements = new StatementFigures();
  /** Seconds that extracting an article took. */
  readonly extraction = new Distribution(EXTRACTION_BOUNDS);
}
