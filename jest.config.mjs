import { CHROMIUM, FAKETIME, MOUNTING, PYTHON } from './tests/support/programs.mjs';

const without = (program, suites) => (program.find() === null ? [`<rootDir>/tests/${suites}`] : []);

const COMPILED = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, useDefineForClassFields: true },
  },
  module: { type: 'es6' },
};

/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  // Suites are left out of what the machine has not; those on both stores leave out the one that is not there.
  testPathIgnorePatterns: [
    '/node_modules/',
    ...without(CHROMIUM, 'e2e/'),
    ...without(FAKETIME, 'faults/clock.test.ts'),
    ...without(PYTHON, 'examples/python.test.ts'),
    ...without(MOUNTING, 'faults/full-disk.test.ts'),
  ],
  transform: {
    'examples/relay/main\\.ts$': ['<rootDir>/tests/support/relay-transform.mjs', COMPILED],
    '^.+\\.ts$': ['@swc/jest', COMPILED],
  },
  extensionsToTreatAsEsm: ['.ts'],
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
  reporters: ['default', '<rootDir>/tests/support/left-out-reporter.mjs'],
  // Generous: some tests start many processes, each with a store of its own, on machines that may be slow.
  testTimeout: 180_000,
  maxWorkers: 2,
};
