import { printSchema } from 'graphql';
import { createSchema } from '../../graphql/schema.ts';

/** `verbatim print-schema`: the GraphQL schema in its own language. */
export function printSchemaCommand(): void {
  process.stdout.write(`${printSchema(createSchema())}\n`);
}
