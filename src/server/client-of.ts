import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';
import type { Principal } from '../domain/principal.ts';
import { VerbatimError } from '../domain/errors.ts';

/** Whether the word of an address is taken for whom it asks. */
export type TrustedProxies = (address: string, hop: number) => boolean;

/** Whom limits of clients are for. */
export interface ClientOptions {
  /** Whether clients on this machine are limited too. */
  readonly includesOwn: boolean;
  /** Proxies whose X-Forwarded-For is believed. */
  readonly proxies: TrustedProxies;
}

/** Where nothing is said: the own machine is spared, and nobody is believed. */
export const USUAL_CLIENTS: ClientOptions = { includesOwn: false, proxies: () => false };

/**
 * Who asks, for what each client may have: one by its key, or one without by its address. Null for who is not limited: the own machine
 * unless it is included, and whoever runs the server.
 */
export function clientOf(
  request: IncomingMessage,
  principal: Principal | null,
  { includesOwn, proxies }: ClientOptions,
): string | null {
  const address = addressOf(request, proxies);
  if (principal?.keyId === null || (!includesOwn && isOwn(address))) return null;
  return principal ? `key ${principal.keyId}` : subscriberOf(address);
}

/**
 * Proxies that are trusted, by their addresses or networks ("10.0.0.0/8").
 *
 * @throws VerbatimError BAD_USER_INPUT for what is no address or network
 */
export function readProxies(networks: readonly string[]): TrustedProxies {
  try {
    return proxyAddr.compile([...networks]);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new VerbatimError(
      'BAD_USER_INPUT',
      `TRUSTED_PROXIES must be addresses or networks, such as 10.0.0.1 or 10.0.0.0/8 (${reason}).`,
      { cause },
    );
  }
}

/**
 * From where a request comes: the address of the connection or, behind proxies that are trusted, the last one in X-Forwarded-For
 * that is none of theirs.
 */
export const addressOf = (request: IncomingMessage, proxies: TrustedProxies): string => proxyAddr(request, proxies);

/** Whether an address is the machine's own. */
export const isOwn = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';

/** Whose an address is: of IPv6 its network of 64 bits, all of which one subscriber has (RFC 6177). */
export function subscriberOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const read = ipaddr.process(address);
  if (!(read instanceof ipaddr.IPv6)) return read.toString();
  return `${new ipaddr.IPv6([...read.parts.slice(0, 4), 0, 0, 0, 0]).toString()}/64`;
}
