import { ListMessages } from '#domain/messaging/contract.ts';

/** What stands in the address of the page; the clinic is the one chosen in the header. */
export const MessageFilter = ListMessages.omit({ clinicId: true, customerId: true });
