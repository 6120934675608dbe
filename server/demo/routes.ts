import { DemoSignIns } from '#domain/staff/contract.ts';
import { Conflict } from '#server/platform/errors.ts';
import { EmptyBody, post } from '#server/platform/http/define-route.ts';
import type { PublicContext, Route } from '#server/platform/http/define-route.ts';
import { fillDemoChain } from './fill-demo-chain.ts';

export const demoRoutes: Route[] = [
  post({
    permission: 'public',
    scope: 'none',
    shows: ['public'],
    path: '/demo',
    body: EmptyBody,
    gives: DemoSignIns,
    does: fillFromTheFirstPage,
  }),
];

/** Open to everybody as the first-run page is: while the database is empty, and never again. */
async function fillFromTheFirstPage(house: PublicContext): Promise<DemoSignIns> {
  const filled = await fillDemoChain(house);
  if (!filled) throw new Conflict('not-empty');
  const { chain, password } = filled;
  return {
    password,
    signIns: chain.staff.map(({ login, role, name, clinic }) => ({
      login,
      role,
      name,
      clinic: clinic === null ? null : chain.clinics[clinic]!.name,
    })),
  };
}
