import { Connection, type ClientBase } from 'pg';

/** What cancelling takes of a client, which pg's types do not tell. */
interface Cancellable {
  readonly host: string;
  readonly port: number;
  readonly ssl: boolean | object;
  readonly sslNegotiation: string;
  readonly processID: number;
  readonly secretKey: number;
}

/** What pg's types leave out of a connection. */
interface RawConnection {
  connect(port: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processId: number, secretKey: number): void;
}

/** Milliseconds that the server has to take the request. */
const PATIENCE = 5_000;

/**
 * Asks the server to cancel what a connection runs, by the protocol's own request, which goes by a connection of its own and needs no
 * login, and which poolers pass on (PostgreSQL, Frontend/Backend Protocol, "Canceling Requests in Progress"). Nobody is told what came
 * of it: it may come too late, and the statement's own error tells.
 */
export function cancelStatement(client: ClientBase): void {
  const { host, port, ssl, sslNegotiation, processID, secretKey } = client as unknown as Cancellable;
  const connection = new Connection({ ssl, sslNegotiation } as object);
  const raw = connection as unknown as RawConnection;
  const send = () => {
    raw.cancel(processID, secretKey);
  };
  connection.on('error', () => undefined);
  connection.once('connect', () => {
    if (ssl === false) send();
    else if (sslNegotiation !== 'direct') raw.requestSsl();
  });
  connection.once('sslconnect', send);
  const giveUp = setTimeout(() => connection.stream.destroy(), PATIENCE).unref();
  connection.once('end', () => {
    clearTimeout(giveUp);
  });
  if (host.startsWith('/')) raw.connect(`${host}/.s.PGSQL.${String(port)}`);
  else raw.connect(port, host);
}
