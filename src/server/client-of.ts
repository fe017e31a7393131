import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';
import { VerbatimError } from '../domain/errors.ts';

/** Whether the word of an address is taken for whom it asks. */
export type TrustedProxies = (address: string, hop: number) => boolean;

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
