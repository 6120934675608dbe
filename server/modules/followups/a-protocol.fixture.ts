import type { ProtocolView } from '#domain/followups/protocol-contract.ts';
import type { ProtocolDefinition, Step } from '#domain/followups/protocol.ts';
import { standardProtocols } from '#domain/followups/standard-protocols.ts';
import type { Context } from '#server/platform/context.ts';
import { getProtocol, saveDraft } from './edit-draft.ts';
import { publishDraft } from './publish-draft.ts';

export function standard(code: string): ProtocolDefinition {
  return structuredClone(standardProtocols.find((each) => each.code === code)!);
}

/** The surgery protocol with its first step changed, and others put behind. */
export function surgery(first: Partial<Step>, more: Step[] = []): ProtocolDefinition {
  const base = standard('surgery');
  const [own, ...rest] = base.steps;
  return { ...base, steps: [{ ...own!, ...first }, ...rest, ...more] };
}

/** A step like the first one of the surgery protocol. */
export function aStep(part: Partial<Step>): Step {
  return { ...standard('surgery').steps[0]!, ...part };
}

export async function drafted(ctx: Context, definition: ProtocolDefinition): Promise<ProtocolView> {
  const { code } = definition;
  const version = (await getProtocol(ctx, { code })).draft?.version ?? 0;
  return saveDraft(ctx, { code, definition, version, addsTo: null, place: null });
}

export async function published(
  ctx: Context,
  definition: ProtocolDefinition,
  how: { effectiveOn?: string; made?: 'keep' | 'move' } = {},
): Promise<ProtocolView> {
  const { code, draft } = await drafted(ctx, definition);
  const { effectiveOn = null, made = 'keep' } = how;
  return publishDraft(ctx, { code, version: draft!.version, effectiveOn, made, note: null });
}
