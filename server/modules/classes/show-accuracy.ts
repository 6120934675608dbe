import { addDays, dayAt, daysBetween, mondayOf } from '#domain/base/time.ts';
import {
  accuracy,
  confusionMatrix,
  kappa,
  meetsAccuracyBar,
  shareClassified,
  shareOf,
} from '#domain/classes/class-accuracy.ts';
import type { ClassedContact } from '#domain/classes/class-accuracy.ts';
import type { AccuracyReport, AskAccuracy, JudgedPage, ListJudged } from '#domain/classes/contract.ts';
import { clinicsAsked, requirePermission } from '#server/platform/access.ts';
import type { Context, TransactionContext } from '#server/platform/context.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { Invalid } from '#server/platform/errors.ts';
import { countCustomersWithSource } from '../customers/count-customers.ts';
import { listFirstVisitors } from '../visits/list-first-visitors.ts';
import { withCustomers } from './find-contact.ts';
import { classesInForce } from './get-classes.ts';
import { selectJudged } from './review-store.ts';
import type { StoredJudged } from './review-store.ts';
import type { ContactQuestion } from './store.ts';

/** How many contacts were classed and how many rightly, by person, with what was taken for what (B1, B2). */
export async function showAccuracy(ctx: Context, input: AskAccuracy): Promise<AccuracyReport> {
  requirePermission(ctx, 'classes.review');
  const question = questionOf(ctx, input);
  return inTransaction(ctx, async (ctx) => {
    const { accuracyPercent } = (await classesInForce(ctx)).rules;
    const rows = await selectJudged(ctx, question, input.against);
    const names = new Map(rows.map(({ ownerId, ownerName }) => [ownerId, ownerName]));
    const contacts = rows.map(asClassed);
    const total = accuracy(contacts);
    const drawn = rows.filter(({ isDrawn }) => isDrawn);
    return {
      from: question.from,
      to: question.to,
      accuracyPercent,
      total: {
        classified: shareClassified(contacts),
        accuracy: total,
        meetsBar: meetsAccuracyBar(total, accuracyPercent),
        kappa: kappa(contacts),
      },
      coded: shareOf(drawn.filter(({ codedAt }) => codedAt !== null).length, drawn.length),
      sources: await sourcesOf(ctx, question),
      people: confusionMatrix(contacts, accuracyPercent).map(({ cells, ...person }) => ({
        ...person,
        staffName: names.get(person.staffId)!,
        cells: cells.map(({ preclass, confirmed, contactIds }) => ({
          preclass,
          judged: confirmed,
          count: contactIds.length,
        })),
      })),
    };
  });
}

/** The contacts behind a figure of it, the newest first. */
export async function listJudged(ctx: Context, input: ListJudged): Promise<JudgedPage> {
  requirePermission(ctx, 'classes.review');
  const question = questionOf(ctx, input);
  return inTransaction(ctx, async (ctx) => {
    const rows = (await selectJudged(ctx, question, input.against)).filter((row) => isAsked(row, input));
    const page = rows.slice((input.page - 1) * input.pageSize, input.page * input.pageSize);
    return { total: rows.length, items: await withCustomers(ctx, page) };
  });
}

function questionOf(ctx: Context, input: AskAccuracy): ContactQuestion {
  const to = input.to ?? dayAt(ctx.now, ctx.zone);
  const from = input.from ?? addDays(mondayOf(to), -28);
  if (from > to) throw new Invalid({ path: 'to', code: 'before-it-begins' });
  if (daysBetween(from, to) > 366) throw new Invalid({ path: 'from', code: 'too-long-ago' });
  return { from, to, clinicIds: clinicsAsked(ctx, input.clinicId) };
}

function asClassed({ id, ownerId, preclass, judged }: StoredJudged): ClassedContact {
  return { contactId: id, staffId: ownerId, preclass, confirmed: judged };
}

function isAsked({ ownerId, preclass, judged }: StoredJudged, input: ListJudged): boolean {
  if (input.staffId !== undefined && ownerId !== input.staffId) return false;
  if (input.classed !== undefined && (preclass !== null) !== (input.classed === 'yes')) return false;
  if (input.preclass !== undefined && preclass !== input.preclass) return false;
  return input.judged === undefined || judged === input.judged;
}

async function sourcesOf(ctx: TransactionContext, question: ContactQuestion) {
  const visitors = await listFirstVisitors(ctx, question);
  return shareOf(await countCustomersWithSource(ctx, visitors), visitors.length);
}
