import { isDiskFull, outageOf } from '../../src/store/outage.ts';

const coded = (code: string, message = 'x'): Error => Object.assign(new Error(message), { code });

describe('an error that a client is told of as an outage', () => {
  it.each([
    ['a server that shuts down', coded('57P01')],
    ['a server that starts', coded('57P03')],
    ['no connection left', coded('53300')],
    ['a connection that was refused', coded('ECONNREFUSED')],
    ['a connection that Prisma lost', coded('P1017')],
    ['the same within a query', coded('P2010', 'Code: `N/A`. Message: `Server has closed the connection.`')],
    [
      'the same by the name of Prisma’s adapter',
      Object.assign(new Error('x'), { cause: { kind: 'ConnectionClosed' } }),
    ],
    ['no connection in time', new Error('timeout exceeded when trying to connect')],
    ['a connection that broke', new Error('Client has encountered a connection error and is not queryable')],
  ])('%s', (_, error) => {
    expect([outageOf(error), isDiskFull(error)]).toEqual(['UNAVAILABLE', false]);
  });

  it.each([
    ['by itself', coded('53100')],
    ['within a query of Prisma', coded('P2010', 'Raw query failed. Code: `53100`. Message: `could not extend file`')],
  ])('a full disk, %s', (_, error) => {
    expect([outageOf(error), isDiskFull(error)]).toEqual(['UNAVAILABLE', true]);
  });

  it.each([
    ['a constraint that is broken', coded('P2010', 'Code: `23514`. Message: `no such connection`')],
    ['a query that is wrong', coded('42601')],
    ['a defect', new TypeError('x is not a function')],
    ['what is no error', '57P01'],
  ])('is not %s', (_, error) => {
    expect([outageOf(error), isDiskFull(error)]).toEqual([null, false]);
  });
});
