/** A line that tells how far something is. */
export interface Rate {
  /** One more is done. */
  step(): void;
  /** Says something on a line of its own. */
  tell(message: string): void;
  end(): void;
}

const BAR = 24;
/** Milliseconds between two sights of the line. */
const REFRESH = 100;

/**
 * Shows how many are done, how fast, and how long the rest takes: one line that changes on a terminal, nothing where output goes
 * to a file.
 *
 * @param total null where nobody knows
 */
export function showRate(stream: NodeJS.WriteStream, total: number | null): Rate {
  let [done, shown] = [0, 0];
  const started = performance.now();
  const clear = () => {
    if (stream.isTTY) stream.write('\r\u001B[K');
  };
  const show = () => {
    const seconds = (performance.now() - started) / 1000;
    const rate = done / Math.max(seconds, 0.001);
    const known = total === null || total < done ? null : { total, left: (total - done) / Math.max(rate, 0.001) };
    const bar = known
      ? `${'█'.repeat(Math.round((BAR * done) / Math.max(known.total, 1))).padEnd(BAR, '░')} ${String(done)} of ${String(known.total)}`
      : String(done);
    const left = known ? `, ${clock(known.left)} left` : '';
    stream.write(`\r\u001B[K${bar}, ${rate.toFixed(1)} a second${left}`);
  };
  return {
    step: () => {
      done++;
      const now = performance.now();
      if (!stream.isTTY || now - shown < REFRESH) return;
      shown = now;
      show();
    },
    tell: (message) => {
      clear();
      stream.write(message);
    },
    end: clear,
  };
}

const clock = (seconds: number): string =>
  `${String(Math.floor(seconds / 60))}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
