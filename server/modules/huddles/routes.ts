import { byId } from '#domain/base/ids.ts';
import {
  AssignLine,
  CloseLine,
  Huddle,
  HuddleLine,
  MakeHuddle,
  ShowHuddle,
} from '#domain/huddles/contract.ts';
import { EmptyBody, get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { assignLine, closeLine, finishHuddle } from './assign-line.ts';
import { makeHuddle } from './make-huddle.ts';
import { showHuddle } from './show-huddle.ts';

const atDesk = {
  scope: 'clinic',
  shows: ['public', 'personal', 'sensitive_health'],
  permission: 'desk.work',
} as const;
const ofLine = { ...atDesk, params: byId, ifMatch: true, gives: HuddleLine } as const;

export const huddleRoutes: Route[] = [
  get({ ...atDesk, path: '/huddles', query: ShowHuddle, gives: Huddle, does: showHuddle }),
  post({ ...atDesk, path: '/huddles', body: MakeHuddle, gives: Huddle, does: makeHuddle }),
  post({
    ...atDesk,
    path: '/huddles/:id/finish',
    params: byId,
    body: EmptyBody,
    gives: Huddle,
    does: finishHuddle,
  }),
  post({ ...ofLine, path: '/huddle-lines/:id/assign', body: AssignLine, does: assignLine }),
  post({ ...ofLine, path: '/huddle-lines/:id/close', body: CloseLine, does: closeLine }),
];
