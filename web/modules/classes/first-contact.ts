import type { DeskChannel } from '#domain/classes/desk-contact.ts';

/** The contact by which somebody new became known; a record that is only copied in comes by none. */
export interface FirstContact {
  channel: DeskChannel | 'none';
  code: string | null;
  matter: string;
}

/** Nobody has said anything of a contact yet, and nothing is recorded. */
export const noContact: FirstContact = { channel: 'none', code: null, matter: '' };

/** Who says what it was about speaks of a contact: where no channel is chosen yet, the usual one stands there to be seen. */
export function withSaid(
  contact: FirstContact,
  said: Partial<Pick<FirstContact, 'code' | 'matter'>>,
  usual: DeskChannel,
): FirstContact {
  const after = { ...contact, ...said };
  const isSaid = after.code !== null || after.matter.trim() !== '';
  return after.channel === 'none' && isSaid ? { ...after, channel: usual } : after;
}

/** By which channel it came; by none there is no class either. */
export function withChannel(contact: FirstContact, channel: FirstContact['channel']): FirstContact {
  return { ...contact, channel, code: channel === 'none' ? null : contact.code };
}
