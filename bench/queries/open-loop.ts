import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '../run.ts';

/** What a client sees who asks at a fixed rate, however long the answers take. */
export interface OpenLoop {
  /** Milliseconds from the moment at which a request was to be sent until its answer was there. */
  readonly p50: number;
  readonly p99: number;
  readonly asked: number;
}

/** Seconds that are not counted, in which connections are made. */
const WARMING = 1;
/** How many connections there are at most; a request that finds none free waits, and its clock runs. */
const CONNECTIONS = 64;

/**
 * Sends requests at a fixed rate, the bodies in turn. Latency is counted from the time at which each was to be sent, so that an
 * answer that holds up others is counted for all of them.
 *
 * @param rate requests a second
 */
export async function openLoop(
  url: string,
  bodies: readonly string[],
  rate: number,
  seconds: number,
): Promise<OpenLoop> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const latencies: number[] = [];
  const underWay: Promise<void>[] = [];
  const begun = performance.now();
  for (let number = 0; number < rate * (WARMING + seconds); number++) {
    const due = begun + (1000 * number) / rate;
    const early = due - performance.now();
    if (early > 1) await sleep(early);
    underWay.push(
      ask(agent, url, bodies[number % bodies.length] ?? '').then(() => {
        if (number >= rate * WARMING) latencies.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(underWay);
  agent.destroy();
  return { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99), asked: latencies.length };
}

function ask(agent: Agent, url: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${url} answered ${String(response.statusCode)}`));
      });
    });
    sent.once('error', reject).end(body);
  });
}
