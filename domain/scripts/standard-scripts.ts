import type { ScriptDefinition } from './script.ts';
import { surgeryScripts } from './standard/after-surgery.ts';
import { careScripts } from './standard/care.ts';
import { invitationScripts } from './standard/invitations.ts';
import { thanksScripts } from './standard/thanks.ts';

/** What ships: said as it is until the clinic publishes its own of the same code. */
export const standardScripts: readonly ScriptDefinition[] = [
  ...careScripts,
  ...surgeryScripts,
  ...invitationScripts,
  ...thanksScripts,
];
