import { Link } from '@tanstack/react-router';
import { Button, DatePicker, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { addDays, dayAt, instantAt } from '#domain/base/time.ts';
import { CloseLine, type HuddleLine } from '#domain/huddles/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { pickable, pickedWallTime, useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useAssignLine, useCloseLine } from './api.ts';
import { huddleWords } from './words.ts';

interface HuddleRowProps {
  clinicId: string;
  line: HuddleLine;
  people: readonly Colleague[];
  isOver: boolean;
}

/** One thing to talk about, and what becomes of it. */
export function HuddleRow({ clinicId, line, people, isOver }: HuddleRowProps) {
  const say = useWords(huddleWords);
  const dates = useDates(clinicId);
  const { customerId, customerName, customerNumber, isCarried, firstOn, closedAt, ownerName, dueAt } = line;
  const isOpen = closedAt === null && ownerName === null;
  return (
    <li>
      <div className="line">
        <Link to="/customers/$id" params={{ id: customerId }}>
          <b>{customerName}</b> <span className="soft">{customerNumber}</span>
        </Link>
        <Said clinicId={clinicId} line={line} />
        {isCarried && (
          <StatusTag meaning="soon">{say('carried', { day: dates.shortDay(firstOn) })}</StatusTag>
        )}
      </div>
      {closedAt !== null && (
        <StatusTag meaning="done">
          {line.closedHow === 'fact'
            ? say('closed.fact')
            : say('closed.word', { name: line.closedByName ?? '', outcome: line.outcome ?? '' })}
        </StatusTag>
      )}
      {closedAt === null && ownerName !== null && dueAt !== null && (
        <span className="soft">{say('assigned', { name: ownerName, at: dates.shortDateTime(dueAt) })}</span>
      )}
      {isOpen && <span className="print-only">{say('print.owner')}</span>}
      {closedAt === null && !(isOver && isOpen) && (
        <Acts clinicId={clinicId} line={line} people={people} isOpen={isOpen} />
      )}
    </li>
  );
}

function Said({ clinicId, line: { kind, facts } }: { clinicId: string; line: HuddleLine }) {
  const say = useWords(huddleWords);
  const dates = useDates(clinicId);
  switch (kind) {
    case 'no-next':
      if (facts.isSilent) return <span>{say('said.silent')}</span>;
      return (
        <span>{facts.reason ? say('said.no-next', { reason: facts.reason }) : say('said.unasked')}</span>
      );
    case 'no-intake':
      return <span>{facts.byName ? say('said.no-intake', { name: facts.byName }) : ''}</span>;
    case 'unconfirmed': {
      const risk = facts.risk ?? 0;
      const level = risk >= 5 ? 'high' : risk >= 3 ? 'middle' : 'low';
      return (
        <>
          <span>{say('said.unconfirmed', { at: dates.shortDateTime(facts.startsAt!) })}</span>
          <StatusTag meaning={level === 'high' ? 'overdue' : level === 'middle' ? 'risk' : 'neutral'}>
            {say(`risk.${level}`)}
          </StatusTag>
        </>
      );
    }
    case 'wait-over':
      return <span>{say('said.wait-over', { minutes: facts.minutes ?? 0, target: facts.target ?? 0 })}</span>;
    case 'low-score':
      return <span>{say('said.low-score', { score: facts.score ?? 0 })}</span>;
    case 'promise':
      return <span>{say(`said.${facts.what ?? 'case'}`, { at: dates.shortDateTime(facts.breaksAt!) })}</span>;
  }
}

interface ActsProps {
  clinicId: string;
  line: HuddleLine;
  people: readonly Colleague[];
  isOpen: boolean;
}

function Acts({ clinicId, line, people, isOpen }: ActsProps) {
  const say = useWords(huddleWords);
  const dates = useDates(clinicId);
  const tell = useTell();
  const assign = useAssignLine();
  const now = useNow();
  const [ownerId, setOwnerId] = useState<string | null>(null);
  const tomorrow = `${addDays(dayAt(now, dates.zone), 1)}T12:00`;
  const [at, setAt] = useState(() => pickable(tomorrow));
  const [closing, setClosing] = useState(false);
  const save = () => {
    if (!ownerId) return;
    const dueAt = instantAt(pickedWallTime(at), dates.zone);
    assign.mutate(
      { id: line.id, version: line.version, ownerId, dueAt },
      {
        onSuccess: ({ ownerName }) => tell.done(say('assign.done', { name: ownerName ?? '' })),
        onError: tell.failed,
      },
    );
  };
  return (
    <div className="line no-print">
      {isOpen && (
        <>
          <PersonSelect
            people={people}
            size="small"
            style={{ width: 170 }}
            aria-label={`${say('owner')} ${line.customerName}`}
            placeholder={say('owner')}
            value={ownerId}
            onChange={setOwnerId}
          />
          <DatePicker
            size="small"
            allowClear={false}
            showTime={{ format: 'HH:mm', minuteStep: 15 }}
            format="MM-DD HH:mm"
            aria-label={`${say('due')} ${line.customerName}`}
            value={at}
            onChange={(picked) => picked && setAt(picked)}
          />
          <Button size="small" type="primary" disabled={!ownerId} loading={assign.isPending} onClick={save}>
            {say('assign')}
          </Button>
        </>
      )}
      <Button size="small" onClick={() => setClosing(true)}>
        {say('close')}
      </Button>
      {closing && <CloseDialog line={line} onClose={() => setClosing(false)} />}
    </div>
  );
}

function CloseDialog({ line, onClose }: { line: HuddleLine; onClose: () => void }) {
  const say = useWords(huddleWords);
  const tell = useTell();
  const close = useCloseLine();
  const { required, fits } = useFieldRules();
  const [form] = Form.useForm<{ outcome: string }>();
  const save = ({ outcome }: { outcome: string }) =>
    close.mutate(
      { id: line.id, version: line.version, outcome },
      {
        onSuccess: () => {
          tell.done(say('close.done'));
          onClose();
        },
        onError: tell.failed,
      },
    );
  return (
    <Modal
      open
      width={420}
      title={say('close.title', { name: line.customerName })}
      okText={say('close')}
      confirmLoading={close.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <Form.Item
          name="outcome"
          label={say('close.outcome')}
          rules={[required, fits(CloseLine.shape.outcome)]}
        >
          <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 5 }} maxLength={300} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
