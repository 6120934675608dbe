import { Button, Descriptions, Drawer, Input, InputNumber, Space, Tag } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Board, BoardCard, Triage } from '#domain/reception/contract.ts';
import { predictWait, waitsSince } from '#domain/reception/waiting.ts';
import type { VisitStage } from '#domain/reception/stage.ts';
import type { Instant } from '#domain/base/time.ts';
import { areaWords } from '#web/lib/area-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay, useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { EnteredLater } from '#web/ui/entered-later.tsx';
import { HealthWarnings } from '#web/ui/health-warnings.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { useChangeDoctor, useMoveStage, useReadNotice, useSayWord, useTriage, useUndoMove } from './api.ts';
import { Guardian } from './guardian.tsx';
import { UndoArrival } from './undo-arrival.tsx';
import { WaitWords } from './wait-words.tsx';
import { Wishes } from './wishes.tsx';
import { receptionWords } from './words.ts';

interface CardDrawerProps {
  card: BoardCard;
  board: Board;
  now: Instant;
  onClose: () => void;
  /** The ways to the record, and to the form they owe. */
  record: ReactNode;
}

const steps = {
  arrived: ['waiting', 'in-treatment'],
  waiting: ['in-treatment'],
  'in-treatment': ['checkout', 'waiting'],
  checkout: ['gone', 'in-treatment'],
  gone: [],
} as const satisfies Record<VisitStage, readonly VisitStage[]>;
const wordOf = {
  arrived: 'arrived',
  waiting: 'wait',
  'in-treatment': 'treat',
  checkout: 'toCheckout',
  gone: 'leave',
} as const;

/** Everything about one person of the day: what the doctor should know, who sees them, and where they go next. */
export function CardDrawer({ card, board, now, onClose, record }: CardDrawerProps) {
  const say = useWords(receptionWords);
  const mayWrite = useMay('visits.write');
  return (
    <Drawer open onClose={onClose} size={480} title={`${card.customerName} · ${say(card.stage)}`}>
      <div className="rows">
        <Notice card={card} board={board} />
        {record}
        {card.visitId !== null && mayWrite && (
          <>
            <Steps card={{ ...card, visitId: card.visitId }} />
            {waitsSince(card) !== null && (
              <SayWord card={card} predicted={predictWait(card, board.cards, now)} />
            )}
            <UndoArrival card={{ ...card, visitId: card.visitId }} onDone={onClose} />
            <WaitWords board={board} visitId={card.visitId} />
            {card.stage !== 'gone' && <TriageTable card={{ ...card, visitId: card.visitId }} />}
          </>
        )}
      </div>
    </Drawer>
  );
}

type Here = BoardCard & { visitId: string };

function Notice({ card, board }: { card: BoardCard; board: Board }) {
  const say = useWords(receptionWords);
  const dates = useDates(board.clinicId);
  const tell = useTell();
  const read = useReadNotice();
  const { role, treats } = useMe();
  const { visitId } = card;
  const isRead = card.readAt !== null;
  return (
    <section aria-label={say('notice')}>
      <HealthWarnings warnings={card.warnings} />
      <Descriptions
        size="small"
        column={1}
        items={[
          ...(card.startsAt === null
            ? []
            : [
                {
                  key: 'booked',
                  label: say('appointment'),
                  children: `${dates.time(card.startsAt)} · ${card.doctorName ?? say('nobody')}`,
                },
              ]),
          ...(card.arrivedAt === null
            ? []
            : [
                {
                  key: 'arrival',
                  label: say('arrival'),
                  children: (
                    <span className="line">
                      {dates.time(card.arrivedAt)}
                      <EnteredLater clinicId={board.clinicId} at={card.enteredAt} />
                    </span>
                  ),
                },
              ]),
          ...(card.isMinor
            ? [
                {
                  key: 'guardian',
                  label: say('guardian'),
                  children: <Guardian card={card} />,
                },
              ]
            : []),
          ...(card.asksConsent
            ? [{ key: 'consent', label: say('consent'), children: say('consent.anew') }]
            : []),
          { key: 'channel', label: say('channel'), children: card.channelSource ?? say('none') },
          { key: 'class', label: say('class'), children: card.classCode ?? say('unclassed') },
          { key: 'grade', label: say('grade'), children: card.grade },
          { key: 'complaint', label: say('complaint'), children: card.complaint ?? say('none') },
          { key: 'wishes', label: say('wishes'), children: <Wishes card={card} /> },
        ]}
      />
      {visitId !== null && (treats || role === 'nurse') && !isRead && card.stage !== 'gone' && (
        <Button
          type="primary"
          loading={read.isPending}
          onClick={() => read.mutate({ visitId, version: card.version }, { onError: tell.failed })}
        >
          {say('confirmRead')}
        </Button>
      )}
      {isRead && (
        <p className="soft">
          {say('read.by', { name: card.readByName ?? '', time: dates.time(card.readAt!) })}
        </p>
      )}
    </section>
  );
}

function Steps({ card }: { card: Here }) {
  const say = useWords(receptionWords);
  const tell = useTell();
  const move = useMoveStage();
  const undo = useUndoMove();
  const [reason, setReason] = useState<string | null>(null);
  if (card.stage === 'expected' || card.stage === 'late') return null;
  const { visitId, version } = card;
  const go = (to: VisitStage, why: string | null = null) =>
    move.mutate(
      { visitId, version, to, reason: why },
      { onSuccess: () => tell.done(say('moved', { stage: say(to) })), onError: tell.failed },
    );
  return (
    <section className="board-steps">
      <Space wrap>
        {steps[card.stage].map((to, index) => (
          <Button
            key={to}
            type={index === 0 ? 'primary' : 'default'}
            loading={move.isPending}
            onClick={() => go(to)}
          >
            {say(wordOf[to])}
          </Button>
        ))}
        {card.stage !== 'gone' && card.stage !== 'checkout' && (
          <Button onClick={() => setReason('')}>{say('leave')}</Button>
        )}
        {card.version > 1 && (
          <Button
            loading={undo.isPending}
            onClick={() =>
              undo.mutate(
                { visitId, version },
                { onSuccess: () => tell.done(say('undone')), onError: tell.failed },
              )
            }
          >
            {say('undo')}
          </Button>
        )}
      </Space>
      {reason !== null && (
        <Space.Compact block>
          <Input
            autoFocus
            value={reason}
            maxLength={200}
            placeholder={say('leave.title')}
            aria-label={say('leave.title')}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button disabled={reason.trim() === ''} onClick={() => go('gone', reason)}>
            {say('leave')}
          </Button>
        </Space.Compact>
      )}
    </section>
  );
}

function SayWord({ card, predicted }: { card: BoardCard; predicted: number | null }) {
  const say = useWords(receptionWords);
  const tell = useTell();
  const word = useSayWord();
  const [minutes, setMinutes] = useState<number | null>(predicted);
  return (
    <Space.Compact>
      <InputNumber
        min={0}
        max={600}
        value={minutes}
        onChange={setMinutes}
        aria-label={say('told.minutes')}
        placeholder={say('told.minutes')}
        style={{ width: 160 }}
      />
      <Button
        loading={word.isPending}
        onClick={() =>
          word.mutate(
            { visitId: card.visitId!, toldMinutes: minutes },
            { onSuccess: () => tell.done(say('told.done')), onError: tell.failed },
          )
        }
      >
        {say('told')}
      </Button>
    </Space.Compact>
  );
}

function TriageTable({ card }: { card: Here }) {
  const say = useWords(receptionWords);
  const asked = useTriage(card.visitId);
  return (
    <section aria-label={say('triage')}>
      <h3>{say('triage')}</h3>
      <Loaded of={asked}>{(triage) => <Doctors card={card} triage={triage} />}</Loaded>
    </section>
  );
}

function Doctors({ card, triage }: { card: Here; triage: Triage }) {
  const say = useWords(receptionWords);
  const sayArea = useWords(areaWords);
  const tell = useTell();
  const change = useChangeDoctor();
  const [reason, setReason] = useState('');
  const isChange = card.doctorId !== null;
  const because =
    triage.by === 'word' ? say('triage.by.word', { word: triage.word ?? '' }) : say(`triage.by.${triage.by}`);
  return (
    <>
      <p>
        <Tag>{sayArea(triage.area)}</Tag>
        <span className="soft">{because}</span>
      </p>
      {isChange && (
        <Input
          value={reason}
          maxLength={200}
          placeholder={say('reason')}
          aria-label={say('reason')}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      <ul className="triage">
        {triage.doctors.map((doctor) => (
          <li key={doctor.id}>
            <span>
              <b>{doctor.name}</b> {doctor.isSuggested && <Tag color="green">{say('suggested')}</Tag>}
              <br />
              <span className="soft">
                {doctor.reasons
                  .map(({ code, minutes }) => say(`why.${code}`, { minutes: minutes ?? 0 }))
                  .join(' · ')}
              </span>
            </span>
            {doctor.id !== card.doctorId && (
              <Button
                size="small"
                disabled={isChange && reason.trim() === ''}
                loading={change.isPending}
                onClick={() =>
                  change.mutate(
                    {
                      ...{ visitId: card.visitId, version: card.version, doctorId: doctor.id },
                      reason: reason.trim() === '' ? null : reason,
                    },
                    { onSuccess: () => tell.done(say('doctor.done')), onError: tell.failed },
                  )
                }
              >
                {say('choose')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
