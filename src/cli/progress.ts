import type { OnProgress } from '../store/plan.ts';
import type { RecordedWrite } from '../store/record-corpus.ts';

/** Shows how far a write is: one line that changes on a terminal, nothing where output goes to a file. */
export function showProgress(stream: NodeJS.WriteStream): {
  readonly onProgress: OnProgress;
  readonly end: () => void;
} {
  if (!stream.isTTY) return { onProgress: () => undefined, end: () => undefined };
  return {
    onProgress: (subject, done, total) => {
      stream.write(`\r\u001B[K${String(done)} of ${String(total)} rows, ${subject}`);
    },
    end: () => {
      stream.write('\r\u001B[K');
    },
  };
}

/** What a write did, for people. */
export function describeWrite({ revision, changes }: RecordedWrite): string {
  const changed = [...changes].map(([subject, count]) => `  ${subject}: ${String(count)}`).join('\n');
  return changed === ''
    ? `Nothing new: the corpus stays at revision ${String(revision)}.`
    : `The corpus is at revision ${String(revision)}. Added, changed or withdrawn:\n${changed}`;
}
