// docs/schema.md, made of schema.graphql: is it what the schema says?
//   node scripts/schema-reference.mjs [--write]
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  astFromValue,
  buildSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  isUnionType,
  print,
} from 'graphql';

const ROOT = join(import.meta.dirname, '..');
const PAGE = join(ROOT, 'docs/schema.md');

const PREFACE = `# The schema

Every type of the API, with its fields, arguments, defaults and values, made of [schema.graphql](../schema.graphql) by \`node scripts/schema-reference.mjs --write\`.
\`!\` says that it is never null, or has to be given; \`[…]\` is a list. What clients may rely on for good stands in [contract.graphql](contract.graphql), questions with
their answers in the [README](../README.md#ask).
`;

/** What a schema says, as a page of Markdown. */
export function schemaReference(schema) {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(Boolean);
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type) && !roots.includes(type))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const groups = [
    ['Operations', roots],
    ['Objects', types.filter(isObjectType)],
    ['Interfaces and unions', types.filter(isAbstractType)],
    ['Inputs', types.filter(isInputObjectType)],
    ['Enumerations', types.filter(isEnumType)],
    ['Scalars', types.filter(isScalarType)],
  ].filter(([, members]) => members.length > 0);
  const directives = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
  const parts = groups.flatMap(([title, members]) => [
    `## ${title}\n`,
    ...members.map((type) => sectionOf(schema, type)),
  ]);
  if (directives.length > 0) parts.push('## Directives\n', ...directives.map(directiveSection));
  return [PREFACE, contents(groups), ...parts].join('\n');
}

const contents = (groups) =>
  table(
    ['', ''],
    groups.map(([title, members]) => [
      `[${title}](#${anchor(title)})`,
      members.map(({ name }) => linkTo(name)).join(', '),
    ]),
  );

function sectionOf(schema, type) {
  const parts = [`### ${type.name}\n`];
  if (type.description) parts.push(`${plain(type.description)}\n`);
  if (isScalarType(type) && type.specifiedByURL) parts.push(`Specified by <${type.specifiedByURL}>.\n`);
  if (isUnionType(type)) parts.push(`One of ${linksTo(type.getTypes())}.\n`);
  if (isInterfaceType(type)) parts.push(`Implemented by ${linksTo(schema.getPossibleTypes(type))}.\n`);
  if (isObjectType(type) && type.getInterfaces().length > 0) {
    parts.push(`Implements ${linksTo(type.getInterfaces())}.\n`);
  }
  if (isEnumType(type)) {
    const rows = type.getValues().map((value) => [`\`${value.name}\``, meaning(value)]);
    parts.push(table(['value', 'meaning'], rows));
  } else if (isInputObjectType(type)) {
    parts.push(table(['field', 'type', 'meaning'], Object.values(type.getFields()).map(inputRow)));
  } else if (isObjectType(type) || isInterfaceType(type)) {
    const rows = Object.values(type.getFields()).flatMap((field) => [
      [`\`${field.name}\``, typeOf(field.type), meaning(field)],
      ...field.args.map((argument) => inputRow(argument).with(0, `&emsp;(\`${argument.name}\`)`)),
    ]);
    parts.push(table(['field (argument)', 'type', 'meaning'], rows));
  }
  return parts.join('\n');
}

function directiveSection(directive) {
  const parts = [`### @${directive.name}\n`];
  if (directive.description) parts.push(`${plain(directive.description)}\n`);
  parts.push(`On ${directive.locations.map((location) => `\`${location}\``).join(', ')}.\n`);
  if (directive.args.length > 0) parts.push(table(['argument', 'type', 'meaning'], directive.args.map(inputRow)));
  return parts.join('\n');
}

/** A row about what is given: an argument, or a field of an input. */
function inputRow(input) {
  const preset =
    input.defaultValue === undefined ? '' : ` = \`${print(astFromValue(input.defaultValue, input.type))}\``;
  return [`\`${input.name}\``, typeOf(input.type) + preset, meaning(input)];
}

const meaning = ({ description, deprecationReason }) =>
  [
    description ? plain(description) : '',
    deprecationReason == null ? '' : `**Deprecated**: ${plain(deprecationReason)}`,
  ]
    .filter(Boolean)
    .join(' ');

function typeOf(type) {
  if (isNonNullType(type)) return `${typeOf(type.ofType)}!`;
  if (isListType(type)) return `\\[${typeOf(type.ofType)}\\]`;
  return isSpecifiedScalarType(type) ? type.name : linkTo(type.name);
}

/** How GitHub names the place of a heading. */
const anchor = (heading) => heading.toLowerCase().replaceAll(' ', '-');
const linkTo = (name) => `[${name}](#${anchor(name)})`;
const linksTo = (types) => types.map(({ name }) => linkTo(name)).join(', ');

/** A description as Markdown that shows its characters and nothing else, on one line. */
const plain = (text) => text.replace(/[\\`*_<>[\]|]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ');

const table = (head, rows) =>
  `${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;

if (process.argv[1] === import.meta.filename) {
  const page = schemaReference(buildSchema(await readFile(join(ROOT, 'schema.graphql'), 'utf8')));
  if (process.argv.includes('--write')) await writeFile(PAGE, page);
  else if ((await readFile(PAGE, 'utf8').catch(() => '')) !== page) {
    console.error('docs/schema.md is not what schema.graphql says: run node scripts/schema-reference.mjs --write.');
    process.exitCode = 1;
  }
}
