import type { Appointment } from '#domain/appointments/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { EmptyState } from '#web/ui/states.tsx';
import { lookOf } from '#web/lib/appointment-colours.ts';
import { appointmentsWords } from './words.ts';
import './appointments.css';

/** The day as a list, where there is no room for columns. */
export function Agenda({
  clinicId,
  items,
  onOpen,
}: {
  clinicId: string;
  items: readonly Appointment[];
  onOpen: (appointment: Appointment) => void;
}) {
  const say = useWords(appointmentsWords);
  const dates = useDates(clinicId);
  if (items.length === 0) return <EmptyState text={say('none.day')} />;
  return (
    <ul className="agenda">
      {items.map((appointment) => {
        const { id, startsAt, customerName, visitKind, kindName, doctorName, state, confirmation } =
          appointment;
        const mark =
          state === 'booked' ? say(`confirmation.${confirmation ?? 'none'}`) : say(`state.${state}`);
        return (
          <li key={id}>
            <button type="button" style={lookOf(appointment.colour)} onClick={() => onOpen(appointment)}>
              <div className="line">
                <strong>
                  {dates.time(startsAt)} {customerName}
                </strong>
                <span className="soft">{mark}</span>
              </div>
              <span className="soft">
                {[say(visitKind), kindName, doctorName ?? say('doctor.none')].filter(Boolean).join(' · ')}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
