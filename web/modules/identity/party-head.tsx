import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import type { Party } from '#domain/identity/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useCountsOf } from './value-of.ts';
import { identityWords } from './words.ts';

interface PartyHeadProps {
  party: Party;
  stays: boolean;
  onStay: () => void;
}

/** Whose record it is, how old, what hangs on it, and whether it is the one that stays. */
export function PartyHead({ party, stays, onStay }: PartyHeadProps) {
  const say = useWords(identityWords);
  const dates = useDates(party.clinicId);
  const listed = useListed();
  const counts = useCountsOf()(party);

  return (
    <div className={stays ? 'party party-stays' : 'party'}>
      <div className="line">
        <strong>{party.name}</strong>
        <Link
          to="/customers/$id"
          params={{ id: party.id }}
          aria-label={say('opens.record', { number: party.number })}
        >
          {party.number}
        </Link>
        {party.refusesContact && <StatusTag meaning="risk">{say('refuses')}</StatusTag>}
      </div>
      <div>{counts.length > 0 ? listed(counts) : say('count.none')}</div>
      <div className="soft">
        {say('createdOn', { day: dates.dayOfInstant(party.createdAt) })} ·{' '}
        {party.lastVisitOn ? say('lastVisitOn', { day: dates.day(party.lastVisitOn) }) : say('never')}
      </div>
      <Button
        size="small"
        type={stays ? 'primary' : 'default'}
        aria-pressed={stays}
        aria-label={`${say('keep.this')} ${party.number}`}
        onClick={onStay}
      >
        {say(stays ? 'kept.this' : 'keep.this')}
      </Button>
    </div>
  );
}
