import { setImmediate as letOthersRun } from 'node:timers/promises';
import { dayAt, monthOf, nextMonth } from '#domain/base/time.ts';
import type { ReadLog } from '#domain/evidence/call-log.ts';
import type { TransactionContext } from '#server/platform/context.ts';
import { statisticsOfLoad } from '#server/platform/database/refresh-statistics.ts';
import { addContactHistory } from '../modules/classes/add-contact-history.ts';
import { addConsentHistory } from '../modules/consents/add-consent-history.ts';
import { addConsultationHistory } from '../modules/consultations/add-consultation-history.ts';
import { addCustomers } from '../modules/customers/add-customers.ts';
import { takeChartNumbers } from '../modules/customers/take-chart-numbers.ts';
import { addFollowupHistory, markMonthsAnnounced } from '../modules/followups/add-followup-history.ts';
import { readPlanningGround } from '../modules/followups/plan-events.ts';
import { addFormHistory } from '../modules/forms/add-form-history.ts';
import { addLedgerHistory } from '../modules/ledger/add-ledger-history.ts';
import { addMessageHistory } from '../modules/messaging/add-message-history.ts';
import type { PastMessage } from '../modules/messaging/add-message-history.ts';
import { addHistory } from '../modules/visits/add-history.ts';
import { actingAs } from './acting-as.ts';
import { accountOf } from './accounts.ts';
import { callLogsOf } from './call-logs.ts';
import { lowScoresOf, settledScoresOf } from './cases.ts';
import type { LowScore } from './cases.ts';
import { colleaguesOf } from './chain.ts';
import type { Chain, Colleague } from './chain.ts';
import type { Channels } from './channels.ts';
import { consentsOf } from './consents.ts';
import { zone } from './content/chain.ts';
import { consultationsOf } from './consultations.ts';
import { contactsOf } from './contacts.ts';
import { formsOf } from './form-answers.ts';
import { intakesOf } from './intakes.ts';
import { messagesOf } from './messages.ts';
import { storiesOf } from './stories.ts';
import type { Story } from './stories.ts';

const storiesAtOnce = 500;
/** So that the database soon gets its next statement while stories are told, and a server answers meanwhile. */
const storiesWithoutPause = 2;

export interface Written {
  customers: number;
  visits: number;
  followups: number;
  attempts: number;
  /** Low scores of the last days, which are cases now. */
  lowScores: LowScore[];
  /** Some of the weeks before: cases that are closed. */
  settledScores: LowScore[];
  /** What the last weeks' customers were sent. */
  messages: PastMessage[];
  /** What the telephone logged in the last days. */
  callLogs: ReadLog[];
}

/** Writes all stories of a chain; while the database takes a part in, the next one is told. */
export async function writeStories(
  ctx: TransactionContext,
  chain: Chain,
  channels: Channels,
  options: { seed: string; customers: number; onWritten?: (written: Written) => void },
): Promise<Written> {
  const ground = await readPlanningGround(ctx);
  const numbers = await takeChartNumbers(ctx, options.customers);
  const written: Written = {
    customers: 0,
    visits: 0,
    followups: 0,
    attempts: 0,
    lowScores: [],
    settledScores: [],
    messages: [],
    callLogs: [],
  };
  let part: Story[] = [];
  let writing = Promise.resolve();
  const wrote = statisticsOfLoad(ctx, 'customers');
  const writePart = async (): Promise<void> => {
    await writing;
    const [stories, from] = [part, written.customers];
    part = [];
    count(written, stories);
    written.lowScores.push(...lowScoresOf(stories, ctx.now));
    written.settledScores.push(...settledScoresOf(stories, ctx.now));
    const consents = new Map(stories.map((story) => [story, consentsOf(story, chain, ctx.now)]));
    const messages = stories.flatMap((story) => messagesOf(story, consents.get(story)!, chain, ctx.now));
    written.messages.push(...messages);
    written.callLogs.push(...stories.flatMap((story) => callLogsOf(story, chain, ctx.now)));
    options.onWritten?.(written);
    writing = write(ctx, chain, stories, numbers.slice(from, from + stories.length)).then(async () => {
      await addConsentHistory(ctx, [...consents.values()].flat(), channels.keys);
      await addMessageHistory(ctx, messages, channels);
      await wrote(stories.length);
    });
    // Awaited with the next part; until then nobody else would hear of a failure.
    writing.catch(() => {});
  };
  for (const story of storiesOf(chain, ground, { ...options, now: ctx.now })) {
    part.push(story);
    if (part.length % storiesWithoutPause === 0) await letOthersRun();
    if (part.length === storiesAtOnce) await writePart();
  }
  if (part.length > 0) await writePart();
  await writing;
  for (const { id } of chain.clinics) await markMonthsAnnounced(ctx, id, pastMonths(ctx));
  return written;
}

function count(written: Written, stories: readonly Story[]): void {
  written.customers += stories.length;
  for (const { visits, history } of stories) {
    written.visits += visits.length;
    written.followups += history.followups.length;
    written.attempts += history.attempts.length;
  }
}

async function write(
  ctx: TransactionContext,
  chain: Chain,
  stories: readonly Story[],
  numbers: readonly string[],
): Promise<void> {
  const numbered = stories.map((story, place) => ({ ...story, number: numbers[place]! }));
  for (const [colleague, theirs] of Map.groupBy(numbered, (story) => story.receivedBy)) {
    await addCustomers(
      by(ctx, colleague, chain),
      theirs.map(({ customer, number }) => ({ ...customer, number })),
    );
  }
  const byClinic = Map.groupBy(stories, (story) => story.customer.clinicId);
  for (const [place, { id }] of chain.clinics.entries()) {
    const here = byClinic.get(id) ?? [];
    const visits = here.flatMap((story) => story.visits);
    const desk = colleaguesOf(chain, 'front_desk', place);
    await addHistory(by(ctx, desk[here.length % desk.length]!, chain), {
      appointments: here.flatMap((story) => story.appointments),
      visits,
      treatments: visits.flatMap((visit) => visit.treatments),
    });
    await addLedgerHistory(by(ctx, desk[0]!, chain), here.flatMap(accountOf));
  }
  await addFollowupHistory(ctx, {
    plans: stories.flatMap(({ history }) => history.plans),
    followups: stories.flatMap(({ history }) => history.followups),
    attempts: stories.flatMap(({ history }) => history.attempts),
    endings: stories.flatMap(({ history }) => history.endings),
  });
  await addConsultationHistory(
    ctx,
    stories.flatMap((story) => consultationsOf(story, chain, ctx.now)),
  );
  await addFormHistory(
    ctx,
    stories.flatMap((story) => [...formsOf(story, chain, ctx.now), ...intakesOf(story, chain, ctx.now)]),
  );
  await addContactHistory(
    ctx,
    stories.flatMap((story) => contactsOf(story, chain, ctx.now)),
  );
}

/** In the clinics where the colleague works. */
function by(ctx: TransactionContext, colleague: Colleague, chain: Chain): TransactionContext {
  const { clinic } = colleague;
  return actingAs(ctx, colleague, clinic === null ? 'all' : [chain.clinics[clinic]!.id]);
}

function pastMonths(ctx: TransactionContext): string[] {
  const present = monthOf(dayAt(ctx.now, zone));
  return Array.from({ length: 25 }, (_, back) => nextMonth(present, -1 - back));
}
