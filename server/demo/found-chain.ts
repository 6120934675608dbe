import type { TransactionContext } from '#server/platform/context.ts';
import { newId } from '#server/platform/ids.ts';
import { publishStandardProtocols } from '../modules/followups/publish-standard-protocols.ts';
import { addStaffInBulk } from '../modules/staff/add-staff-in-bulk.ts';
import { createClinic, createTeam, editClinic } from '../modules/staff/edit-clinics.ts';
import { foundOrganization } from '../modules/staff/open-organization.ts';
import type { Chain, Colleague } from './chain.ts';
import { chainName, clinics, posts, teams, zone } from './content/chain.ts';
import type { Post, TeamKey } from './content/chain.ts';
import { givenName, surname } from './content/names.ts';
import { diceOf } from './dice.ts';
import type { Dice } from './dice.ts';

export interface FoundingOptions {
  seed: string;
  passwordHash: string;
  /** Refuse where there is an organization already. */
  onlyFirst: boolean;
  /** Behind every login; logins are one namespace for all organizations. */
  loginSuffix?: string;
}

/** Makes the organization with its clinics, teams, protocols and sixty people. */
export async function foundChain(ctx: TransactionContext, options: FoundingOptions): Promise<Chain> {
  const { passwordHash, onlyFirst } = options;
  const people = staffOf(options);
  const { ownerId } = await foundOrganization(
    ctx,
    {
      organization: chainName,
      timezone: zone,
      name: people[0]!.name,
      login: people[0]!.login,
    },
    { passwordHash, onlyFirst, isDemo: true },
  );
  // Here already, because the history is planned by them in this very transaction.
  await publishStandardProtocols(ctx);
  const chain: Chain = { clinics: [], teamIds: {} as Chain['teamIds'], staff: [] };
  for (const { name, kind, address } of clinics) {
    const { id, version } = await createClinic(ctx, { name, timezone: zone });
    await editClinic(ctx, { id, version, address, phone: '400-000-0000' });
    chain.clinics.push({ id, name, kind });
  }
  for (const [key, team] of Object.entries(teams)) {
    const { id } = await createTeam(ctx, { ...team, clinicId: null });
    chain.teamIds[key as TeamKey] = id;
  }
  const staff = people.map((person, place) => ({ ...person, id: place === 0 ? ownerId : newId() }));
  chain.staff = staff;
  const newStaff = staff.slice(1).map((person) => ({
    ...person,
    allClinics: person.clinic === null,
    clinicIds: person.clinic === null ? [] : [chain.clinics[person.clinic]!.id],
    teamIds: person.team === null ? [] : [chain.teamIds[person.team]],
  }));
  await addStaffInBulk(ctx, newStaff, passwordHash);
  return chain;
}

/** The sixty, each with a name that nobody else has. */
function staffOf({ seed, loginSuffix = '' }: FoundingOptions): (Omit<Colleague, 'id'> & Post)[] {
  const dice = diceOf(seed, 'staff');
  const names = new Set<string>();
  const all = posts();
  const sharing = Map.groupBy(all, (each) => each.login);
  return all.map((post) => {
    const name = newName(post, names, dice);
    const alike = sharing.get(post.login)!;
    const number = alike.length > 1 ? String(alike.indexOf(post) + 1) : '';
    return { ...post, name, login: `${post.login}${number}${loginSuffix}` };
  });
}

function newName(post: Post, taken: Set<string>, dice: Dice): string {
  const isWoman = dice.happens(womenAmong[post.role] ?? 0.6);
  for (;;) {
    const name = surname(dice) + givenName(dice, isWoman ? 'female' : 'male', dice.whole(1972, 1999));
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

const womenAmong: Partial<Record<Post['role'], number>> = {
  nurse: 0.96,
  cs_agent: 0.85,
  front_desk: 0.9,
  doctor: 0.5,
};
