import { Ajv } from 'ajv';
import { PROV_JSON_SCHEMA } from './prov-json-schema.ts';

type Records = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface ProvDocument {
  readonly prefix: Readonly<Record<string, string>>;
  readonly entity: Records;
  readonly agent: Records;
  readonly activity: Records;
  readonly wasGeneratedBy: Records;
  readonly wasAttributedTo: Records;
  readonly wasDerivedFrom: Records;
  readonly specializationOf: Records;
}

const isProvJson = new Ajv({ allErrors: false }).compile<ProvDocument>(PROV_JSON_SCHEMA);

/** The document, which has the structure that it must have, names nothing twice, and refers to nothing that is not in it. */
export function readProvJson(file: string): ProvDocument {
  const document: unknown = JSON.parse(file);
  if (!isProvJson(document)) throw new Error(JSON.stringify(isProvJson.errors));
  const keys = [...file.matchAll(/^("(?:[^"\\]|\\.)*"):\{/gm)].map(([, key]) => key);
  if (new Set(keys).size !== keys.length) throw new Error('something is named twice');
  for (const [kind, end, among] of ENDS) {
    for (const [key, relation] of Object.entries(document[kind])) {
      if (!Object.hasOwn(document[among], String(relation[end])))
        throw new Error(`${key}: ${end} is not in the document`);
    }
  }
  return document;
}

const ENDS = [
  ['wasGeneratedBy', 'prov:entity', 'entity'],
  ['wasGeneratedBy', 'prov:activity', 'activity'],
  ['wasAttributedTo', 'prov:entity', 'entity'],
  ['wasAttributedTo', 'prov:agent', 'agent'],
  ['wasDerivedFrom', 'prov:generatedEntity', 'entity'],
  ['wasDerivedFrom', 'prov:usedEntity', 'entity'],
  ['specializationOf', 'prov:specificEntity', 'entity'],
  ['specializationOf', 'prov:generalEntity', 'entity'],
] as const;
