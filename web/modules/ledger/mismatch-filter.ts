import { ListMismatches } from '#domain/ledger/contract.ts';

/** What stands in the address of the page; the clinic is the one chosen in the header. */
export const MismatchFilter = ListMismatches.omit({ clinicId: true });
