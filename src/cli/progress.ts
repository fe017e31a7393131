import type { OnProgress } from '../store/record-corpus.ts';

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
