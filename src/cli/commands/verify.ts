import { VerbatimError } from '../../domain/errors.ts';
import { verifyCheckpoint, type Checkpoint } from '../../ledger/verify-proof.ts';
import { againstCheckpoint } from '../../store/verify/ledger-check.ts';
import { verifyStore } from '../../store/verify/verify-store.ts';
import { showCheck } from '../show-check.ts';
import { withStore } from '../with-store.ts';
import { readCheckpoint } from './ledger.ts';

/**
 * `verbatim verify`: looks at every invariant over the whole store; exit code 1 when one is broken.
 *
 * @param against a file with a checkpoint, which the store's ledger must go on from
 */
export async function verifyCommand({ against }: { readonly against?: string }): Promise<void> {
  const checkpoint = against === undefined ? null : await readOwnCheckpoint(against);
  const holds = await withStore(async ({ sql }) => {
    const allHold = await verifyStore(sql, showCheck);
    if (!checkpoint) return allHold;
    const result = await againstCheckpoint(sql, checkpoint);
    showCheck(result);
    return allHold && result.broken === 0;
  });
  process.stdout.write(
    holds ? 'Everything holds.\n' : 'Not everything holds: the store was changed by other means than Verbatim.\n',
  );
  if (!holds) process.exitCode = 1;
}

/** A checkpoint whose signature fits: a file that was damaged would accuse a store that is whole. */
async function readOwnCheckpoint(file: string): Promise<Checkpoint> {
  const checkpoint = await readCheckpoint(file);
  await verifyCheckpoint(checkpoint).catch((cause: unknown) => {
    throw new VerbatimError('BAD_USER_INPUT', `${file}: the signature is not that of its content. Take another copy.`, {
      cause,
    });
  });
  return checkpoint;
}
