import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import * as regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** All of a set's rules, read by the schema that clients see. */
const graphqlRules = (files, sets, exceptions) => ({
  files: [files],
  plugins: { '@graphql-eslint': graphql },
  languageOptions: {
    parser: graphql.parser,
    parserOptions: { graphQLConfig: { schema: 'schema.graphql', documents: 'src/client/*.graphql' } },
  },
  rules: {
    ...Object.assign({}, ...sets.map((set) => graphql.configs[`flat/${set}`].rules)),
    ...Object.fromEntries(Object.entries(exceptions).map(([rule, setting]) => [`@graphql-eslint/${rule}`, setting])),
  },
});

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'bench/dist/',
      'training/dist/',
      'src/store/prisma/',
      'src/client/documents.ts',
      'examples/relay/__generated__/',
      'coverage/',
      '.stryker-tmp/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // Classes of resolvers have no state; classes of the schema have nothing but decorated fields.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
      // The schema's classes are tokens of types; at run time they are plain rows and arguments.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Empty words are no words to search for.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Code points are what this product counts.
      '@typescript-eslint/no-misused-spread': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['explorer/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['explorer/public/**/*.js'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly' } },
  },
  {
    files: ['examples/**'],
    // They print what they find.
    rules: { 'no-console': 'off' },
  },
  {
    files: ['{src,explorer/src}/**/*.{ts,tsx}'],
    plugins: { regexp },
    rules: {
      // No text may make an expression try the same places over and over.
      'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }],
      'regexp/no-super-linear-move': 'error',
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        Buffer: 'readonly',
        console: 'readonly',
        WebAssembly: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  graphqlRules('schema.graphql', ['schema-all', 'schema-relay'], {
    // Fields stand in the order in which a reader wants to know them.
    alphabetize: 'off',
    // What has an identity is a Node. The rest are values of one: dates, edits, hops, pages.
    'strict-id-in-types': 'off',
    // Everything else is described, the fields of these three as well; what they are, GraphQL says.
    'require-description': [
      'error',
      {
        types: true,
        DirectiveDefinition: true,
        EnumValueDefinition: true,
        FieldDefinition: true,
        InputValueDefinition: true,
        ignoredSelectors: ['ObjectTypeDefinition[name.value=/^(Query|Mutation|Subscription)$/]'],
      },
    ],
    // Lists are walked forwards; nothing is read backwards from their end.
    'relay-arguments': ['error', { includeBoth: false }],
    // Lists that are short by nature (the hops of a chain, the quotes of a statement) are plain ones. A revision is no Node: its
    // number is what it is known by.
    'relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false }],
    // Who writes and who follows what changes does so by this API.
    'no-root-type': 'off',
    // Nothing found is an empty page, and what fails is an error: a client need not ask for null as a third outcome.
    'require-nullable-result-in-root': 'off',
    // A payload tells what was written, and in which revision. What else a client shows, it asks for as of that revision.
    'require-field-of-type-query-in-mutation-result': 'off',
    // Arguments are named after what they are. There is an input type where there are many of them.
    'input-name': 'off',
  }),
  graphqlRules('src/client/*.graphql', ['operations-all'], {
    // Fields are asked for in the order of the schema.
    alphabetize: 'off',
    // Fragments stand in one file, to be seen together; every operation has a file that is named after it.
    'lone-executable-definition': ['error', { ignore: ['fragment'] }],
    'match-document-filename': ['error', { query: 'kebab-case', mutation: 'kebab-case', subscription: 'kebab-case' }],
    // The build reads the folder as a whole.
    'require-import-fragment': 'off',
  }),
);
