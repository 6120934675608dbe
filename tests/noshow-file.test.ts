import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { instantAt } from '#domain/base/time.ts';
import type { Context } from '#server/platform/context.ts';
import { refreshStatistics } from '#server/platform/database/refresh-statistics.ts';
import { inTransaction } from '#server/platform/database/transaction.ts';
import { checkImport } from '#server/modules/exchange/check-import.ts';
import { runImport } from '#server/modules/exchange/run-import.ts';
import { claimRun } from '#server/modules/exchange/start-import.ts';
import { storeImport } from '#server/modules/exchange/upload-import.ts';
import { showNoShows } from '#server/modules/appointments/show-no-shows.ts';
import { listToday } from '#server/modules/followups/list-today.ts';
import { aClinic, settled } from './support/clinic.ts';

const file = path.join(import.meta.dirname, '../../shared/data/noshow_brazil/KaggleV2-May-2016.csv');
const zone = 'America/Sao_Paulo';
const present = existsSync(file);
if (!present) console.log('The appointments of Vitória are not on this machine; their test is left out.');

async function bringIn(ctx: Context & { dataDir: string }, clinicId: string) {
  const fileName = path.basename(file);
  const stored = await storeImport(ctx, {
    clinicId,
    fileName,
    preset: 'noshow-appointments',
    timezone: zone,
    stream: createReadStream(file),
  });
  await checkImport(ctx, stored);
  return runImport(ctx, await inTransaction(ctx, (ctx) => claimRun(ctx, stored.id)));
}

const percent = ({ total, missed }: { total: number; missed: number }) => ((100 * missed) / total).toFixed(2);

describe.runIf(present)(
  'a clinic that brings in two months of appointments on the morning of 9 June 2016',
  () => {
    it('owes its customers exactly the calls whose windows are open, and nothing when the file comes again', async () => {
      const clinic = await aClinic(instantAt('2016-06-09T09:00', zone), zone);
      const dataDir = await mkdtemp(path.join(tmpdir(), 'carecurve-'));
      onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
      const ctx = { ...clinic.ctx, zone, dataDir };
      // The worst moment to begin: the planner has just been told that there is next to nothing in the tables.
      await inTransaction(ctx, refreshStatistics);

      const first = await bringIn(ctx, clinic.clinicId);
      expect(first.counts).toMatchObject({
        appointments: 110_527,
        customers: 62_299,
        kept: 88_208,
        missed: 22_319,
        warned: 11,
        rejected: 0,
        newCustomers: 62_299,
        newAppointments: 110_527,
        newVisits: 88_208,
      });

      await settled(ctx);
      const list = await listToday(ctx, { scope: 'all', page: 1, pageSize: 50 });
      const customersOf = Object.fromEntries(
        list.protocols.map((protocol) => [protocol.code, protocol.customers]),
      );
      expect(customersOf).toEqual({
        'first-visit': 1_575,
        'treated-24h': 1_849,
        'month-satisfaction': 42_849,
      });
      // 1,557 customers are in a 24-hour call and in the month's round: they stand once, with both reasons.
      expect(list.customers).toBe(1_575 + 1_849 + 42_849 - 1_557);
      const both = list.items.find(
        (row) => new Set(row.followups.map((each) => each.protocolCode)).size === 2,
      );
      expect(both?.followups.map((each) => each.protocolCode)).toContain('month-satisfaction');

      // The raw cut says that reminding does harm: who is reminded booked longer ago.
      const figures = await showNoShows(ctx, { from: '2016-01-01', to: '2016-12-31' });
      expect(percent(figures.all)).toBe('20.19');
      expect(figures.busiest).toEqual({ day: '2016-06-06', total: 4_692 });
      expect(figures.equalLead?.fromDays).toBe(3);
      expect(percent(figures.equalLead!.reminded)).toBe('27.57');
      expect(percent(figures.equalLead!.notReminded)).toBe('32.69');
      expect(percent(figures.raw.reminded)).toBe('27.57');
      expect(percent(figures.raw.notReminded)).toBe('16.70');

      const again = await bringIn(ctx, clinic.clinicId);
      expect(again.counts).toMatchObject({
        appointments: 110_527,
        newCustomers: 0,
        newAppointments: 0,
        newVisits: 0,
      });
      await settled(ctx);
      const after = await listToday(ctx, { scope: 'all', page: 1, pageSize: 50 });
      expect([after.customers, after.followups]).toEqual([list.customers, list.followups]);
    }, 900_000);
  },
);
