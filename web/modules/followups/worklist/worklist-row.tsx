import {
  EditOutlined,
  ExclamationCircleOutlined,
  MessageOutlined,
  UserSwitchOutlined,
  WechatOutlined,
} from '@ant-design/icons';
import { Checkbox } from 'antd';
import type { WorklistRow as Row } from '#domain/followups/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { GradeTag } from '#web/ui/grade-tag.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Draft } from '../draft.ts';
import { useMatter } from '../matter.ts';
import { followupsWords } from '../words.ts';
import { WindowLeft } from './window-left.tsx';

interface WorklistRowProps {
  row: Row;
  draft: Draft | undefined;
  showsHolder: boolean;
  isOpen: boolean;
  onOpen: () => void;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

const marks = { wechat: <WechatOutlined />, sms: <MessageOutlined /> };

/** One customer: who, what for, how much of the window is left. Several followups are one call. */
export function WorklistRow(props: WorklistRowProps) {
  const { row, draft, showsHolder, isOpen, onOpen, isChosen, onChoose } = props;
  const say = useWords(followupsWords);
  const sayClinic = useWords(clinicWords);
  const sayFollowup = useWords(followupWords);
  const wording = useWording();
  const { customer, followups } = row;
  const matter = useMatter();
  const reasons = followups.map(matter);
  // Two and more have to fit in one line; their steps stand on the sheet and in the title.
  const names = new Set(followups.map(({ protocolName }) => wording(protocolName)));
  const shown = followups.length === 1 ? reasons : [...names];
  const beside = [
    row.tries > 0 && sayFollowup('tries', { count: row.tries }),
    showsHolder && (row.assigneeName ?? sayFollowup('nobody')),
  ].filter(Boolean);

  return (
    <li className="worklist-item">
      <Checkbox
        className="worklist-tick wide-only"
        aria-label={say('select.row', { name: customer.name })}
        checked={isChosen}
        onChange={({ target }) => onChoose(target.checked)}
      />
      <button type="button" className="worklist-row" aria-current={isOpen} onClick={onOpen}>
        <span className="who">
          <b>{customer.name}</b>
          {customer.grade !== 'C' && <GradeTag grade={customer.grade} short />}
          <span className="soft">
            {customer.gender !== 'unknown' && sayClinic(`gender.${customer.gender}`)}
            {customer.age !== null && ` ${say('age', { count: customer.age })}`}
          </span>
          {draft && <DraftMark draft={draft} />}
          {row.nextChannel !== null && row.nextChannel !== 'phone' && (
            <StatusTag meaning="neutral" icon={marks[row.nextChannel]}>
              {sayClinic(`channel.${row.nextChannel}`)}
            </StatusTag>
          )}
          {row.escalated && (
            <StatusTag meaning="risk" icon={<UserSwitchOutlined />}>
              {say('escalated')}
            </StatusTag>
          )}
        </span>
        <WindowLeft row={row} />
        <span className="why soft" title={reasons.join('\n')}>
          {followups.length > 1 && <b>{say('reasons', { count: followups.length })}</b>}
          {shown.join(say('and'))}
        </span>
        {beside.length > 0 && <span className="tries soft">{beside.join(' · ')}</span>}
      </button>
    </li>
  );
}

function DraftMark({ draft }: { draft: Draft }) {
  const say = useWords(followupsWords);
  if (draft.failure)
    return (
      <StatusTag meaning="overdue" icon={<ExclamationCircleOutlined />}>
        {say('draft.failed')}
      </StatusTag>
    );
  return (
    <StatusTag meaning="neutral" icon={<EditOutlined />}>
      {say('draft')}
    </StatusTag>
  );
}
