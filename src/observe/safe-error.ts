/** What a log may hold of an error: nothing in which a value of a request, a row or a setting may stand. */
export interface SafeError {
  /** The class: "TypeError". */
  readonly type: string;
  /** Of the system or of SQL ("23505"). */
  readonly code?: string;
  /** Left out where it may quote values. */
  readonly message?: string;
  /** What an error of the database names. */
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  /** Where it was thrown: functions, files and lines. */
  readonly stack: readonly string[];
  readonly cause?: SafeError;
}

/** Errors of the engine itself, which name what is in the program. Those that Node.js throws have a code, and may quote values. */
const OF_THE_ENGINE = new Set(['TypeError', 'ReferenceError', 'AssertionError']);
/**
 * Classes of SQLSTATE whose messages name connections, locks, resources and what is in the schema (PostgreSQL, appendix A). Others quote
 * rows and values: "Key (name)=(…) already exists", "invalid input syntax for type uuid: …".
 */
const NO_VALUES = /^(?:08|25|40|42|53|55|57|58)[0-9A-Z]{3}$/;
const FRAME = /^\s+at /;
const MOST_FRAMES = 12;
const MOST_CAUSES = 4;
/** Codes and names are short words; what is none of these is not told. */
const WORD = /^[\w.$-]{1,80}$/;

/** An error without its values. */
export function safeError(error: unknown, causes = MOST_CAUSES): SafeError {
  if (!(error instanceof Error)) return { type: typeof error, stack: [] };
  const told = error as Error & Readonly<Record<string, unknown>>;
  const type = word(error.constructor.name) ?? 'Error';
  const code = word(told['code']);
  const names = ['table', 'column', 'constraint'].flatMap((name) => {
    const value = word(told[name]);
    return value === null ? [] : [[name, value] as const];
  });
  const isTold = code === null ? OF_THE_ENGINE.has(type) : NO_VALUES.test(code);
  return {
    type,
    ...(code === null ? {} : { code }),
    ...(isTold ? { message: error.message } : {}),
    ...Object.fromEntries(names),
    stack: framesOf(error),
    ...(error.cause === undefined || causes === 0 ? {} : { cause: safeError(error.cause, causes - 1) }),
  };
}

const word = (value: unknown): string | null => (typeof value === 'string' && WORD.test(value) ? value : null);

/** The frames alone: before them the stack repeats the message, of however many lines. */
function framesOf({ stack = '', message }: Error): string[] {
  const at = message === '' ? 0 : stack.indexOf(message);
  const rest = at < 0 ? '' : stack.slice(at + message.length);
  return rest
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim().replace(/^at /, ''));
}
