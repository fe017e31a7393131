import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { respond } from './respond.ts';

/** The built module, found from the sources and from what is built alike. */
const MODULE = join(import.meta.dirname, '../../dist/ledger/verify-proof.js');

/**
 * Serves the module that checks proofs, for pages: an ES module that needs no other one. Pages of any site may import it; what it
 * says is worth as much as the place that it was taken from.
 */
export function proofModule(): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (_, response) => {
    respond(response, 200, await readFile(MODULE, 'utf8'), {
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'no-cache',
    });
  };
}
