import { compareCorpus } from '../../store/record-corpus.ts';
import { COMMAND_LINE } from '../../store/write-transaction.ts';
import { describeWrite, showProgress } from '../progress.ts';
import { withStore } from '../with-store.ts';

/** `verbatim compare`: looks for shared passages, derivations, renderings and contradictions in the whole corpus anew. */
export async function compareCommand(): Promise<void> {
  await withStore(async (store) => {
    const { onProgress, end } = showProgress(process.stderr);
    const write = await compareCorpus(store, COMMAND_LINE, onProgress).finally(end);
    process.stdout.write(`${describeWrite(write)}\n`);
  });
}
