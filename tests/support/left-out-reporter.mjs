import { missingPrograms, MOUNTING } from './programs.mjs';

/** Says at the end which suites a machine could not run, and what to install. */
export default class LeftOutReporter {
  onRunComplete() {
    for (const { name, install, consequence } of [
      ...missingPrograms(),
      ...(MOUNTING.find() === null ? [MOUNTING] : []),
    ]) {
      process.stderr.write(`\nLEFT OUT: ${name} was not found. ${consequence}\n          To run them: ${install}\n`);
    }
  }
}
