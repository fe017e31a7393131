import config from './jest.config.mjs';

/** What a wrong branch of would give wrong quotes or wrong proofs: each branch is run by the tests of its own folder. */
export const COVERED = [
  'src/text/**',
  'src/anchor/**',
  'src/compare/{align,word-diff,version-diff}.ts',
  'src/compare/version-diff/**',
  'src/ledger/**',
];

/** @type {import('jest').Config} */
export default {
  ...config,
  testMatch: ['text', 'anchor', 'compare', 'ledger'].map((folder) => `<rootDir>/tests/${folder}/**/*.test.ts`),
  // None of these needs a database.
  globalSetup: undefined,
  globalTeardown: undefined,
  reporters: ['summary'],
  collectCoverage: true,
  collectCoverageFrom: COVERED,
  coverageProvider: 'v8',
  coverageReporters: ['text'],
  coverageThreshold: { global: { branches: 100, functions: 100, lines: 100, statements: 100 } },
};
