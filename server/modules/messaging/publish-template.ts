import type { z } from 'zod';
import { dayAt } from '#domain/base/time.ts';
import type { TemplateList, TemplateRow, TemplateVersions } from '#domain/messaging/contract.ts';
import { lintTemplate } from '#domain/messaging/lint-template.ts';
import { standardTemplates } from '#domain/messaging/standard-templates.ts';
import type { MessageTemplate } from '#domain/messaging/template.ts';
import { requirePermission } from '#server/platform/access.ts';
import { recordAudit } from '#server/platform/audit/record-audit.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Conflict, NotFound } from '#server/platform/errors.ts';
import { newId } from '#server/platform/ids.ts';
import { findForbiddenWords } from '../wording/set-forbidden-words.ts';
import { insertTemplate, selectTemplates } from './templates-store.ts';

/** Every text, shipped or the clinic's own, as it is in force. */
export async function listTemplates(ctx: Context): Promise<TemplateList> {
  requirePermission(ctx, 'messages.read');
  return inTransaction(ctx, async (ctx) => ({ items: await templatesInForce(ctx) }));
}

/** How a text read before: what was published, the newest first, and at the end how it ships. */
export async function listTemplateVersions(
  ctx: Context,
  { key }: { key: string },
): Promise<z.input<typeof TemplateVersions>> {
  requirePermission(ctx, 'messages.read');
  return inTransaction(ctx, async (ctx) => {
    const shipped = standardTemplates.find((each) => each.key === key);
    const published = await selectTemplates(ctx, key);
    if (!shipped && published.length === 0) throw new NotFound('message-template');
    const isShipped = shipped !== undefined;
    const asShipped = { key, isShipped, version: 0, publishedAt: null, publishedByName: null };
    return {
      items: [
        ...published.map((one): TemplateRow => ({ ...one, isShipped })),
        ...(shipped ? [{ ...asShipped, definition: shipped }] : []),
      ],
    };
  });
}

async function templatesInForce(ctx: TransactionContext): Promise<TemplateRow[]> {
  const published = await selectTemplates(ctx);
  const keys = new Set([...standardTemplates, ...published].map(({ key }) => key));
  return [...keys].map((key): TemplateRow => {
    const shipped = standardTemplates.find((each) => each.key === key);
    const own = published.find((each) => each.key === key);
    return {
      key,
      isShipped: shipped !== undefined,
      version: own?.version ?? 0,
      definition: (own?.definition ?? shipped)!,
      publishedAt: own?.publishedAt ?? null,
      publishedByName: own?.publishedByName ?? null,
    };
  });
}

/** From now on this is what goes out. Throws Conflict `template-has-flaws` with what is wrong. */
export async function publishTemplate(
  ctx: Context,
  input: { key: string; definition: MessageTemplate; version: number },
): Promise<TemplateRow> {
  requirePermission(ctx, 'messages.manage');
  return inTransaction(ctx, async (ctx) => {
    const definition = { ...input.definition, key: input.key };
    const before = (await templatesInForce(ctx)).find(({ key }) => key === input.key);
    const kindBefore = before?.definition.kind ?? null;
    const forbidden = await findForbiddenWords(ctx);
    const today = dayAt(ctx.now, ctx.zone);
    const findings = lintTemplate(definition, { forbidden, kindBefore, today });
    if (findings.length > 0) throw new Conflict('template-has-flaws', { findings });
    const id = newId();
    const isFirst =
      (before?.version ?? 0) === input.version &&
      (await insertTemplate(ctx, { id, version: input.version + 1, definition }));
    if (!isFirst) throw new Conflict('stale-version', { current: before ?? null });
    await recordAudit(ctx, {
      action: 'message-template.published',
      subject: { type: 'message-template', id },
      before: before?.definition ?? null,
      after: definition,
      reason: input.key,
    });
    return (await templatesInForce(ctx)).find(({ key }) => key === input.key)!;
  });
}
