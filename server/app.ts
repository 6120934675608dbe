import type { FastifyInstance } from 'fastify';
import { customerPageRoutes } from './customer-page.ts';
import { demoRoutes } from './demo/routes.ts';
import { onlineBookingRoutes } from './modules/onlinebooking/routes.ts';
import { appointmentRoutes } from './modules/appointments/routes.ts';
import { availabilityRoutes } from './modules/availability/routes.ts';
import { calendarFeedRoutes } from './modules/calendarfeeds/routes.ts';
import { capacityRoutes } from './modules/capacity/routes.ts';
import { chartRoutes } from './modules/charts/routes.ts';
import { checkoutRoutes } from './modules/checkout/routes.ts';
import { classRoutes } from './modules/classes/routes.ts';
import { numberRoutes } from './modules/numbers/routes.ts';
import { consultationRoutes } from './modules/consultations/routes.ts';
import { contactRoutes } from './modules/contacts/routes.ts';
import { coverageRoutes } from './modules/coverage/routes.ts';
import { customerRoutes } from './modules/customers/routes.ts';
import { deskDayRoutes } from './modules/deskdays/routes.ts';
import { evidenceRoutes } from './modules/evidence/routes.ts';
import { exchangeRoutes } from './modules/exchange/routes.ts';
import { followupRoutes } from './modules/followups/routes.ts';
import { formRoutes } from './modules/forms/routes.ts';
import { handoverRoutes } from './modules/handovers/routes.ts';
import { huddleRoutes } from './modules/huddles/routes.ts';
import { identityRoutes } from './modules/identity/routes.ts';
import { latenessRoutes } from './modules/lateness/routes.ts';
import { ledgerRoutes } from './modules/ledger/routes.ts';
import { checkInRoutes } from './modules/checkins/routes.ts';
import { receptionRoutes } from './modules/reception/routes.ts';
import { recoveryRoutes } from './modules/recovery/routes.ts';
import { recordRoutes } from './modules/records/routes.ts';
import { confirmationRoutes } from './modules/confirmations/routes.ts';
import { consentRoutes } from './modules/consents/routes.ts';
import { messagingRoutes } from './modules/messaging/routes.ts';
import { gradingRoutes } from './modules/grading/routes.ts';
import { openGate } from './modules/staff/gate.ts';
import { spotCheckRoutes } from './modules/spotchecks/routes.ts';
import { staffRoutes } from './modules/staff/routes.ts';
import { paperSheetRoutes } from './modules/papersheets/routes.ts';
import { ownershipRoutes } from './modules/ownership/routes.ts';
import { recoveryCardRoutes } from './modules/recoverycards/routes.ts';
import { redFlagRoutes } from './modules/redflags/routes.ts';
import { scorecardRoutes } from './modules/scorecards/routes.ts';
import { scriptRoutes } from './modules/scripts/routes.ts';
import { waitlistRoutes } from './modules/waitlist/routes.ts';
import { visitRoutes } from './modules/visits/routes.ts';
import { outsideOrganizations } from './platform/database/transaction.ts';
import type { Database } from './platform/context.ts';
import type { Clock } from './platform/clock.ts';
import type { Route } from './platform/http/define-route.ts';
import { buildServer } from './platform/http/server.ts';

/** Every door of the house. A route that is not here does not exist. */
export const routes: readonly Route[] = [
  ...demoRoutes,
  ...customerPageRoutes,
  ...staffRoutes,
  ...availabilityRoutes,
  ...customerRoutes,
  ...recordRoutes,
  ...confirmationRoutes,
  ...latenessRoutes,
  ...consentRoutes,
  ...messagingRoutes,
  ...appointmentRoutes,
  ...waitlistRoutes,
  ...onlineBookingRoutes,
  ...calendarFeedRoutes,
  ...visitRoutes,
  ...receptionRoutes,
  ...checkInRoutes,
  ...checkoutRoutes,
  ...chartRoutes,
  ...deskDayRoutes,
  ...scorecardRoutes,
  ...huddleRoutes,
  ...paperSheetRoutes,
  ...consultationRoutes,
  ...scriptRoutes,
  ...contactRoutes,
  ...recoveryCardRoutes,
  ...redFlagRoutes,
  ...followupRoutes,
  ...recoveryRoutes,
  ...capacityRoutes,
  ...numberRoutes,
  ...formRoutes,
  ...coverageRoutes,
  ...spotCheckRoutes,
  ...evidenceRoutes,
  ...gradingRoutes,
  ...classRoutes,
  ...ownershipRoutes,
  ...handoverRoutes,
  ...ledgerRoutes,
  ...exchangeRoutes,
  ...identityRoutes,
];

export interface AppOptions {
  database: Database;
  clock: Clock;
  dataDir: string;
  publicUrl?: string;
  version: string;
  behindProxy?: boolean;
  tls?: { key: Buffer; cert: Buffer };
}

export function buildApp(options: AppOptions): Promise<FastifyInstance> {
  return buildServer({
    ...options,
    routes,
    gate: openGate(options),
    isReady: () =>
      outsideOrganizations(options, async (db) => {
        await db.selectFrom('installation').select('is_trial').executeTakeFirstOrThrow();
        return true;
      }),
  });
}
