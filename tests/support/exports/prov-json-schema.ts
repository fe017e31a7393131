/**
 * The structure of PROV-JSON (https://www.w3.org/Submission/prov-json/schema) as far as exports use it, and nothing that they do not
 * use: what PROV has no place for would be refused.
 */
const qualifiedName = { type: 'string', pattern: '^(?:_|[A-Za-z][\\w-]*):[\\w./-]+$' };
const value = {
  anyOf: [
    { type: 'string' },
    { type: 'number' },
    {
      type: 'object',
      properties: { $: { type: 'string' }, type: { enum: ['prov:QUALIFIED_NAME', 'xsd:anyURI'] } },
      required: ['$', 'type'],
      additionalProperties: false,
    },
  ],
};
const records = (properties: Readonly<Record<string, object>>, required: readonly string[] = []) => ({
  type: 'object',
  propertyNames: qualifiedName,
  additionalProperties: {
    type: 'object',
    properties,
    required,
    patternProperties: { '^(?:prov:(?:type|label|location|value)|verbatim:[a-z0-9]+)$': value },
    additionalProperties: false,
  },
});
const relation = (...ends: readonly string[]) =>
  records(
    Object.fromEntries(ends.map((end) => [`prov:${end}`, qualifiedName])),
    ends.map((end) => `prov:${end}`),
  );
const dateTime = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z$' };

export const PROV_JSON_SCHEMA = {
  type: 'object',
  properties: {
    prefix: { type: 'object', additionalProperties: { type: 'string', pattern: '^[a-z]+:' } },
    entity: records({}),
    agent: records({}),
    activity: records({ 'prov:endTime': dateTime }),
    wasGeneratedBy: relation('entity', 'activity'),
    wasAttributedTo: relation('entity', 'agent'),
    wasDerivedFrom: relation('generatedEntity', 'usedEntity'),
    specializationOf: relation('specificEntity', 'generalEntity'),
  },
  required: ['prefix', 'entity', 'agent', 'activity'],
  additionalProperties: false,
} as const;
