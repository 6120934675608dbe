import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { AddressChannel } from '#domain/messaging/address.ts';
import {
  AccountInvitation,
  Brakes,
  ChannelAccount,
  ChannelAccounts,
  ConsentLink,
  CustomerAddresses,
  MessageCounts,
  MessagePage,
  MessageRulesView,
  MessageWays,
  NewAccount,
  QueuedMessage,
  ReplyPage,
  SendingUse,
  SettledReply,
  TemplateList,
  TemplateRow,
  TemplateVersions,
} from '#domain/messaging/contract.ts';
import type {
  AddAccount,
  EditAccount,
  ListMessages,
  ListReplies,
  PauseSending,
  ReplyWay,
  SettleMessage,
} from '#domain/messaging/contract.ts';
import type { MessageRules } from '#domain/messaging/rule-set.ts';
import type { MessageTemplate } from '#domain/messaging/template.ts';
import { get, patch, post, put } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

const all = ['messages'] as const;
const keys = {
  list: (filter: object) => [...all, 'list', filter],
  counts: [...all, 'counts'],
  replies: (filter: object) => [...all, 'replies', filter],
  brakes: [...all, 'brakes'],
  use: [...all, 'use'],
  rules: [...all, 'rules'],
  templates: [...all, 'templates'],
  versions: (key: string) => [...all, 'templates', key],
  ways: [...all, 'ways'],
  accounts: [...all, 'accounts'],
  addresses: (customerId: string) => [...all, 'addresses', customerId],
};

/** Also after a refusal everything is read again: then somebody was quicker, and the page has to show it. */
function useChange<Input, Done>(mutationFn: (input: Input) => Promise<Done>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries({ queryKey: all }) });
}

export function useMessages(filter: Partial<ListMessages>) {
  return useQuery({
    queryKey: keys.list(filter),
    queryFn: () => get('/messages', MessagePage, filter),
    placeholderData: keepPreviousData,
  });
}

export function useMessageCounts() {
  return useQuery({ queryKey: keys.counts, queryFn: () => get('/messages/counts', MessageCounts) });
}

export function useSettleMessage() {
  return useChange(({ id, ...said }: z.input<typeof SettleMessage> & { id: string }) =>
    post(`/messages/${id}/settle`, said, QueuedMessage),
  );
}

export function useReplies(filter: Partial<ListReplies>) {
  return useQuery({
    queryKey: keys.replies(filter),
    queryFn: () => get('/message-replies', ReplyPage, filter),
    placeholderData: keepPreviousData,
  });
}

export function useSettleReply() {
  return useChange(({ id, way }: { id: string; way: ReplyWay }) =>
    post(`/message-replies/${id}/settle`, { way }, SettledReply),
  );
}

export function useBrakes() {
  return useQuery({ queryKey: keys.brakes, queryFn: () => get('/sending', Brakes) });
}

export function useSendingUse() {
  return useQuery({ queryKey: keys.use, queryFn: () => get('/sending/use', SendingUse) });
}

export function usePauseSending() {
  return useChange(({ version, ...pause }: PauseSending & { version: number }) =>
    put('/sending', pause, Brakes, { ifMatch: version }),
  );
}

/** Null releases all that is kept back. */
export function useReleaseMessages() {
  return useChange((ids: string[] | null) => post('/sending/release', { ids }, Brakes));
}

export function useMessageRules() {
  return useQuery({ queryKey: keys.rules, queryFn: () => get('/message-rules', MessageRulesView) });
}

export function usePublishRules() {
  return useChange(({ rules, version }: { rules: MessageRules; version: number }) =>
    post('/message-rules', { rules }, MessageRulesView, { ifMatch: version }),
  );
}

export function useTemplates() {
  return useQuery({ queryKey: keys.templates, queryFn: () => get('/message-templates', TemplateList) });
}

export function useTemplateVersions(key: string) {
  return useQuery({
    queryKey: keys.versions(key),
    queryFn: () => get(`/message-templates/${key}/versions`, TemplateVersions),
  });
}

export function usePublishTemplate() {
  return useChange(({ definition, version }: { definition: MessageTemplate; version: number }) =>
    put(`/message-templates/${definition.key}`, { definition }, TemplateRow, { ifMatch: version }),
  );
}

export function useMessageWays() {
  return useQuery({ queryKey: keys.ways, queryFn: () => get('/message-ways', MessageWays) });
}

export function useAccounts() {
  return useQuery({ queryKey: keys.accounts, queryFn: () => get('/channel-accounts', ChannelAccounts) });
}

export function useAddAccount() {
  return useChange((account: z.input<typeof AddAccount>) => post('/channel-accounts', account, NewAccount));
}

export function useEditAccount() {
  return useChange(({ id, version, ...change }: EditAccount & { id: string; version: number }) =>
    patch(`/channel-accounts/${id}`, change, ChannelAccount, { ifMatch: version }),
  );
}

export function useTestAccount() {
  return useChange((id: string) => post(`/channel-accounts/${id}/test`, {}, ChannelAccount));
}

/** `everyMs` looks again and again, as while a code is being scanned. */
export function useAddresses(customerId: string, everyMs: number | false = false) {
  return useQuery({
    queryKey: keys.addresses(customerId),
    queryFn: () => get(`/customers/${customerId}/addresses`, CustomerAddresses),
    refetchInterval: everyMs,
  });
}

export function useInviteToAccount(customerId: string) {
  return useMutation({
    mutationFn: (channel: AccountInvitation['channel']) =>
      post(`/customers/${customerId}/address-invitations`, { channel }, AccountInvitation),
  });
}

export function useSetAddress(customerId: string) {
  return useChange(({ channel, address }: { channel: AddressChannel; address: string | null }) =>
    put(`/customers/${customerId}/addresses/${channel}`, { address }, CustomerAddresses),
  );
}

export function useConsentLink(customerId: string) {
  return useChange((isSent: boolean) =>
    post(`/customers/${customerId}/consent-link`, { isSent }, ConsentLink),
  );
}
