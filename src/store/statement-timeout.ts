/** Milliseconds that a database server gives one statement, whoever waits for it. A write that takes longer says so. */
export const STATEMENT_TIMEOUT = 30_000;
