import {
  CalendarOutlined,
  ClockCircleOutlined,
  CommentOutlined,
  EditOutlined,
  ImportOutlined,
  MailOutlined,
  MedicineBoxOutlined,
  MessageOutlined,
  PhoneOutlined,
  SolutionOutlined,
  StopOutlined,
  UserAddOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useDates } from '#web/lib/dates.ts';
import type { TimelineGroup } from './timeline-groups.ts';
import {
  AppointmentEntry,
  BeginningEntry,
  EditedEntry,
  EndedEntry,
  PlannedEntry,
  VisitEntry,
} from './timeline-entries.tsx';
import { CallEntry } from './timeline-call.tsx';
import { AnswerEntry, MessageEntry } from './timeline-message.tsx';
import { DoctorsWordEntry, RaisedEntry } from './timeline-red-flag.tsx';
import { AskedEntry, DecidedEntry } from './timeline-consultation.tsx';

const icons: Record<string, ReactNode> = {
  created: <UserAddOutlined />,
  imported: <ImportOutlined />,
  appointment: <CalendarOutlined />,
  visit: <MedicineBoxOutlined />,
  'consultation-opened': <CommentOutlined />,
  'consultation-closed': <CommentOutlined />,
  'followup-planned': <ClockCircleOutlined />,
  attempt: <PhoneOutlined />,
  'red-flag-raised': <WarningOutlined />,
  'red-flag-answered': <SolutionOutlined />,
  'followup-ended': <StopOutlined />,
  edited: <EditOutlined />,
  message: <MessageOutlined />,
  'message-answered': <MailOutlined />,
};

/** A kind that this page does not know yet is left out. */
const shows: Record<string, (props: { group: TimelineGroup; clinicId: string }) => ReactNode> = {
  created: BeginningEntry,
  imported: BeginningEntry,
  appointment: AppointmentEntry,
  visit: VisitEntry,
  'consultation-opened': AskedEntry,
  'consultation-closed': DecidedEntry,
  'followup-planned': PlannedEntry,
  attempt: CallEntry,
  'red-flag-raised': RaisedEntry,
  'red-flag-answered': DoctorsWordEntry,
  'followup-ended': EndedEntry,
  edited: EditedEntry,
  message: MessageEntry,
  'message-answered': AnswerEntry,
};

export function TimelineItem({ group, clinicId }: { group: TimelineGroup; clinicId: string }) {
  const dates = useDates(clinicId);
  const Entry = shows[group.kind];
  if (!Entry) return null;
  return (
    <li className={`timeline-item ${group.kind}`}>
      <span className="timeline-icon" aria-hidden>
        {icons[group.kind]}
      </span>
      <div>
        <Entry group={group} clinicId={clinicId} />
        <div className="soft timeline-when">
          {dates.dateTime(group.at)}
          {group.byName && ` · ${group.byName}`}
        </div>
      </div>
    </li>
  );
}
