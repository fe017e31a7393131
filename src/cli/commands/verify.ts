import pc from 'picocolors';
import { verifyStore } from '../../store/verify/verify-store.ts';
import { visible } from '../visible.ts';
import { withStore } from '../with-store.ts';

/** `verbatim verify`: looks at every invariant over the whole store; exit code 1 when one is broken. */
export async function verifyCommand(): Promise<void> {
  const holds = await withStore((store) =>
    verifyStore(store.sql, ({ name, checked, broken, examples }) => {
      const mark = broken === 0 ? pc.green('holds ') : pc.red('BROKEN');
      process.stdout.write(
        `${mark}  ${name} (${String(checked)} checked${broken === 0 ? '' : `, ${String(broken)} broken`})\n`,
      );
      for (const example of examples) process.stdout.write(`        ${visible(example)}\n`);
    }),
  );
  process.stdout.write(
    holds ? 'Everything holds.\n' : 'Not everything holds: the store was changed by other means than Verbatim.\n',
  );
  if (!holds) process.exitCode = 1;
}
