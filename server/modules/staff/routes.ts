import { z } from 'zod';
import { byId, idShape } from '#domain/base/ids.ts';
import { pageOf, pageQuery } from '#domain/base/paging.ts';
import {
  AcceptInvitation,
  ApiKey,
  AuditEntry,
  ChangePassword,
  Clinic,
  CreateApiKey,
  CreateClinic,
  CreateTeam,
  EditClinic,
  EditStaff,
  EditTeam,
  InstallationState,
  Invitation,
  InvitationQuestion,
  InvitationView,
  InviteStaff,
  Me,
  NewApiKey,
  OpenOrganization,
  SetTrialClock,
  SignIn,
  StaffMember,
  Team,
} from '#domain/staff/contract.ts';
import { listAudit } from '#server/platform/audit/list-audit.ts';
import { del, EmptyBody, get, Nothing, patch, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { acceptInvitation, lookAtInvitation } from './accept-invitation.ts';
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
import { changePassword } from './change-password.ts';
import { getMe } from './describe-me.ts';
import { createClinic, createTeam, editClinic, editTeam, listClinics, listTeams } from './edit-clinics.ts';
import { disableStaff, editStaff, enableStaff, listStaff } from './edit-staff.ts';
import { inviteAgain, inviteStaff } from './invite-staff.ts';
import { openOrganization } from './open-organization.ts';
import { signIn, startSession } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { getInstallation, setTrialClock } from './trial-clock.ts';

const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });
const open = { permission: 'public', scope: 'none', shows: ['public'] } as const;
const staffOnly = { scope: 'organization', shows: ['public'] } as const;

export const staffRoutes: Route[] = [
  get({ ...open, path: '/installation', gives: InstallationState, does: getInstallation }),
  post({
    ...open,
    path: '/organizations',
    body: OpenOrganization,
    gives: Me,
    does: async (house, input) => {
      const opened = await openOrganization(house, input, { onlyFirst: true, ip: house.exchange.ip });
      return startSession(house, opened.ctx, opened.ownerId);
    },
  }),
  post({ ...open, path: '/session', body: SignIn, gives: Me, does: signIn }),
  get({ ...staffOnly, permission: 'signed-in', path: '/session', gives: Me, does: getMe }),
  del({ ...staffOnly, permission: 'signed-in', path: '/session', gives: Nothing, does: signOut }),
  post({
    ...staffOnly,
    permission: 'signed-in',
    path: '/session/password',
    body: ChangePassword,
    gives: Nothing,
    does: changePassword,
  }),
  post({
    ...open,
    path: '/invitations/look',
    body: InvitationQuestion,
    gives: InvitationView,
    does: lookAtInvitation,
  }),
  post({ ...open, path: '/invitations/accept', body: AcceptInvitation, gives: Me, does: acceptInvitation }),
  get({
    ...staffOnly,
    permission: 'organization.read',
    path: '/clinics',
    gives: list(Clinic),
    does: listClinics,
  }),
  post({
    ...staffOnly,
    permission: 'organization.manage',
    path: '/clinics',
    body: CreateClinic,
    gives: Clinic,
    does: createClinic,
  }),
  patch({
    ...staffOnly,
    permission: 'organization.manage',
    path: '/clinics/:id',
    params: byId,
    body: EditClinic,
    ifMatch: true,
    gives: Clinic,
    does: editClinic,
  }),
  get({ ...staffOnly, permission: 'organization.read', path: '/teams', gives: list(Team), does: listTeams }),
  post({
    ...staffOnly,
    permission: 'organization.manage',
    path: '/teams',
    body: CreateTeam,
    gives: Team,
    does: createTeam,
  }),
  patch({
    ...staffOnly,
    permission: 'organization.manage',
    path: '/teams/:id',
    params: byId,
    body: EditTeam,
    ifMatch: true,
    gives: Team,
    does: editTeam,
  }),
  get({ ...staffOnly, permission: 'staff.read', path: '/staff', gives: list(StaffMember), does: listStaff }),
  post({
    ...staffOnly,
    permission: 'staff.manage',
    path: '/staff',
    body: InviteStaff,
    gives: Invitation,
    once: true,
    does: inviteStaff,
  }),
  patch({
    ...staffOnly,
    permission: 'staff.manage',
    path: '/staff/:id',
    params: byId,
    body: EditStaff,
    ifMatch: true,
    gives: StaffMember,
    does: editStaff,
  }),
  post({
    ...staffOnly,
    permission: 'staff.manage',
    path: '/staff/:id/disable',
    params: byId,
    body: EmptyBody,
    gives: StaffMember,
    does: disableStaff,
  }),
  post({
    ...staffOnly,
    permission: 'staff.manage',
    path: '/staff/:id/enable',
    params: byId,
    body: EmptyBody,
    gives: StaffMember,
    does: enableStaff,
  }),
  post({
    ...staffOnly,
    permission: 'staff.manage',
    path: '/staff/:id/invite-again',
    params: byId,
    body: EmptyBody,
    gives: Invitation,
    once: true,
    does: inviteAgain,
  }),
  get({
    ...staffOnly,
    permission: 'api-keys.manage',
    path: '/api-keys',
    gives: list(ApiKey),
    does: listApiKeys,
  }),
  post({
    ...staffOnly,
    permission: 'api-keys.manage',
    path: '/api-keys',
    body: CreateApiKey,
    gives: NewApiKey,
    once: true,
    does: createApiKey,
  }),
  post({
    ...staffOnly,
    permission: 'api-keys.manage',
    path: '/api-keys/:id/revoke',
    params: byId,
    body: EmptyBody,
    gives: ApiKey,
    does: revokeApiKey,
  }),
  get({
    ...staffOnly,
    permission: 'audit.read',
    path: '/audit',
    query: z.strictObject({
      ...pageQuery,
      action: z.string().max(80).optional(),
      actorId: idShape.optional(),
      subjectId: idShape.optional(),
    }),
    gives: pageOf(AuditEntry),
    does: listAudit,
  }),
  get({ ...open, path: '/trial-clock', gives: InstallationState, does: getInstallation }),
  post({
    ...staffOnly,
    permission: 'trial-clock.set',
    path: '/trial-clock',
    body: SetTrialClock,
    gives: InstallationState,
    does: setTrialClock,
  }),
];
