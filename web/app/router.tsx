import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import type { Permission } from '#domain/staff/permissions.ts';
import { LoadingState } from '#web/ui/states.tsx';
import { NotFoundPage } from '#web/pages/not-found-page.tsx';
import { BrokenPage } from './broken-page.tsx';
import { Gate } from './gate.tsx';
import { Home } from './home.tsx';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The permission without which the page is not shown. */
    needs?: Permission;
  }
  interface Register {
    router: typeof router;
  }
}

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('#web/pages/invitation-page.tsx'), 'InvitationPage'),
});

/** Everything behind the sign-in, with the menu around it. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Gate,
});

const home = createRoute({ getParentRoute: () => inside, path: '/', component: Home });

const customers = createRoute({
  getParentRoute: () => inside,
  path: '/customers',
  staticData: { needs: 'customers.read' },
  component: lazyRouteComponent(() => import('#web/pages/customers-page.tsx'), 'CustomersPage'),
});
const customer = createRoute({
  getParentRoute: () => inside,
  path: '/customers/$id',
  staticData: { needs: 'customers.read' },
  component: lazyRouteComponent(() => import('#web/pages/customer-page.tsx'), 'CustomerPage'),
});
const handover = createRoute({
  getParentRoute: () => inside,
  path: '/customers/$id/handover',
  staticData: { needs: 'ownership.read' },
  component: lazyRouteComponent(() => import('#web/pages/handover-page.tsx'), 'HandoverPage'),
});
const numbers = createRoute({
  getParentRoute: () => inside,
  path: '/numbers',
  staticData: { needs: 'customers.write' },
  component: lazyRouteComponent(() => import('#web/pages/numbers-page.tsx'), 'NumbersPage'),
});

const duplicates = createRoute({
  getParentRoute: () => inside,
  path: '/duplicates',
  staticData: { needs: 'identity.review' },
  component: lazyRouteComponent(() => import('#web/pages/duplicates-page.tsx'), 'DuplicatesPage'),
});
const consultations = createRoute({
  getParentRoute: () => inside,
  path: '/consultations',
  staticData: { needs: 'consultations.read' },
  component: lazyRouteComponent(() => import('#web/pages/consultations-page.tsx'), 'ConsultationsPage'),
});
const messages = createRoute({
  getParentRoute: () => inside,
  path: '/messages',
  staticData: { needs: 'messages.read' },
  component: lazyRouteComponent(() => import('#web/pages/messages-page.tsx'), 'MessagesPage'),
});
const messageReplies = createRoute({
  getParentRoute: () => inside,
  path: '/message-replies',
  staticData: { needs: 'messages.read' },
  component: lazyRouteComponent(() => import('#web/pages/message-replies-page.tsx'), 'MessageRepliesPage'),
});
const messageTemplates = createRoute({
  getParentRoute: () => inside,
  path: '/message-templates',
  staticData: { needs: 'messages.read' },
  component: lazyRouteComponent(
    () => import('#web/pages/message-templates-page.tsx'),
    'MessageTemplatesPage',
  ),
});
const messageTemplate = createRoute({
  getParentRoute: () => inside,
  path: '/message-templates/$key',
  staticData: { needs: 'messages.read' },
  component: lazyRouteComponent(() => import('#web/pages/message-template-page.tsx'), 'MessageTemplatePage'),
});
const newMessageTemplate = createRoute({
  getParentRoute: () => inside,
  path: '/new-message-template',
  staticData: { needs: 'messages.manage' },
  component: lazyRouteComponent(
    () => import('#web/pages/message-template-page.tsx'),
    'NewMessageTemplatePage',
  ),
});
const sendingRules = createRoute({
  getParentRoute: () => inside,
  path: '/sending-rules',
  staticData: { needs: 'messages.read' },
  component: lazyRouteComponent(() => import('#web/pages/sending-rules-page.tsx'), 'SendingRulesPage'),
});
const channelAccounts = createRoute({
  getParentRoute: () => inside,
  path: '/channel-accounts',
  staticData: { needs: 'channels.manage' },
  component: lazyRouteComponent(() => import('#web/pages/channel-accounts-page.tsx'), 'ChannelAccountsPage'),
});
const contacts = createRoute({
  getParentRoute: () => inside,
  path: '/contacts',
  staticData: { needs: 'classes.set' },
  component: lazyRouteComponent(() => import('#web/pages/contacts-page.tsx'), 'ContactsPage'),
});
const classAccuracy = createRoute({
  getParentRoute: () => inside,
  path: '/class-accuracy',
  staticData: { needs: 'classes.review' },
  component: lazyRouteComponent(() => import('#web/pages/class-accuracy-page.tsx'), 'ClassAccuracyPage'),
});
const classes = createRoute({
  getParentRoute: () => inside,
  path: '/classes',
  staticData: { needs: 'classes.manage' },
  component: lazyRouteComponent(() => import('#web/pages/classes-page.tsx'), 'ClassesPage'),
});
const cases = createRoute({
  getParentRoute: () => inside,
  path: '/cases',
  staticData: { needs: 'recovery.read' },
  component: lazyRouteComponent(() => import('#web/pages/cases-page.tsx'), 'CasesPage'),
});
const oneCase = createRoute({
  getParentRoute: () => inside,
  path: '/cases/$id',
  staticData: { needs: 'recovery.read' },
  component: lazyRouteComponent(() => import('#web/pages/case-page.tsx'), 'CasePage'),
});
const caseWeek = createRoute({
  getParentRoute: () => inside,
  path: '/cases/week',
  staticData: { needs: 'recovery.read' },
  component: lazyRouteComponent(() => import('#web/pages/case-week-page.tsx'), 'CaseWeekPage'),
});
const recoveryRules = createRoute({
  getParentRoute: () => inside,
  path: '/recovery-rules',
  staticData: { needs: 'recovery.manage' },
  component: lazyRouteComponent(() => import('#web/pages/recovery-rules-page.tsx'), 'RecoveryRulesPage'),
});
const spotChecks = createRoute({
  getParentRoute: () => inside,
  path: '/spot-checks',
  staticData: { needs: 'followups.supervise' },
  component: lazyRouteComponent(() => import('#web/pages/spot-checks-page.tsx'), 'SpotChecksPage'),
});
const coverage = createRoute({
  getParentRoute: () => inside,
  path: '/coverage',
  staticData: { needs: 'followups.supervise' },
  component: lazyRouteComponent(() => import('#web/pages/coverage-page.tsx'), 'CoveragePage'),
});
const certificate = createRoute({
  getParentRoute: () => inside,
  path: '/coverage/certificate',
  staticData: { needs: 'followups.supervise' },
  component: lazyRouteComponent(() => import('#web/pages/certificate-page.tsx'), 'CertificatePage'),
});
const capacity = createRoute({
  getParentRoute: () => inside,
  path: '/capacity',
  staticData: { needs: 'followups.supervise' },
  component: lazyRouteComponent(() => import('#web/pages/capacity-page.tsx'), 'CapacityPage'),
});
const supervise = createRoute({
  getParentRoute: () => inside,
  path: '/supervise',
  staticData: { needs: 'followups.supervise' },
  component: lazyRouteComponent(() => import('#web/pages/unfinished-page.tsx'), 'UnfinishedPage'),
});
const board = createRoute({
  getParentRoute: () => inside,
  path: '/board',
  staticData: { needs: 'appointments.read' },
  component: lazyRouteComponent(() => import('#web/pages/board-page.tsx'), 'BoardPage'),
});
const appointments = createRoute({
  getParentRoute: () => inside,
  path: '/appointments',
  staticData: { needs: 'appointments.read' },
  component: lazyRouteComponent(() => import('#web/pages/appointments-page.tsx'), 'AppointmentsPage'),
});
const confirmations = createRoute({
  getParentRoute: () => inside,
  path: '/confirmations',
  staticData: { needs: 'appointments.read' },
  component: lazyRouteComponent(() => import('#web/pages/confirmations-page.tsx'), 'ConfirmationsPage'),
});
const lateness = createRoute({
  getParentRoute: () => inside,
  path: '/lateness',
  staticData: { needs: 'appointments.read' },
  component: lazyRouteComponent(() => import('#web/pages/lateness-page.tsx'), 'LatenessPage'),
});
const deskSettings = createRoute({
  getParentRoute: () => inside,
  path: '/desk-settings',
  staticData: { needs: 'appointments.read' },
  component: lazyRouteComponent(() => import('#web/pages/desk-settings-page.tsx'), 'DeskSettingsPage'),
});
const noShows = createRoute({
  getParentRoute: () => inside,
  path: '/no-shows',
  staticData: { needs: 'followups.supervise' },
  component: lazyRouteComponent(() => import('#web/pages/no-shows-page.tsx'), 'NoShowsPage'),
});
const checkout = createRoute({
  getParentRoute: () => inside,
  path: '/checkout',
  staticData: { needs: 'desk.work' },
  component: lazyRouteComponent(() => import('#web/pages/checkout-page.tsx'), 'CheckoutPage'),
});
const deskDays = createRoute({
  getParentRoute: () => inside,
  path: '/desk-days',
  staticData: { needs: 'desk.work' },
  component: lazyRouteComponent(() => import('#web/pages/desk-days-page.tsx'), 'DeskDaysPage'),
});
const huddles = createRoute({
  getParentRoute: () => inside,
  path: '/huddles',
  staticData: { needs: 'desk.work' },
  component: lazyRouteComponent(() => import('#web/pages/huddles-page.tsx'), 'HuddlesPage'),
});
const charts = createRoute({
  getParentRoute: () => inside,
  path: '/charts',
  staticData: { needs: 'desk.work' },
  component: lazyRouteComponent(() => import('#web/pages/charts-page.tsx'), 'ChartsPage'),
});
const paperSheets = createRoute({
  getParentRoute: () => inside,
  path: '/paper-sheets',
  staticData: { needs: 'followups.work' },
  component: lazyRouteComponent(() => import('#web/pages/paper-sheets-page.tsx'), 'PaperSheetsPage'),
});
const deskScores = createRoute({
  getParentRoute: () => inside,
  path: '/desk-scores',
  staticData: { needs: 'desk.supervise' },
  component: lazyRouteComponent(() => import('#web/pages/desk-scores-page.tsx'), 'DeskScoresPage'),
});
const mismatches = createRoute({
  getParentRoute: () => inside,
  path: '/mismatches',
  staticData: { needs: 'ledger.review' },
  component: lazyRouteComponent(() => import('#web/pages/mismatches-page.tsx'), 'MismatchesPage'),
});
const ownership = createRoute({
  getParentRoute: () => inside,
  path: '/ownership',
  staticData: { needs: 'ownership.read' },
  component: lazyRouteComponent(() => import('#web/pages/ownership-page.tsx'), 'OwnershipPage'),
});
const releases = createRoute({
  getParentRoute: () => inside,
  path: '/releases',
  staticData: { needs: 'ownership.decide' },
  component: lazyRouteComponent(() => import('#web/pages/releases-page.tsx'), 'ReleasesPage'),
});
const pool = createRoute({
  getParentRoute: () => inside,
  path: '/pool',
  staticData: { needs: 'ownership.read' },
  component: lazyRouteComponent(() => import('#web/pages/pool-page.tsx'), 'PoolPage'),
});
const releaseRules = createRoute({
  getParentRoute: () => inside,
  path: '/release-rules',
  staticData: { needs: 'ownership.manage' },
  component: lazyRouteComponent(() => import('#web/pages/release-rules-page.tsx'), 'ReleaseRulesPage'),
});
const contactRules = createRoute({
  getParentRoute: () => inside,
  path: '/contact-rules',
  staticData: { needs: 'protocols.read' },
  component: lazyRouteComponent(() => import('#web/pages/contact-rules-page.tsx'), 'ContactRulesPage'),
});
const grading = createRoute({
  getParentRoute: () => inside,
  path: '/grading',
  staticData: { needs: 'grading.manage' },
  component: lazyRouteComponent(() => import('#web/pages/grading-page.tsx'), 'GradingPage'),
});
const effort = createRoute({
  getParentRoute: () => inside,
  path: '/effort',
  staticData: { needs: 'followups.supervise' },
  component: lazyRouteComponent(() => import('#web/pages/effort-page.tsx'), 'EffortPage'),
});
const protocols = createRoute({
  getParentRoute: () => inside,
  path: '/protocols',
  staticData: { needs: 'protocols.read' },
  component: lazyRouteComponent(() => import('#web/pages/protocols-page.tsx'), 'ProtocolsPage'),
});
const protocol = createRoute({
  getParentRoute: () => inside,
  path: '/protocols/$code',
  staticData: { needs: 'protocols.read' },
  component: lazyRouteComponent(() => import('#web/pages/protocol-page.tsx'), 'ProtocolPage'),
});
const satisfaction = createRoute({
  getParentRoute: () => inside,
  path: '/satisfaction',
  staticData: { needs: 'satisfaction.read' },
  component: lazyRouteComponent(() => import('#web/pages/satisfaction-page.tsx'), 'SatisfactionPage'),
});
const formAnswers = createRoute({
  getParentRoute: () => inside,
  path: '/form-answers',
  staticData: { needs: 'forms.read' },
  component: lazyRouteComponent(() => import('#web/pages/form-answers-page.tsx'), 'FormAnswersPage'),
});
const forms = createRoute({
  getParentRoute: () => inside,
  path: '/forms',
  staticData: { needs: 'forms.read' },
  component: lazyRouteComponent(() => import('#web/pages/forms-page.tsx'), 'FormsPage'),
});
const form = createRoute({
  getParentRoute: () => inside,
  path: '/forms/$code',
  staticData: { needs: 'forms.read' },
  component: lazyRouteComponent(() => import('#web/pages/form-page.tsx'), 'FormPage'),
});
const scripts = createRoute({
  getParentRoute: () => inside,
  path: '/scripts',
  staticData: { needs: 'scripts.read' },
  component: lazyRouteComponent(() => import('#web/pages/scripts-page.tsx'), 'ScriptsPage'),
});
const recoveryCards = createRoute({
  getParentRoute: () => inside,
  path: '/recovery-cards',
  staticData: { needs: 'scripts.read' },
  component: lazyRouteComponent(() => import('#web/pages/recovery-cards-page.tsx'), 'RecoveryCardsPage'),
});
const recoveryCard = createRoute({
  getParentRoute: () => inside,
  path: '/recovery-cards/$code',
  staticData: { needs: 'scripts.read' },
  component: lazyRouteComponent(() => import('#web/pages/recovery-card-page.tsx'), 'RecoveryCardPage'),
});
const redFlags = createRoute({
  getParentRoute: () => inside,
  path: '/red-flags',
  staticData: { needs: 'followups.read' },
  component: lazyRouteComponent(() => import('#web/pages/red-flags-page.tsx'), 'RedFlagsPage'),
});
const evidence = createRoute({
  getParentRoute: () => inside,
  path: '/evidence',
  staticData: { needs: 'followups.supervise' },
  component: lazyRouteComponent(() => import('#web/pages/evidence-page.tsx'), 'EvidencePage'),
});
const script = createRoute({
  getParentRoute: () => inside,
  path: '/scripts/$code',
  staticData: { needs: 'scripts.read' },
  component: lazyRouteComponent(() => import('#web/pages/script-page.tsx'), 'ScriptPage'),
});
const imports = createRoute({
  getParentRoute: () => inside,
  path: '/imports',
  staticData: { needs: 'imports.run' },
  component: lazyRouteComponent(() => import('#web/pages/imports-page.tsx'), 'ImportsPage'),
});
const oneImport = createRoute({
  getParentRoute: () => inside,
  path: '/imports/$id',
  staticData: { needs: 'imports.run' },
  component: lazyRouteComponent(() => import('#web/pages/import-page.tsx'), 'ImportPage'),
});
const availability = createRoute({
  getParentRoute: () => inside,
  path: '/availability',
  staticData: { needs: 'staff.read' },
  component: lazyRouteComponent(() => import('#web/pages/availability-page.tsx'), 'AvailabilityPage'),
});
const staff = createRoute({
  getParentRoute: () => inside,
  path: '/staff',
  staticData: { needs: 'staff.read' },
  component: lazyRouteComponent(() => import('#web/pages/staff-page.tsx'), 'StaffPage'),
});
const clinics = createRoute({
  getParentRoute: () => inside,
  path: '/clinics',
  staticData: { needs: 'organization.read' },
  component: lazyRouteComponent(() => import('#web/pages/clinics-page.tsx'), 'ClinicsPage'),
});
const teams = createRoute({
  getParentRoute: () => inside,
  path: '/teams',
  staticData: { needs: 'organization.read' },
  component: lazyRouteComponent(() => import('#web/pages/teams-page.tsx'), 'TeamsPage'),
});
const telephones = createRoute({
  getParentRoute: () => inside,
  path: '/telephones',
  staticData: { needs: 'channels.manage' },
  component: lazyRouteComponent(() => import('#web/pages/telephones-page.tsx'), 'TelephonesPage'),
});
const apiKeys = createRoute({
  getParentRoute: () => inside,
  path: '/api-keys',
  staticData: { needs: 'api-keys.manage' },
  component: lazyRouteComponent(() => import('#web/pages/api-keys-page.tsx'), 'ApiKeysPage'),
});
const audit = createRoute({
  getParentRoute: () => inside,
  path: '/audit',
  staticData: { needs: 'audit.read' },
  component: lazyRouteComponent(() => import('#web/pages/audit-page.tsx'), 'AuditPage'),
});

/** Any other address, so that the menu stands beside the answer. */
const elsewhere = createRoute({ getParentRoute: () => inside, path: '$', component: NotFoundPage });

const work = [
  home,
  customers,
  customer,
  handover,
  consultations,
  messages,
  messageReplies,
  messageTemplates,
  messageTemplate,
  newMessageTemplate,
  sendingRules,
  channelAccounts,
  ownership,
  releases,
  pool,
  releaseRules,
  contactRules,
  contacts,
  classAccuracy,
  classes,
  supervise,
  capacity,
  numbers,
  duplicates,
  cases,
  oneCase,
  caseWeek,
  recoveryRules,
  spotChecks,
  coverage,
  certificate,
  board,
  appointments,
  confirmations,
  lateness,
  deskSettings,
  noShows,
  checkout,
  deskDays,
  huddles,
  charts,
  paperSheets,
  deskScores,
  mismatches,
  effort,
  grading,
  protocols,
  scripts,
  satisfaction,
  formAnswers,
  forms,
  form,
  recoveryCards,
  recoveryCard,
  redFlags,
  evidence,
  script,
  protocol,
  imports,
  oneImport,
];
const settings = [availability, staff, clinics, teams, telephones, apiKeys, audit];

export const router = createRouter({
  routeTree: root.addChildren([invitation, inside.addChildren([...work, ...settings, elsewhere])]),
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingState,
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
  // Filters are plain text in the address; a phone number must not become a number on the way.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const text = new URLSearchParams(
      Object.entries(search).map(([name, value]) => [name, String(value)]),
    ).toString();
    return text && `?${text}`;
  },
});
