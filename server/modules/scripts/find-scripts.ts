import type { ScriptInForce, ScriptVersion } from '#domain/scripts/contract.ts';
import { standardScripts } from '#domain/scripts/standard-scripts.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { selectNewest, selectVersions } from './store.ts';

/** These scripts as they are said today, for a verb that has asked for its own permission; unknown codes are left out. */
export async function findScripts(
  ctx: TransactionContext,
  codes: readonly string[],
): Promise<Map<string, ScriptInForce>> {
  if (codes.length === 0) return new Map();
  const published = await selectNewest(ctx, codes);
  return new Map(
    codes.flatMap((code) => {
      const found = published.find((each) => each.code === code) ?? asShipped(code);
      return found ? [[code, { version: found.version, definition: found.definition }]] : [];
    }),
  );
}

/** A script as somebody saw it on the call sheet, be there a newer one by now. */
export async function findScriptVersion(
  ctx: TransactionContext,
  code: string,
  version: number,
): Promise<ScriptVersion | undefined> {
  if (version === 0) return asShipped(code);
  return (await selectVersions(ctx, code)).find((each) => each.version === version);
}

/** Version 0, which every organization has. */
export function asShipped(code: string): ScriptVersion | undefined {
  const definition = standardScripts.find((each) => each.code === code);
  return (
    definition && {
      version: 0,
      definition,
      publishedAt: null,
      publishedByName: null,
      approvedAt: null,
      approvedByName: null,
      note: null,
    }
  );
}
