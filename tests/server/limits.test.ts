import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnvironment } from '../../src/cli/environment.ts';
import { LARGEST_PAGE } from '../../src/graphql/relay/page-args.ts';
import { CONNECTION_LIMITS, LIMITS } from '../../src/server/limits.ts';
import { STATEMENT_TIMEOUT } from '../../src/store/statement-timeout.ts';

const { rateLimit, requestTimeout, connectionLimits, introspection } = readEnvironment({});

describe('docs/limits.md', () => {
  it('tells every limit by its value', async () => {
    const page = await readFile(join(import.meta.dirname, '../../docs/limits.md'), 'utf8');
    const [table = ''] = page.split('\n\n').filter((part) => part.startsWith('| limit '));
    const rows = table.split('\n').slice(2);
    const told = rows.map((row) => {
      const [, name = '', value = ''] = row.split('|').map((cell) => cell.trim());
      return [name, Number(value.replaceAll(',', ''))];
    });
    expect(told).toEqual([
      ['bytes of a request', LIMITS.bodyBytes],
      ['bytes of a request, from an EDITOR on', LIMITS.editorBodyBytes],
      ['tokens of a document', LIMITS.tokens],
      ['levels of fields', LIMITS.depth],
      ['aliases', LIMITS.aliases],
      ['directives', LIMITS.directives],
      ['errors told of a document', LIMITS.errors],
      ['items of a page', LARGEST_PAGE],
      ['nodes of an answer', LIMITS.nodes],
      ['nodes a second', rateLimit?.rate.perSecond],
      ['nodes at once', rateLimit?.rate.burst],
      ['milliseconds of a query', requestTimeout],
      ['milliseconds that a write waits', requestTimeout * LIMITS.writePatience],
      ['milliseconds of a statement', STATEMENT_TIMEOUT],
      ['connections', connectionLimits.connections],
      ['connections of a client', CONNECTION_LIMITS.connectionsOfClient],
      ['streams', connectionLimits.streams],
      ['streams of a client', CONNECTION_LIMITS.streamsOfClient],
      ['exports', CONNECTION_LIMITS.exports],
      ['exports of a client', CONNECTION_LIMITS.exportsOfClient],
      ['milliseconds of an export', LIMITS.exportTimeout],
      ['milliseconds for the head of a request', CONNECTION_LIMITS.headersTimeout],
      ['milliseconds for all of a request', CONNECTION_LIMITS.sendTimeout],
      ['milliseconds of an idle connection', CONNECTION_LIMITS.idleTimeout],
      ['milliseconds in which nobody reads', CONNECTION_LIMITS.unreadTimeout],
    ]);
    // Told in words.
    expect(page).toContain(`counts ${String(LIMITS.usualList)} times what is asked of an item`);
    expect(page).toContain(`${LIMITS.reservedNodes.toLocaleString('en')} nodes in reserve`);
    expect(page).toContain(`[An export](exports.md) costs ${LIMITS.nodesOfExport.toLocaleString('en')}`);
    expect([LIMITS.nodesOfRequest, introspection]).toEqual([10, true]);
  });
});

describe('a limit that the environment sets', () => {
  it.each<[Record<string, string>, object]>([
    [{ REQUEST_TIMEOUT_MS: '250' }, { requestTimeout: 250 }],
    [{ MAX_CONNECTIONS: '50', MAX_STREAMS: '7' }, { connectionLimits: { connections: 50, streams: 7 } }],
    [{ INTROSPECTION: 'off' }, { introspection: false }],
    [
      { INTROSPECTION: 'on', MAX_STREAMS: '' },
      { introspection: true, connectionLimits: { connections: 2_000, streams: 200 } },
    ],
    [{ RATE_LIMIT: 'off' }, { rateLimit: null, clients: { includesOwn: false } }],
    [{ RATE_LIMIT: '50/20000' }, { clients: { includesOwn: true } }],
  ])('%j', (environment, expected) => {
    expect(readEnvironment(environment)).toMatchObject(expected);
  });

  it.each([
    [{ REQUEST_TIMEOUT_MS: 'soon' }, /^REQUEST_TIMEOUT_MS must be a number of milliseconds/],
    [{ REQUEST_TIMEOUT_MS: '99' }, /^REQUEST_TIMEOUT_MS must be from 100 to 30000/],
    [{ REQUEST_TIMEOUT_MS: '30001' }, /^REQUEST_TIMEOUT_MS must be from 100 to 30000/],
    [{ MAX_CONNECTIONS: '0' }, /^MAX_CONNECTIONS must be a number of connections/],
    [{ MAX_STREAMS: '-1' }, /^MAX_STREAMS must be a number of streams/],
    [{ INTROSPECTION: 'maybe' }, /^INTROSPECTION must be on or off/],
  ])('is refused with its name: %j', (environment, message) => {
    expect(() => readEnvironment(environment)).toThrow(message);
  });
});
