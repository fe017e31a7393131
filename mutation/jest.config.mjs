import { dirname } from 'node:path';
import config from '../jest.coverage.mjs';

/** The tests of what is changed, alone: no coverage is counted, and a suite that fails ends the trial. */
export default {
  ...config,
  rootDir: dirname(import.meta.dirname),
  collectCoverage: false,
  coverageThreshold: undefined,
};
