import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Appointment } from '#domain/appointments/contract.ts';
import type { Book } from '#domain/appointments/contract.ts';
import { currentOf } from '#web/lib/api-error.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useMoveAppointment } from './api.ts';
import { appointmentsWords } from './words.ts';

type Move = Parameters<ReturnType<typeof useMoveAppointment>['mutate']>[0];

/**
 * Moves what was dropped. Where another desk changed it first nothing is lost: both are shown, as it is now and as it
 * was wanted, and a person decides. `clash` is to be put on the page.
 */
export function useMoveInBook(clinicId: string, book: Book): { move: (to: Move) => void; clash: ReactNode } {
  const say = useWords(appointmentsWords);
  const dates = useDates(clinicId);
  const tell = useTell();
  const moving = useMoveAppointment();
  const [clash, setClash] = useState<{ wanted: Move; now: Appointment } | null>(null);

  const move = (wanted: Move) =>
    moving.mutate(wanted, {
      onSuccess: () => tell.done(say('move.done')),
      onError: (error) => {
        const current = Appointment.safeParse(currentOf(error));
        if (current.success) setClash({ wanted, now: current.data });
        else tell.failed(error);
      },
    });
  const place = (startsAt: string, doctorId: string | null | undefined) =>
    `${dates.shortDateTime(startsAt)} · ${book.doctors.find(({ id }) => id === doctorId)?.name ?? say('doctor.none')}`;
  const close = () => setClash(null);

  return {
    move,
    clash: clash && (
      <Modal
        open
        title={say('clash.title', { name: clash.now.customerName })}
        onCancel={close}
        footer={[
          <Button key="keep" type="primary" onClick={close}>
            {say('clash.keep')}
          </Button>,
          clash.now.state === 'booked' && (
            <Button
              key="again"
              onClick={() => {
                close();
                move({ ...clash.wanted, version: clash.now.version });
              }}
            >
              {say('clash.again')}
            </Button>
          ),
        ]}
      >
        <p>{say('clash.text')}</p>
        <table className="compare">
          <tbody>
            <tr>
              <th scope="row">{say('clash.theirs')}</th>
              <td>
                {place(clash.now.startsAt, clash.now.doctorId)} · {say(`state.${clash.now.state}`)}
              </td>
            </tr>
            <tr>
              <th scope="row">{say('clash.mine')}</th>
              <td>{place(clash.wanted.startsAt, clash.wanted.doctorId)}</td>
            </tr>
          </tbody>
        </table>
        {clash.now.state !== 'booked' && <p>{say('clash.over')}</p>}
      </Modal>
    ),
  };
}
