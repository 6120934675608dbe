import { z } from 'zod';
import { byId } from '#domain/base/ids.ts';
import { CalendarFeed, CalendarFeedList, NewCalendarFeed } from '#domain/calendarfeeds/contract.ts';
import { EmptyBody, get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { readCalendar } from './read-calendar.ts';
import { listFeeds, revokeCalendar, shareCalendar } from './publish-calendar.ts';

const house = { scope: 'organization', shows: ['public'], permission: 'appointments.manage' } as const;

export const calendarFeedRoutes: Route[] = [
  get({ ...house, path: '/calendar-feeds', gives: CalendarFeedList, does: listFeeds }),
  post({
    ...house,
    path: '/staff/:id/calendar-feed',
    params: byId,
    body: EmptyBody,
    gives: NewCalendarFeed,
    once: true,
    does: shareCalendar,
  }),
  post({
    ...house,
    path: '/staff/:id/calendar-feed/revoke',
    params: byId,
    body: EmptyBody,
    gives: CalendarFeed,
    does: revokeCalendar,
  }),
  // A calendar program can only ask for an address: the secret stands in it, and no log of ours keeps addresses.
  get({
    permission: 'public',
    scope: 'own',
    shows: ['personal'],
    path: '/calendars/:token',
    params: z.object({ token: z.string().max(100) }),
    gives: 'text',
    does: readCalendar,
  }),
];
