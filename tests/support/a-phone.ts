import type { Context } from '#server/platform/context.ts';
import type { PublicContext } from '#server/platform/http/define-route.ts';
import { newId } from '#server/platform/ids.ts';

/** A customer's telephone at that moment, at an address of its own: nobody is signed in. */
export const aPhone = ({ database, now }: Context): PublicContext => ({
  database,
  clock: { now: () => now },
  dataDir: '/nowhere',
  exchange: {
    ip: `2001:db8:f::${newId().slice(0, 4)}`,
    startSession: () => {},
    endSession: () => {},
    upload: () => Promise.reject(new Error('nothing is uploaded here')),
  },
});
