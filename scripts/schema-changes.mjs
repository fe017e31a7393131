import { CriticalityLevel, diff, DiffRule } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/**
 * What a change of the schema does to programs that were written for it, in words: what breaks them, and what may surprise them.
 * A field that was deprecated may go.
 *
 * @param {string} before SDL that clients know
 * @param {string} after SDL that they are to be answered by
 * @returns {Promise<{ breaking: readonly string[], dangerous: readonly string[] }>}
 */
export async function schemaChanges(before, after) {
  const changes = await diff(buildSchema(before), buildSchema(after), [DiffRule.suppressRemovalOfDeprecatedField]);
  const told = (level) =>
    changes
      .filter(({ criticality }) => criticality.level === level)
      .map(({ message, criticality: { reason } }) => `${message}.${reason ? ` ${reason}` : ''}`);
  return { breaking: told(CriticalityLevel.Breaking), dangerous: told(CriticalityLevel.Dangerous) };
}
