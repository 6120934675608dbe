import type { ProtocolDefinition, PublishedProtocol } from './protocol.ts';
import { occasionProtocols } from './standard/occasions.ts';
import { orthodonticsProtocols } from './standard/orthodontics.ts';
import { surgeryProtocols } from './standard/surgery.ts';
import { treatingTeamProtocols } from './standard/treating-team.ts';
import { undecidedProtocols } from './standard/undecided.ts';
import { visitProtocols } from './standard/visits.ts';

/** What ships: a new organization starts with these published, and changes what it wants otherwise. */
export const standardProtocols: readonly ProtocolDefinition[] = [
  ...visitProtocols,
  ...surgeryProtocols,
  ...treatingTeamProtocols,
  ...orthodonticsProtocols,
  ...undecidedProtocols,
  ...occasionProtocols,
];

/** The standard protocols as an organization starts with them: for everybody, and for all that ever happened. */
export function standardVersions(
  versionIdOf: (code: string) => string = (code) => code,
): PublishedProtocol[] {
  return standardProtocols.map((definition) => ({
    versionId: versionIdOf(definition.code),
    version: 1,
    definition,
    effectiveFrom: null,
    retiredAt: null,
    place: null,
    addsTo: null,
  }));
}
