import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { presets } from '#domain/exchange/presets.ts';
import { readAppointmentRow, type RowNote } from '#domain/exchange/read-row.ts';
import { openSheet } from './open-sheet.ts';

const file = join(import.meta.dirname, '../../../../shared/data/noshow_brazil/KaggleV2-May-2016.csv');

// Skipped where the shared test data is not beside the project. The figures were computed by other code than ours.
describe.skipIf(!existsSync(file))(
  'a real file of 110,527 appointments (needs ../shared/data/noshow_brazil)',
  () => {
    it('is read whole, and every oddity in it is said once', async () => {
      const sheet = await openSheet(file);
      const mapping = presets['noshow-appointments'].mappingFor(sheet.columns);
      if (mapping.kind !== 'appointments') throw new Error('the preset reads appointments');
      const tools = { zone: 'America/Sao_Paulo', readPhone: () => null };

      const customers = new Set<string>();
      const states = { kept: 0, missed: 0, unknown: 0 };
      const warned: RowNote[][] = [];
      let appointments = 0;
      let rejected = 0;
      for await (const batch of sheet.rows()) {
        for (const row of batch) {
          const reading = readAppointmentRow(row, sheet.columns, mapping, tools);
          if ('rejected' in reading) {
            rejected++;
            continue;
          }
          appointments++;
          customers.add(reading.value.customerNumber);
          states[reading.value.state ?? 'unknown']++;
          if (reading.warnings.length > 0) warned.push(reading.warnings);
        }
      }

      expect({ appointments, customers: customers.size, rejected, ...states }).toEqual({
        appointments: 110_527,
        customers: 62_299,
        rejected: 0,
        kept: 88_208,
        missed: 22_319,
        unknown: 0,
      });
      expect(warned).toHaveLength(11);
      const linesOf = (code: string) =>
        warned
          .flat()
          .filter((note) => note.code === code)
          .map((note) => note.line);
      expect(linesOf('booked-after-appointment')).toEqual([27035, 55228, 64177, 71535, 72364]);
      expect(linesOf('age-below-zero')).toEqual([99834]);
      expect(linesOf('scientific-id')).toEqual([3952, 73230, 73305, 100519, 105432]);
      expect(customers.has('9377952927E-5')).toBe(true);
    });
  },
);
