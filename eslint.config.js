import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { houseRules } from './scripts/check/lint/house-rules.ts';

const code = '**/*.{ts,tsx,mts}';
const tests = ['**/*.test.{ts,tsx}', '**/*.spec.ts', '**/*.fixture.ts', 'tests/**'];
const stores = ['server/modules/**/store.ts', 'server/modules/**/*-store.ts', 'server/modules/**/store/*.ts'];

// Who may read the environment, and who may start processes, beside scripts and tests.
const readsEnvironment = [
  'server/platform/arguments.ts',
  'server/platform/config.ts',
  'server/platform/log.ts',
  'server/platform/postgres/cluster.ts', // hands PATH, and nothing else, on to the database
];
const startsProcesses = ['server/platform/postgres/**', 'server/platform/process-lock.mjs'];

const syntax = {
  defaultExport: [
    { selector: 'ExportDefaultDeclaration', message: 'Export it by its name.' },
    { selector: "ExportSpecifier[exported.name='default']", message: 'Export it by its name.' },
  ],
  enum: [{ selector: 'TSEnumDeclaration', message: 'A union of strings says the same and is erased.' }],
  clock: [
    { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Be told the time.' },
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Be told the time.' },
    { selector: "CallExpression[callee.name='Date']", message: 'Be told the time.' },
    {
      selector: "MemberExpression[object.name='Temporal'][property.name='Now']",
      message: 'Be told the time.',
    },
    {
      selector: "MemberExpression[object.name='performance'][property.name='now']",
      message: 'Be told the time.',
    },
  ],
  chance: [
    {
      selector: "MemberExpression[object.name='Math'][property.name='random']",
      message: 'Be told the dice.',
    },
  ],
  dates: [
    {
      selector: "MemberExpression[object.name='Intl'][property.name=/^(DateTimeFormat|RelativeTimeFormat)$/]",
      message: 'Dates get their words in web/lib/dates.ts.',
    },
    {
      selector: 'MemberExpression[property.name=/^toLocale(Date|Time)?String$/]',
      message: 'Dates get their words in web/lib/dates.ts, numbers in web/lib/numbers.ts.',
    },
    {
      selector: "ImportDeclaration[importKind!='type'][source.value=/^(dayjs|date-fns|moment)/]",
      message: 'Dates get their words in web/lib/dates.ts.',
    },
  ],
  environment: [
    {
      selector: "MemberExpression[object.name='process'][property.name='env']",
      message: 'Ask server/platform/arguments.ts.',
    },
    {
      selector: "ImportSpecifier[imported.name='env'][parent.source.value=/^(node:)?process$/]",
      message: 'Ask server/platform/arguments.ts.',
    },
  ],
  sql: [
    {
      selector:
        'CallExpression[callee.property.name=/^(selectFrom|insertInto|updateTable|deleteFrom|mergeInto|replaceInto)$/]',
      message: 'Queries stand in the store of their module.',
    },
    {
      selector: 'TaggedTemplateExpression[tag.name=sql]',
      message: 'Queries stand in the store of their module.',
    },
  ],
  html: [
    { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Let React write the text.' },
    { selector: "Property[key.name='dangerouslySetInnerHTML']", message: 'Let React write the text.' },
    {
      selector: 'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
      message: 'Let React write the text.',
    },
    {
      selector: "CallExpression[callee.property.name='insertAdjacentHTML']",
      message: 'Let React write the text.',
    },
  ],
  namelessClear: [
    {
      selector:
        "JSXOpeningElement:matches([name.name='Input'],[name.object.name='Input']) > JSXAttribute[name.name='allowClear'][value=null]",
      message:
        'The button that empties it is named in English: allowClear={{ clearIcon }} of web/ui/use-clear.tsx.',
    },
  ],
};

const always = [...syntax.defaultExport, ...syntax.enum, ...syntax.html];
const refuse = (...kinds) => ['error', ...always, ...kinds.flat()];

const packages = [
  { name: 'axios', message: 'fetch does it.' },
  {
    name: 'xlsx',
    message: 'It has holes that nobody mends; server/platform/sheets reads and writes sheets.',
  },
  { name: 'moment', message: 'Temporal, in domain/base/time.ts.' },
  { name: 'date-fns', message: 'Temporal, in domain/base/time.ts.' },
  { name: 'lodash', message: 'The language does it.' },
  {
    name: '@tanstack/react-query',
    importNames: ['useMutation'],
    message: 'The one of web/lib/mutation.ts is heard even when who asked has left the page.',
  },
];
const processes = ['child_process', 'node:child_process'].map((name) => ({
  name,
  message: 'Processes are started by scripts/ and server/platform/postgres only.',
}));
const selects = {
  name: 'antd',
  importNames: ['Select', 'AutoComplete'],
  message: 'Those of web/ui/select.tsx name their buttons in the language of who reads.',
};
const imports = (...banned) => ['error', { paths: [...packages, ...banned.flat()] }];

export default defineConfig(
  globalIgnores(['dist/**', 'node_modules/**', '.runtime/**', 'test-output/**']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house: houseRules, '@typescript-eslint': tseslint.plugin },
    rules: {
      'house/directive-has-reason': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-imports': imports(processes),
      'no-restricted-syntax': refuse(syntax.environment),
      'no-console': 'error',
      'no-debugger': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-self-compare': 'error',
      'no-constant-binary-expression': 'error',
      'default-case-last': 'error',
      'no-fallthrough': 'error',
      'no-useless-rename': 'error',
      'object-shorthand': 'error',
    },
  },
  {
    files: [code],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        project: ['./server/tsconfig.json', './web/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        {
          'ts-expect-error': 'allow-with-description',
          'ts-ignore': true,
          'ts-nocheck': true,
          minimumDescriptionLength: 8,
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: ['describe', 'it', 'test'].map((name) => ({
            from: 'package',
            name,
            package: 'vitest',
          })),
        },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
    },
  },
  {
    files: ['domain/**'],
    rules: {
      'no-restricted-syntax': refuse(
        syntax.environment,
        syntax.clock,
        syntax.chance,
        syntax.dates,
        syntax.sql,
      ),
    },
  },
  {
    files: ['server/modules/**'],
    rules: { 'no-restricted-syntax': refuse(syntax.environment, syntax.clock, syntax.sql) },
  },
  { files: stores, rules: { 'no-restricted-syntax': refuse(syntax.environment, syntax.clock) } },
  { files: readsEnvironment, rules: { 'no-restricted-syntax': refuse() } },
  { files: startsProcesses, rules: { 'no-restricted-imports': imports() } },
  // The command that is the server speaks to who started it.
  { files: ['server/main.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['web/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': refuse(syntax.environment, syntax.dates, syntax.namelessClear),
      'no-restricted-imports': imports(processes, selects),
    },
  },
  { files: ['web/lib/mutation.ts'], rules: { 'no-restricted-imports': 'off' } }, // wraps the one it forbids
  { files: ['web/ui/select.tsx'], rules: { 'no-restricted-imports': imports(processes) } }, // wraps those it forbids
  {
    files: [
      'web/lib/dates.ts',
      'web/app/providers.tsx', // tells the date pickers their language
      'web/ui/time-zone-select.tsx', // names zones, and no date
      'web/customer/when.ts', // the customer's page is a script of its own
    ],
    rules: { 'no-restricted-syntax': refuse(syntax.environment, syntax.namelessClear) },
  },
  {
    files: ['scripts/**', ...tests],
    rules: {
      'no-console': 'off',
      'no-restricted-imports': imports(),
      'no-restricted-syntax': refuse(),
    },
  },
  {
    // Tools that read a file by its name ask for its default export.
    files: ['*.config.{js,ts}', 'tests/support/test-database-setup.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...syntax.enum, ...syntax.html],
    },
  },
  {
    files: ['.dependency-cruiser.cjs'],
    languageOptions: { sourceType: 'commonjs' },
  },
);
