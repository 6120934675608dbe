import { WarningFilled } from '@ant-design/icons';
import type { Capacity, PersonDay } from '#domain/capacity/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { EmptyState } from '#web/ui/states.tsx';
import { capacityWords } from './words.ts';
import './capacity.css';

export interface ChosenDay {
  staffId: string;
  day: string;
}

type Person = Capacity['people'][number];

/** Everybody's next two weeks: a bar a day, filled with what it holds; the fullest stand on top. */
export function CapacityBoard({
  capacity,
  onOpen,
}: {
  capacity: Capacity;
  onOpen: (chosen: ChosenDay) => void;
}) {
  const say = useWords(capacityWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates();
  const overOf = ({ days }: Person) => days.reduce((sum, { over }) => sum + over, 0);
  const fullestOf = ({ days }: Person) =>
    Math.max(...days.map(({ load, capacity }) => load / Math.max(1, capacity)));
  const people = capacity.people.toSorted(
    (one, other) => overOf(other) - overOf(one) || fullestOf(other) - fullestOf(one),
  );
  if (people.length === 0)
    return (
      <div className="panel">
        <EmptyState text={say('empty')} />
      </div>
    );
  return (
    <div className="capacity-board panel" role="table" aria-label={say('people')}>
      <div className="capacity-row capacity-heads" role="row">
        <span role="columnheader" className="soft">
          {say('person')}
        </span>
        {capacity.days.map((day) => (
          <span key={day} role="columnheader" className="soft">
            {dates.shortDay(day)}
          </span>
        ))}
      </div>
      {people.map((person) => (
        <div key={person.staffId} className="capacity-row" role="row">
          <span role="rowheader" className="capacity-person">
            {person.name}
            <span className="soft">{sayClinic(`role.${person.role}`)}</span>
          </span>
          {person.days.map((day) => (
            <DayCell
              key={day.day}
              name={person.name}
              day={day}
              onOpen={() => onOpen({ staffId: person.staffId, day: day.day })}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function DayCell({ name, day, onOpen }: { name: string; day: PersonDay; onOpen: () => void }) {
  const say = useWords(capacityWords);
  const dates = useDates();
  const { capacity, load, contacts, over, isAway } = day;
  const isFree = capacity === 0 && load === 0;
  const label = { name, day: dates.shortDay(day.day), contacts, load, capacity };
  const filled = Math.min(100, Math.round((load / Math.max(1, capacity)) * 100));
  return (
    <span role="cell">
      <button
        type="button"
        className={over > 0 ? 'capacity-day is-over' : isFree ? 'capacity-day is-free' : 'capacity-day'}
        aria-label={over > 0 ? say('cell.over', { ...label, over }) : say('cell', label)}
        onClick={onOpen}
      >
        <span className="capacity-date soft">{dates.shortDay(day.day)}</span>
        <span className="capacity-bar" aria-hidden>
          <span style={{ height: `${filled}%` }} />
        </span>
        <span className="capacity-figure">
          {isFree ? say(isAway ? 'away' : 'off') : say('minutes.of', { load, capacity })}
        </span>
        {over > 0 && (
          <span className="capacity-over">
            <WarningFilled /> {say('over', { count: over })}
          </span>
        )}
      </button>
    </span>
  );
}
