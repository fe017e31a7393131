const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'its permissions forbid it',
  ELOOP: 'its links lead in a circle',
};

/** Why a file or a folder could not be read, for people. */
export function readingProblem(place: string, cause: unknown): string {
  const code = isSystemError(cause) ? cause.code : String(cause);
  const reason = Object.hasOwn(REASONS, code) ? REASONS[code] : code;
  return `${place} cannot be read: ${reason ?? ''}.`;
}

/** Whether an error comes from the system that files are on, and not from a defect. */
export const isSystemError = (error: unknown): error is { readonly code: string } =>
  typeof error === 'object' &&
  error !== null &&
  'syscall' in error &&
  'code' in error &&
  typeof error.code === 'string';
