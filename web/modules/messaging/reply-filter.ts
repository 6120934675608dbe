import { ListReplies } from '#domain/messaging/contract.ts';

/** What stands in the address of the page; the clinic is the one chosen in the header. */
export const ReplyFilter = ListReplies.omit({ clinicId: true });
