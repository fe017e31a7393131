import type { SqlClient } from '../sql.ts';
import type { ApiKeyRow } from './api-key-row.ts';

/** All keys, the oldest first, with those that are no longer valid. */
export const listKeys = (sql: SqlClient): Promise<ApiKeyRow[]> =>
  sql.query<ApiKeyRow>({
    name: 'api-keys',
    text: `SELECT id, name, role, created_at AS "createdAt", expires_at AS "expiresAt", revoked_at AS "revokedAt"
     FROM api_key ORDER BY created_at, id`,
  });
