import { Link } from '@tanstack/react-router';
import { Button, Drawer, Form, Radio } from 'antd';
import { useState } from 'react';
import { endOf, mayBeMissed } from '#domain/appointments/appointment.ts';
import type { Appointment, Book } from '#domain/appointments/contract.ts';
import { instantAt, wallTimeAt } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { pickable, pickedWallTime, useDates } from '#web/lib/dates.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { EnteredLater } from '#web/ui/entered-later.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { Select } from '#web/ui/select.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Meaning } from '#web/ui/theme.ts';
import { useCancelAppointment, useConfirmAppointment, useEndAppointment, useMoveAppointment } from './api.ts';
import { minutesBetween } from './layout.ts';
import { TimeFields } from './time-fields.tsx';
import type { TimeValues } from './time-fields.tsx';
import { appointmentsWords } from './words.ts';

interface AppointmentDrawerProps {
  appointment: Appointment | null;
  book: Book;
  now: Instant;
  mayWrite: boolean;
  onClose: () => void;
  /** The customer is here; null where the person may not open visits. */
  onArrive: ((appointment: Appointment) => Promise<unknown>) | null;
}

const meaningOf: Record<Appointment['state'], Meaning> = {
  booked: 'soon',
  kept: 'done',
  missed: 'overdue',
  cancelled: 'neutral',
};

/** One appointment, and everything the desk does with it. */
export function AppointmentDrawer({
  appointment,
  book,
  now,
  mayWrite,
  onClose,
  onArrive,
}: AppointmentDrawerProps) {
  const say = useWords(appointmentsWords);
  const narrow = useNarrowScreen();
  return (
    <Drawer
      open={appointment !== null}
      onClose={onClose}
      title={appointment ? say('asked', { name: appointment.customerName }) : ''}
      size={narrow ? '100%' : 440}
      destroyOnHidden
    >
      {appointment && (
        <Opened
          key={appointment.id}
          appointment={appointment}
          {...{ book, now, mayWrite, onClose, onArrive }}
        />
      )}
    </Drawer>
  );
}

type OpenedProps = Omit<AppointmentDrawerProps, 'appointment'> & { appointment: Appointment };

function Opened({ appointment, book, now, mayWrite, onClose, onArrive }: OpenedProps) {
  const say = useWords(appointmentsWords);
  const dates = useDates(appointment.clinicId);
  const tell = useTell();
  const confirm = useConfirmAppointment();
  const miss = useEndAppointment('miss');
  const restore = useEndAppointment('restore');
  const [asks, setAsks] = useState<'move' | 'cancel' | null>(null);
  const {
    id,
    version,
    state,
    customerId,
    startsAt,
    clinicId,
    confirmation,
    confirmedAt,
    confirmationEnteredAt,
  } = appointment;
  const one = { id, version };
  const then = (said: string, closes = true) => ({
    onSuccess: () => {
      tell.done(said);
      if (closes) onClose();
    },
    onError: tell.failed,
  });

  return (
    <div className="rows">
      <div className="line">
        <StatusTag meaning={meaningOf[state]}>{say(`state.${state}`)}</StatusTag>
        {state === 'booked' && (
          <span>
            {say(`confirmation.${confirmation ?? 'none'}`)}
            {confirmedAt !== null && <span className="soft"> {dates.shortDateTime(confirmedAt)}</span>}
          </span>
        )}
        {state === 'booked' && <EnteredLater clinicId={clinicId} at={confirmationEnteredAt} />}
        <Link to="/customers/$id" params={{ id: customerId }}>
          {say('open.record')}
        </Link>
      </div>
      <div>
        <strong>
          {dates.dayWithWeekday(wallTimeAt(startsAt, dates.zone).slice(0, 10))} {dates.time(startsAt)}–
          {dates.time(endOf(appointment))}
        </strong>
        <div>
          {[appointment.doctorName ?? say('doctor.none'), appointment.chairName].filter(Boolean).join(' · ')}
        </div>
        <div>
          {[say(appointment.visitKind), appointment.kindName, appointment.phone].filter(Boolean).join(' · ')}
        </div>
      </div>
      {appointment.complaint && (
        <div>
          <span className="soft">{say('complaint')}</span> {appointment.complaint}
        </div>
      )}
      {appointment.note && (
        <div>
          <span className="soft">{say('note')}</span> {appointment.note}
        </div>
      )}
      {appointment.cancelReason && (
        <div>
          <span className="soft">{say('cancel.reason')}</span> {appointment.cancelReason}
        </div>
      )}
      <p className="soft">
        {appointment.bookedAt &&
          say('booked', {
            by: appointment.bookedByName ?? '',
            at: dates.shortDateTime(appointment.bookedAt),
            origin: say(`origin.${appointment.origin}`),
          })}
        {appointment.movedTimes > 0 && ` · ${say('moved', { count: appointment.movedTimes })}`}
      </p>
      {mayWrite && (
        <div className="rows">
          {(state === 'booked' || state === 'missed') && onArrive && (
            <Button
              type="primary"
              block
              onClick={() =>
                void onArrive(appointment).then(
                  () => {
                    tell.done(say('arrive.done'));
                    onClose();
                  },
                  (error: unknown) => tell.failed(error),
                )
              }
            >
              {say('arrive')}
            </Button>
          )}
          {state === 'booked' && (
            <>
              <div className="line">
                {(
                  [
                    ['confirmed', 'confirm'],
                    ['unreached', 'unreached'],
                    ['declined', 'decline'],
                  ] as const
                ).map(([answer, word]) => (
                  <Button
                    key={answer}
                    disabled={confirmation === answer}
                    loading={confirm.isPending && confirm.variables.answer === answer}
                    onClick={() => confirm.mutate({ ...one, answer }, then(say('confirm.done'), false))}
                  >
                    {say(word)}
                  </Button>
                ))}
              </div>
              <div className="line">
                <Button onClick={() => setAsks('move')}>{say('move')}</Button>
                <Button danger onClick={() => setAsks('cancel')}>
                  {say('cancel')}
                </Button>
                {mayBeMissed(appointment, now) && (
                  <Button onClick={() => miss.mutate(one, then(say('miss.done')))}>{say('miss')}</Button>
                )}
              </div>
            </>
          )}
          {(state === 'cancelled' || state === 'missed') && (
            <Button onClick={() => restore.mutate(one, then(say('restore.done')))}>{say('restore')}</Button>
          )}
        </div>
      )}
      <MoveDrawer open={asks === 'move'} {...{ appointment, book }} onClose={() => setAsks(null)} />
      <CancelDrawer
        open={asks === 'cancel'}
        appointment={appointment}
        reasons={book.cancelReasons}
        onClose={(done) => {
          setAsks(null);
          if (done) onClose();
        }}
      />
    </div>
  );
}

function MoveDrawer({
  open,
  appointment,
  book,
  onClose,
}: {
  open: boolean;
  appointment: Appointment;
  book: Book;
  onClose: () => void;
}) {
  const say = useWords(appointmentsWords);
  const dates = useDates(appointment.clinicId);
  const tell = useTell();
  const move = useMoveAppointment();
  const { id, version, startsAt, doctorId, chairId, clinicId, customerName } = appointment;
  return (
    <FormDrawer<TimeValues>
      title={say('move.title', { name: customerName })}
      open={open}
      onClose={onClose}
      start={{
        at: pickable(wallTimeAt(startsAt, dates.zone)),
        minutes: minutesBetween(startsAt, endOf(appointment)),
        doctorId,
        chairId,
      }}
      version={version}
      compare={[
        { name: 'startsAt', label: say('startsAt'), show: (at) => dates.shortDateTime(at as string) },
      ]}
      saveLabel={say('move')}
      onSave={async ({ at, minutes, doctorId, chairId }, version) => {
        await move.mutateAsync({
          ...{ id, version: version!, minutes },
          ...{ doctorId: doctorId ?? null, chairId: chairId ?? null },
          startsAt: instantAt(pickedWallTime(at!), dates.zone),
        });
        tell.done(say('move.done'));
      }}
    >
      {(form) => <TimeFields clinicId={clinicId} book={book} form={form} />}
    </FormDrawer>
  );
}

interface Why {
  reason: string;
  cancelledFor: 'customer' | 'clinic';
}

function CancelDrawer({
  open,
  appointment,
  reasons,
  onClose,
}: {
  open: boolean;
  appointment: Appointment;
  reasons: readonly string[];
  onClose: (done: boolean) => void;
}) {
  const say = useWords(appointmentsWords);
  const tell = useTell();
  const { required } = useFieldRules();
  const cancel = useCancelAppointment();
  const [isDone, setIsDone] = useState(false);
  const { id, version, customerName } = appointment;
  return (
    <FormDrawer<Why>
      title={say('cancel.title', { name: customerName })}
      open={open}
      onClose={() => onClose(isDone)}
      start={{ cancelledFor: 'customer' }}
      version={version}
      saveLabel={say('cancel')}
      onSave={async (why, version) => {
        await cancel.mutateAsync({ ...why, id, version: version! });
        setIsDone(true);
        tell.done(say('cancel.done'));
      }}
    >
      <Form.Item name="cancelledFor" label={say('cancel.for')} rules={[required]}>
        <Radio.Group
          options={(['customer', 'clinic'] as const).map((value) => ({
            value,
            label: say(`cancel.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={say('cancel.reason')} extra={say('cancel.hint')} rules={[required]}>
        <Select options={reasons.map((value) => ({ value, label: value }))} />
      </Form.Item>
    </FormDrawer>
  );
}
