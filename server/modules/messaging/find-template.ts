import { standardTemplates } from '#domain/messaging/standard-templates.ts';
import type { MessageTemplate } from '#domain/messaging/template.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { NotFound } from '#server/platform/errors.ts';
import { selectTemplates } from './templates-store.ts';

/** The text in force: what the clinic published last, else as it ships (version 0). */
export async function findTemplate(
  ctx: TransactionContext,
  key: string,
): Promise<{ version: number; definition: MessageTemplate }> {
  const [published] = await selectTemplates(ctx, key);
  if (published) return published;
  const definition = standardTemplates.find((each) => each.key === key);
  if (!definition) throw new NotFound('message-template');
  return { version: 0, definition };
}

/** Each text as it was when its message was queued; null where it is none of ours. */
export async function findTemplateVersions(
  ctx: TransactionContext,
): Promise<(key: string, version: number) => MessageTemplate | null> {
  const published = await selectTemplates(ctx);
  return (key, version) =>
    published.find((each) => each.key === key && each.version === version)?.definition ??
    standardTemplates.find((each) => each.key === key) ??
    null;
}
