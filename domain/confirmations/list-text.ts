import { noticeNameOf } from '#domain/messaging/notice.ts';
import type { ConfirmationHalf } from './contract.ts';

export interface ListedAppointment {
  /** The clinic's wall time, 09:30. */
  time: string;
  customerName: string;
  gender: 'female' | 'male' | 'unknown';
  isFirst: boolean;
  doctorName: string | null;
  confirmation: 'confirmed' | 'declined' | 'unreached' | null;
  /** Who still asks; null of what is confirmed. */
  confirmerName: string | null;
}

const answers = { confirmed: '已确认', declined: '来不了', unreached: '未接通' } as const;

/**
 * The list as the team's group reads it (E1): the hour, family name with title, first or return, doctor, and what is
 * still missing with a name beside it. No full name, phone or treatment.
 */
export function listText(
  { clinicName, day, half }: { clinicName: string; day: string; half: ConfirmationHalf },
  appointments: readonly ListedAppointment[],
): string {
  const confirmed = appointments.filter(({ confirmation }) => confirmation === 'confirmed').length;
  const title = half === 'evening' ? '次日预约' : '今日预约';
  const lines = appointments.map((each) =>
    [
      each.time,
      noticeNameOf(each.customerName, each.gender),
      each.isFirst ? '初诊' : '复诊',
      ...(each.doctorName === null ? [] : [`${each.doctorName}医生`]),
      answerOf(each),
    ].join(' '),
  );
  const head = `${clinicName} ${day} ${title}：共${appointments.length}位，已确认${confirmed}位`;
  return [head, ...lines].join('\n');
}

function answerOf({ confirmation, confirmerName }: ListedAppointment): string {
  const said = confirmation === null ? '待确认' : answers[confirmation];
  return confirmation === 'confirmed' || confirmerName === null ? said : `${said}（${confirmerName}）`;
}
