import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '#domain/base/time.ts';
import { diceOf } from '#server/demo/dice.ts';
import type { Dice } from '#server/demo/dice.ts';

/** A file to import, and all that must be in the database once it is in. */
export interface Sheet {
  path: string;
  fileName: string;
  preset: 'noshow-appointments' | 'customers';
  rows: number;
  customerNumbers: Set<string>;
  /** By number; empty in a list of customers. */
  appointments: Map<string, 'kept' | 'missed'>;
}

/** The morning the trial's clock stands at: February's satisfaction round is open, and so is yesterday's. */
export const trialDay = '2026-03-05';
export const trialClock = `${trialDay}T09:00`;
export const zone = 'Asia/Shanghai';

/** Writes sheet after sheet; no two share a customer, so that what is in tells which files are. */
export function sheetPress(folder: string, rows: number, seed: number): () => Sheet {
  let made = 0;
  return () => {
    made += 1;
    const print = made % 3 === 0 ? printCustomers : printAppointments;
    return print(folder, made, rows, diceOf(seed, 'sheet', made));
  };
}

function printAppointments(folder: string, sheet: number, rows: number, dice: Dice): Sheet {
  const appointments = new Map<string, 'kept' | 'missed'>();
  const customerNumbers = new Set<string>();
  const lines = [
    'PatientId,Gender,AppointmentID,ScheduledDay,AppointmentDay,Age,Neighbourhood,SMS_received,No-show',
  ];
  for (let row = 1; row <= rows; row++) {
    // Two visits of three belong to somebody seen before in the same file.
    const customer = `P${sheet}-${dice.whole(1, Math.ceil(rows / 3))}`;
    const appointment = `A${sheet}-${row}`;
    const state = dice.happens(1 / 5) ? 'missed' : 'kept';
    // Yesterday's visits are owed a call within 24 hours, February's the round of the month.
    const day = addDays(trialDay, dice.happens(1 / 3) ? -1 : -dice.whole(2, 40));
    const booked = addDays(day, -dice.whole(0, 20));
    customerNumbers.add(customer);
    appointments.set(appointment, state);
    lines.push(
      [
        customer,
        dice.pick(['F', 'M']),
        appointment,
        `${booked}T10:15:00Z`,
        `${day}T00:00:00Z`,
        dice.whole(3, 90),
        dice.pick(['滨江', '"东湖, 北岸"', '南山']),
        dice.whole(0, 1),
        state === 'missed' ? 'Yes' : 'No',
      ].join(','),
    );
  }
  const fileName = `appointments-${sheet}.csv`;
  return {
    ...write(folder, fileName, lines),
    preset: 'noshow-appointments',
    rows,
    customerNumbers,
    appointments,
  };
}

function printCustomers(folder: string, sheet: number, rows: number, dice: Dice): Sheet {
  const customerNumbers = new Set<string>();
  const lines = ['客户编号,姓名,手机号,性别,出生日期,地址,来源渠道,备注'];
  for (let row = 1; row <= rows; row++) {
    const number = `C${sheet}-${row}`;
    customerNumbers.add(number);
    lines.push(
      [
        number,
        dice.pick(['王', '李', '张', '刘', '欧阳']) + dice.pick(['伟', '敏', '静', '子涵', '建国']),
        `13${dice.whole(100_000_000, 999_999_999)}`,
        dice.pick(['男', '女']),
        addDays('1950-01-01', dice.whole(0, 20_000)),
        dice.pick(['滨江路1号', '"南山区, 2栋"']),
        dice.pick(['老客户介绍', '网络', '路过']),
        dice.happens(1 / 10) ? '"爱喝茶,\n怕疼"' : '',
      ].join(','),
    );
  }
  const fileName = `customers-${sheet}.csv`;
  return {
    ...write(folder, fileName, lines),
    preset: 'customers',
    rows,
    customerNumbers,
    appointments: new Map(),
  };
}

function write(folder: string, fileName: string, lines: string[]): { path: string; fileName: string } {
  const path = join(folder, fileName);
  writeFileSync(path, `${lines.join('\r\n')}\r\n`);
  return { path, fileName };
}
