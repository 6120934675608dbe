import { messageKinds } from './template.ts';

/** What can be stopped: each kind of message to customers, and what colleagues are told. */
export const pausableKinds = [...messageKinds, 'staff_notice'] as const;
export type PausableKind = (typeof pausableKinds)[number];

/** By hand is nobody's to stop but the hand's. */
export const pausableChannels = ['sms', 'wechat', 'wecom', 'email', 'group'] as const;
export type PausableChannel = (typeof pausableChannels)[number];

export interface Pause {
  kinds: readonly PausableKind[];
  channels: readonly PausableChannel[];
}

export function pausesNothing({ kinds, channels }: Pause): boolean {
  return kinds.length === 0 && channels.length === 0;
}

export function pausesAll({ kinds, channels }: Pause): boolean {
  return (
    pausableKinds.every((kind) => kinds.includes(kind)) ||
    pausableChannels.every((channel) => channels.includes(channel))
  );
}
