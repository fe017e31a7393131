import { continuedQuotation } from './continued-quotation.ts';
import { dashCredit } from './dash-credit.ts';
import { heading } from './heading.ts';
import { quotationAlone } from './quotation-alone.ts';
import { sameParagraph } from './same-paragraph.ts';
import { transcriptLabel } from './transcript-label.ts';
import type { UncuedRule } from './uncued-rule.ts';

/** In the order in which they are tried: the surest first, since none takes what another one has found. */
export const UNCUED_RULES: readonly UncuedRule[] = [
  transcriptLabel,
  dashCredit,
  sameParagraph,
  continuedQuotation,
  quotationAlone,
  heading,
];
