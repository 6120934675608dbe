import type { FormVersion } from '#domain/forms/contract.ts';
import type { FormDefinition } from '#domain/forms/form.ts';
import { standardForms } from '#domain/forms/standard-forms.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { insertVersion, selectNewest } from './store.ts';
import type { StoredVersion } from './store.ts';

/** As it ships with this release; undefined where the clinic made it up. */
export function asShipped(code: string): FormVersion | undefined {
  const definition = standardForms.find((form) => form.code === code);
  return definition && { version: 0, definition, isShipped: true, publishedAt: null, publishedByName: null };
}

/** What is asked today: the clinic's own version, else what ships, be it newer than what was used so far. */
export function inForceOf(newest: FormVersion | undefined, code: string): FormVersion | undefined {
  const shipped = asShipped(code);
  return !newest || (newest.isShipped && shipped && !isSame(newest.definition, shipped.definition))
    ? (shipped ?? newest)
    : newest;
}

/** What is asked today of all forms, those that ship first. */
export async function findFormsInForce(
  ctx: TransactionContext,
): Promise<{ code: string; inForce: FormVersion }[]> {
  const published = await selectNewest(ctx);
  const codes = new Set([...standardForms, ...published].map(({ code }) => code));
  return [...codes].flatMap((code) => {
    const newest = published.find((each) => each.code === code);
    const inForce = inForceOf(newest, code);
    return inForce ? [{ code, inForce }] : [];
  });
}

/** The form in force, on record so that what is answered can be read for ever. Throws NotFound (`form`). */
export async function holdFormInForce(ctx: TransactionContext, code: string): Promise<StoredVersion> {
  for (let tries = 0; tries < 3; tries += 1) {
    const [newest] = await selectNewest(ctx, code);
    const inForce = inForceOf(newest, code);
    if (!inForce) throw new NotFound('form', code);
    if (newest && inForce === newest) return newest;
    const { definition, isShipped } = inForce;
    // Somebody else who uses it for the first time may come first; then theirs is found.
    await insertVersion(ctx, {
      id: newId(),
      version: (newest?.version ?? 0) + 1,
      definition,
      isShipped,
    });
  }
  throw new Error(`the form ${code} could not be put on record`);
}

function isSame(one: FormDefinition, other: FormDefinition): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
