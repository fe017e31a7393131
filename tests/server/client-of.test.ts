import type { IncomingMessage } from 'node:http';
import { addressOf, isOwn, readProxies, subscriberOf } from '../../src/server/client-of.ts';

const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('the address of a client', () => {
  it.each<[name: string, proxies: string[], request: IncomingMessage, address: string]>([
    ['that of the connection', [], from('192.0.2.1'), '192.0.2.1'],
    ['whatever it says, from nobody who is trusted', [], from('192.0.2.1', '198.51.100.7'), '192.0.2.1'],
    ['what a proxy says', ['192.0.2.1'], from('192.0.2.1', '198.51.100.7'), '198.51.100.7'],
    [
      'what a proxy says, not what the client told it',
      ['192.0.2.1'],
      from('192.0.2.1', '10.9.9.9, 198.51.100.7'),
      '198.51.100.7',
    ],
    [
      'what the first of two proxies says',
      ['192.0.2.0/24'],
      from('192.0.2.1', '198.51.100.7, 192.0.2.9'),
      '198.51.100.7',
    ],
    ['a proxy’s own, which asks for itself', ['192.0.2.1'], from('192.0.2.1'), '192.0.2.1'],
    ['one of IPv6 behind a proxy in its own form', ['::1'], from('::1', '2001:db8::7'), '2001:db8::7'],
  ])('is %s', (_, proxies, request, address) => {
    expect(addressOf(request, readProxies(proxies))).toBe(address);
  });

  it.each([['no address'], ['10.0.0.0/33'], ['::1/129'], ['300.1.1.1']])('is not taken from %s', (network) => {
    expect(() => readProxies([network])).toThrow(/^TRUSTED_PROXIES must be addresses or networks/);
  });
});

describe('whose an address is', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8::/64'],
    ['::1', '::/64'],
    ['unknown', 'unknown'],
  ])('%s: %s', (address, subscriber) => {
    expect(subscriberOf(address)).toBe(subscriber);
  });

  it.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['::ffff:127.0.0.1', true],
    ['128.0.0.1', false],
    ['192.168.0.1', false],
    ['2001:db8::1', false],
    ['unknown', false],
  ])('%s is the machine’s own: %s', (address, own) => {
    expect(isOwn(address)).toBe(own);
  });
});
