import { ListLost } from '#domain/coverage/contract.ts';

/** What stands in the address of the page; the clinic is the one chosen in the header. */
export const LostFilter = ListLost.omit({ clinicId: true });
