import { z } from 'zod';
import { byId } from '#domain/base/ids.ts';
import {
  AccountInvitation,
  AddAccount,
  Brakes,
  byTemplateKey,
  ChannelAccount,
  ChannelAccounts,
  EditAccount,
  InviteToAccount,
  ListMessages,
  MessageRulesView,
  NewAccount,
  PauseSending,
  PublishMessageRules,
  PublishTemplate,
  byAddress,
  ConsentLink,
  CountMessages,
  CustomerAddresses,
  ListReplies,
  MessageCounts,
  MessageWays,
  ReleaseMessages,
  ReplyPage,
  SendConsentLink,
  SendingUse,
  SetAddress,
  SettledReply,
  SettleReply,
  TemplateList,
  TemplateRow,
  TemplateVersions,
  MessagePage,
  QueuedMessage,
  SendMessage,
  SettleMessage,
} from '#domain/messaging/contract.ts';
import { EmptyBody, get, patch, post, put } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { keysOf } from '#server/platform/keys.ts';
import { makeClients } from './channels/make-clients.ts';
import { createAccount, editAccount, listAccounts, testAccount } from './edit-accounts.ts';
import { countMessages } from './count-messages.ts';
import { getRules } from './get-rules.ts';
import { getSendingUse } from './get-sending-use.ts';
import { inviteToAccount } from './invite-to-account.ts';
import { listMessages } from './list-messages.ts';
import { listReplies } from './list-replies.ts';
import { listWays } from './list-ways.ts';
import { getBrakes, pauseSending, releaseMessages } from './pause-sending.ts';
import { publishRules } from './publish-rules.ts';
import { listTemplates, listTemplateVersions, publishTemplate } from './publish-template.ts';
import { receiveCallback } from './receive-callback.ts';
import { sendConsentLink } from './send-consent-link.ts';
import { sendMessage } from './send-message.ts';
import { listAddresses, setAddress } from './set-address.ts';
import { settleMessage } from './settle-message.ts';
import { settleReply } from './settle-reply.ts';

const ofClinic = { scope: 'clinic', shows: ['personal', 'sensitive_health'] } as const;

const ofPerson = { scope: 'clinic', shows: ['personal'] } as const;
const ofHouse = { scope: 'organization', shows: ['public'] } as const;
const callback = {
  permission: 'public',
  scope: 'none',
  shows: [],
  path: '/provider-callbacks/:token',
  params: z.object({ token: z.string().max(200) }),
  // What a provider sends has its own shape, which its client reads.
  query: z.looseObject({}),
  gives: 'text',
} as const;
const clients = makeClients();

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
  get({
    ...ofClinic,
    permission: 'messages.read',
    path: '/messages/counts',
    query: CountMessages,
    gives: MessageCounts,
    does: countMessages,
  }),
  get({
    ...ofClinic,
    permission: 'messages.read',
    path: '/message-replies',
    query: ListReplies,
    gives: ReplyPage,
    does: listReplies,
  }),
  post({
    ...ofClinic,
    permission: 'messages.send',
    path: '/message-replies/:id/settle',
    params: byId,
    body: SettleReply,
    gives: SettledReply,
    does: settleReply,
  }),
  get({
    ...ofHouse,
    permission: 'messages.read',
    path: '/message-ways',
    gives: MessageWays,
    does: listWays,
  }),
  get({
    ...ofPerson,
    permission: 'customers.read',
    path: '/customers/:id/addresses',
    params: byId,
    gives: CustomerAddresses,
    does: listAddresses,
  }),
  put({
    ...ofPerson,
    permission: 'customers.write',
    path: '/customers/:id/addresses/:channel',
    params: byAddress,
    body: SetAddress,
    gives: CustomerAddresses,
    does: setAddress,
  }),
  post({
    ...ofPerson,
    permission: 'customers.write',
    path: '/customers/:id/address-invitations',
    params: byId,
    body: InviteToAccount,
    gives: AccountInvitation,
    once: true,
    does: (ctx, input) => inviteToAccount(ctx, input, { keys: keysOf(ctx.dataDir), clients }),
  }),
  post({
    ...ofPerson,
    permission: 'messages.send',
    path: '/customers/:id/consent-link',
    params: byId,
    body: SendConsentLink,
    gives: ConsentLink,
    once: true,
    does: sendConsentLink,
  }),
  get({
    ...ofHouse,
    permission: 'messages.read',
    path: '/message-templates/:key/versions',
    params: byTemplateKey,
    gives: TemplateVersions,
    does: listTemplateVersions,
  }),
  get({
    ...ofHouse,
    permission: 'messages.read',
    path: '/message-templates',
    gives: TemplateList,
    does: listTemplates,
  }),
  put({
    ...ofHouse,
    permission: 'messages.manage',
    path: '/message-templates/:key',
    params: byTemplateKey,
    body: PublishTemplate,
    ifMatch: true,
    gives: TemplateRow,
    does: publishTemplate,
  }),
  get({
    ...ofHouse,
    permission: 'messages.read',
    path: '/message-rules',
    gives: MessageRulesView,
    does: getRules,
  }),
  post({
    ...ofHouse,
    permission: 'messages.manage',
    path: '/message-rules',
    body: PublishMessageRules,
    ifMatch: true,
    gives: MessageRulesView,
    does: publishRules,
  }),
  get({ ...ofHouse, permission: 'messages.read', path: '/sending', gives: Brakes, does: getBrakes }),
  get({
    ...ofHouse,
    permission: 'messages.read',
    path: '/sending/use',
    gives: SendingUse,
    does: getSendingUse,
  }),
  put({
    ...ofHouse,
    permission: 'messages.manage',
    path: '/sending',
    body: PauseSending,
    ifMatch: true,
    gives: Brakes,
    does: pauseSending,
  }),
  post({
    ...ofHouse,
    permission: 'messages.manage',
    path: '/sending/release',
    body: ReleaseMessages,
    gives: Brakes,
    does: releaseMessages,
  }),
  get({
    ...ofHouse,
    permission: 'channels.manage',
    path: '/channel-accounts',
    gives: ChannelAccounts,
    does: listAccounts,
  }),
  post({
    ...ofHouse,
    permission: 'channels.manage',
    path: '/channel-accounts',
    body: AddAccount,
    gives: NewAccount,
    once: true,
    does: (ctx, input) => createAccount(ctx, input, keysOf(ctx.dataDir)),
  }),
  patch({
    ...ofHouse,
    permission: 'channels.manage',
    path: '/channel-accounts/:id',
    params: byId,
    body: EditAccount,
    ifMatch: true,
    gives: ChannelAccount,
    does: (ctx, input) => editAccount(ctx, input, keysOf(ctx.dataDir)),
  }),
  post({
    ...ofHouse,
    permission: 'channels.manage',
    path: '/channel-accounts/:id/test',
    params: byId,
    body: EmptyBody,
    gives: ChannelAccount,
    does: (ctx, input) => testAccount(ctx, input, { keys: keysOf(ctx.dataDir), clients }),
  }),
  get({ ...callback, does: receiveCallback }),
  post({ ...callback, does: receiveCallback }),
];
