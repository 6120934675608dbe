import { Button } from 'antd';
import type { StaffAvailability } from '#domain/availability/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { HoursText } from './hours-text.tsx';
import { LeaveList } from './leave-list.tsx';
import type { TimeDeed } from './people-time.tsx';
import { availabilityWords } from './words.ts';
import './availability.css';

interface MyTimeProps {
  mine: StaffAvailability;
  nameOf: (staffId: string) => string;
  onDeed: (deed: TimeDeed) => void;
}

/** One's own hours and leave, with what one can do about them. */
export function MyTime({ mine, nameOf, onDeed }: MyTimeProps) {
  const say = useWords(availabilityWords);
  return (
    <section className="panel my-time" aria-label={say('mine')}>
      <div>
        <h2>{say('hours.mine')}</h2>
        <p>
          <HoursText hours={mine.hours} />
        </p>
        <Button onClick={() => onDeed('hours')}>{say('hours.edit')}</Button>
      </div>
      <div>
        <h2>{say('leaves.mine')}</h2>
        <LeaveList leaves={mine.leaves} nameOf={nameOf} isMine mayWithdraw />
        <Button type="primary" onClick={() => onDeed('leave')}>
          {say('leave')}
        </Button>
      </div>
    </section>
  );
}
