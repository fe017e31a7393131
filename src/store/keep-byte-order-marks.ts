import type { PGlite } from '@electric-sql/pglite';

type Messages = Awaited<ReturnType<PGlite['execProtocolStream']>>;

/**
 * Lets an embedded database give back values that begin with U+FEFF as they were written. Its driver decodes each value as if it
 * were a file, and takes U+FEFF at the beginning for a byte order mark and no part of it: a text of which it is the first character,
 * and each quote that begins with one, would lose it.
 */
export function keepByteOrderMarks(database: PGlite): void {
  database.execProtocolStream = async (message, options) => {
    const { messages, data } = await database.execProtocol(message, options);
    if (holdsMark(data)) restoreMarks(messages, data);
    return messages;
  };
}

/** U+FEFF in UTF-8. */
const MARK = Buffer.from('\uFEFF');

const bufferOf = (data: Uint8Array): Buffer => Buffer.from(data.buffer, data.byteOffset, data.byteLength);

const holdsMark = (data: Uint8Array): boolean => bufferOf(data).includes(MARK);

/** What begins the message of a row: "D", https://www.postgresql.org/docs/current/protocol-message-formats.html */
const DATA_ROW = 0x44;
/** Bytes of a message before its content: the kind and the length, which does not count the kind. */
const KIND = 1;
const HEADER = KIND + 4;

/** Puts the marks back before the fields whose bytes begin with one; of a row the message tells each field's length before it. */
function restoreMarks(messages: Messages, data: Uint8Array): void {
  const bytes = bufferOf(data);
  const rows = messages.flatMap((message) => ('fields' in message && message.name === 'dataRow' ? [message] : []));
  let next = 0;
  for (let at = 0; at + HEADER <= bytes.length; at += KIND + bytes.readUInt32BE(at + KIND)) {
    if (bytes[at] !== DATA_ROW) continue;
    const fields = (rows[next++] as { fields: (string | null)[] } | undefined)?.fields ?? [];
    let field = at + HEADER + 2;
    for (const [index, value] of fields.entries()) {
      // -1 for NULL, which has no bytes.
      const length = bytes.readInt32BE(field);
      field += 4;
      if (value !== null && bytes.subarray(field, field + Math.min(length, MARK.length)).equals(MARK))
        fields[index] = `\uFEFF${value}`;
      field += Math.max(0, length);
    }
  }
}
