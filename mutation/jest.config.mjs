import { dirname } from 'node:path';
import config from '../jest.coverage.mjs';

/** Globs of tests, divided by colons: a part of the tests is quicker, and finds no more than all of them do. */
const { TESTED } = process.env;

/** The tests of what is changed, alone: no coverage is counted, and a suite that fails ends the trial. */
export default {
  ...config,
  rootDir: dirname(import.meta.dirname),
  ...(TESTED && { testMatch: TESTED.split(':').map((glob) => `<rootDir>/${glob}`) }),
  collectCoverage: false,
  coverageThreshold: undefined,
};
