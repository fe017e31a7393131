import { VerbatimError, type ErrorCode } from '../domain/errors.ts';
import type { ServerOfStore } from './server-of-store.ts';

/**
 * What a server gives at a path, as it comes.
 *
 * @throws VerbatimError with the server's code and words where it refuses, UNAVAILABLE when it cannot be asked or breaks off
 */
export async function streamOfServer({ url, key }: ServerOfStore, path: string): Promise<AsyncIterable<string>> {
  const unavailable = (what: string) => (cause: unknown) => {
    throw new VerbatimError('UNAVAILABLE', `The store belongs to a process whose server, at ${url}, ${what}.`, {
      cause,
    });
  };
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${key}` } }).catch(
    unavailable('does not answer'),
  );
  if (response.ok && response.body) return textOf(response.body, unavailable('broke off. What came is not whole'));
  const answer = (await response.json().catch(unavailable('does not answer as one'))) as Refusal;
  throw new VerbatimError(answer.errors[0].extensions.code as ErrorCode, answer.errors[0].message);
}

interface Refusal {
  readonly errors: readonly [{ readonly message: string; readonly extensions: { readonly code: string } }];
}

async function* textOf(body: AsyncIterable<Uint8Array>, broke: (cause: unknown) => never): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  try {
    for await (const bytes of body) yield decoder.decode(bytes, { stream: true });
  } catch (error) {
    broke(error);
  }
}
