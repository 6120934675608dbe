import { byId } from '#domain/base/ids.ts';
import {
  ListMessages,
  MessagePage,
  QueuedMessage,
  SendMessage,
  SettleMessage,
} from '#domain/messaging/contract.ts';
import { get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { listMessages } from './list-messages.ts';
import { sendMessage } from './send-message.ts';
import { settleMessage } from './settle-message.ts';

const ofClinic = { scope: 'clinic', shows: ['personal', 'sensitive_health'] } as const;

export const messagingRoutes: Route[] = [
  get({
    ...ofClinic,
    permission: 'messages.read',
    path: '/messages',
    query: ListMessages,
    gives: MessagePage,
    does: listMessages,
  }),
  post({
    ...ofClinic,
    permission: 'messages.send',
    path: '/messages',
    body: SendMessage,
    gives: QueuedMessage,
    does: sendMessage,
  }),
  post({
    ...ofClinic,
    permission: 'messages.send',
    path: '/messages/:id/settle',
    params: byId,
    body: SettleMessage,
    gives: QueuedMessage,
    does: settleMessage,
  }),
];
