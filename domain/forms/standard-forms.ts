import { FormDefinition } from './form.ts';
import { intakeForms } from './standard/intake.ts';
import { noDeal } from './standard/no-deal.ts';
import { postOperative } from './standard/post-operative.ts';
import { satisfaction } from './standard/satisfaction.ts';
import { serviceForms } from './standard/service.ts';

/** What ships; a clinic publishes its own version of each, and more. */
export const standardForms: readonly FormDefinition[] = [
  satisfaction,
  postOperative,
  noDeal,
  ...serviceForms,
  ...intakeForms,
].map((form) => FormDefinition.parse(form));
