import pc from 'picocolors';
import type { CheckResult } from '../store/verify/check.ts';
import { visible } from './visible.ts';

/** Shows what a check found. */
export function showCheck({ name, checked, broken, examples }: CheckResult): void {
  const mark = broken === 0 ? pc.green('holds ') : pc.red('BROKEN');
  process.stdout.write(
    `${mark}  ${name} (${String(checked)} checked${broken === 0 ? '' : `, ${String(broken)} broken`})\n`,
  );
  for (const example of examples) process.stdout.write(`        ${visible(example)}\n`);
}
