import { z } from 'zod';
import { VerbatimError } from '../../domain/errors.ts';
import type { KEY_ROLES } from '../key-roles.ts';
import { visible, visibleJson } from '../visible.ts';
import { withKeys, type ShownKey } from '../with-keys.ts';

/** `verbatim key create`: makes a key. The key alone goes to standard output, so that it can be piped; what to know of it, to the other. */
export async function createKeyCommand(wish: {
  readonly role: (typeof KEY_ROLES)[number];
  readonly name: string;
  readonly expires?: string;
}): Promise<void> {
  const { name, role, expires } = wish;
  const expiresAt = expires === undefined ? null : readInstant(expires);
  await withKeys(async (keys) => {
    const { secret, key } = await keys.create({ name, role: role.toUpperCase() as Uppercase<typeof role>, expiresAt });
    const until = key.expiresAt === null ? 'It does not expire' : `It expires at ${key.expiresAt}`;
    process.stderr.write(
      `A key of the role ${key.role} for ${visible(key.name)}. It is shown this once: keep it where nobody else reads it.\n` +
        `${until}; "verbatim key revoke ${key.id}" ends it at once. Send it as "Authorization: Bearer KEY".\n`,
    );
    process.stdout.write(`${secret}\n`);
  });
}

/** `verbatim key list`: all keys, without their secrets. */
export async function listKeysCommand({ json }: { readonly json: boolean }): Promise<void> {
  await withKeys(async (keys) => {
    const list = await keys.list();
    const lines =
      list.length === 0 ? 'There is no key yet: "verbatim key create" makes one.\n' : list.map(line).join('');
    process.stdout.write(json ? `${visibleJson(list, 2)}\n` : lines);
  });
}

/** `verbatim key revoke`: ends a key. */
export async function revokeKeyCommand(id: string): Promise<void> {
  await withKeys(async (keys) => {
    const { name, revokedAt } = await keys.revoke(id);
    process.stdout.write(`The key ${id} (${visible(name)}) was revoked at ${revokedAt ?? ''}.\n`);
  });
}

const line = (key: ShownKey): string =>
  `${key.id}  ${key.role.padEnd(8)}  ${state(key).padEnd(36)}  ${visible(key.name)}\n`;

function state({ expiresAt, revokedAt }: ShownKey): string {
  if (revokedAt !== null) return `revoked at ${revokedAt}`;
  if (expiresAt === null) return 'valid';
  return `${new Date(expiresAt) <= new Date() ? 'expired at' : 'valid until'} ${expiresAt}`;
}

const instant = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** A time as people write it: RFC 3339, or a day, of which it is the beginning in UTC. */
function readInstant(text: string): Date {
  const checked = instant.safeParse(text);
  if (checked.success) return new Date(checked.data);
  throw new VerbatimError(
    'BAD_USER_INPUT',
    `--expires must be a day such as 2027-01-31, or a time such as 2027-01-31T12:00:00Z, not ${JSON.stringify(text.slice(0, 40))}.`,
  );
}
