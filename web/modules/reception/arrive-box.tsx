import { Button, Input } from 'antd';
import type { InputRef } from 'antd';
import { useState } from 'react';
import type { Ref } from 'react';
import type { Customer } from '#domain/customers/contract.ts';
import type { BoardCard } from '#domain/reception/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useUsualSources } from '#web/lib/usual-sources.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { AutoComplete, Select } from '#web/ui/select.tsx';
import { useClear } from '#web/ui/use-clear.tsx';
import { useReceive } from './api.ts';
import { receptionWords } from './words.ts';

type Found = Pick<
  Customer,
  'id' | 'name' | 'number' | 'phone' | 'channelSource' | 'classCode' | 'lastVisitOn'
>;

interface ArriveBoxProps {
  clinicId: string;
  search: string;
  onSearch: (text: string) => void;
  found: readonly Found[] | undefined;
  /** Who is booked today and not here yet. */
  booked: readonly BoardCard[];
  classes: { value: string; label: string }[];
  box: Ref<InputRef>;
  onCreate: () => void;
}

/** Somebody came: type, Enter chooses the first, Enter again receives; what is missing is asked in between. */
export function ArriveBox(props: ArriveBoxProps) {
  const { clinicId, search, onSearch, found, booked, classes, box, onCreate } = props;
  const say = useWords(receptionWords);
  const dates = useDates(clinicId);
  const { clearIcon } = useClear();
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<Found | null>(null);
  const isBooked = ({ id }: Found) => booked.some(({ customerId }) => customerId === id);
  // Who is booked today is most likely who stands there.
  const people = [...(found ?? [])].sort((one, other) => Number(isBooked(other)) - Number(isBooked(one)));
  const reset = () => {
    setChosen(null);
    setAt(0);
    onSearch('');
  };

  if (chosen)
    return (
      <Arriving
        key={chosen.id}
        {...{ clinicId, classes }}
        person={chosen}
        appointment={booked.find(({ customerId }) => customerId === chosen.id)}
        onDone={reset}
      />
    );
  return (
    <div className="arrive">
      <Input
        ref={box}
        autoFocus
        allowClear={{ clearIcon }}
        size="large"
        aria-label={say('search')}
        placeholder={say('search')}
        value={search}
        onChange={(event) => {
          setAt(0);
          onSearch(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, people.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (event.key === 'Enter' && people[at]) setChosen(people[at]);
          else return;
          event.preventDefault();
        }}
      />
      {search !== '' && found && (
        <ul className="arrive-found" aria-label={say('search.hint')}>
          {people.map((person, index) => (
            <li key={person.id} data-at={index === at}>
              <button type="button" onClick={() => setChosen(person)}>
                <b>{person.name}</b> {person.number} {person.phone}
                <span className="soft">
                  {' '}
                  {isBooked(person)
                    ? say('booked', {
                        time: dates.time(
                          booked.find(({ customerId }) => customerId === person.id)!.startsAt!,
                        ),
                      })
                    : say('walkIn')}
                </span>
              </button>
            </li>
          ))}
          {people.length === 0 && (
            <li>
              {say('nobodyFound')} <Button onClick={onCreate}>{say('create')}</Button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function Arriving({
  clinicId,
  classes,
  person,
  appointment,
  onDone,
}: Pick<ArriveBoxProps, 'clinicId' | 'classes'> & {
  person: Found;
  appointment: BoardCard | undefined;
  onDone: () => void;
}) {
  const say = useWords(receptionWords);
  const dates = useDates(clinicId);
  const tell = useTell();
  const receive = useReceive();
  const sources = useUsualSources();
  const [source, setSource] = useState('');
  const [code, setCode] = useState<string | null>(null);
  const [wishes, setWishes] = useState('');
  const [complaint, setComplaint] = useState(appointment?.complaint ?? '');
  const lacksSource = !person.channelSource && person.lastVisitOn === null;
  const submit = () =>
    receive.mutate(
      {
        ...{ customerId: person.id, clinicId, appointmentId: appointment?.appointmentId ?? null },
        chiefComplaint: complaint === '' ? null : complaint,
        channelSource: source === '' ? null : source,
        classCode: code,
        wishes: wishes.trim() === '' ? null : wishes,
      },
      {
        onSuccess: ({ number, kind, lastVisitOn }) => {
          const why =
            kind === 'first' || lastVisitOn === null
              ? say('received.first')
              : say('received.because', { day: dates.day(lastVisitOn) });
          tell.done(`${say('received', { name: person.name, number, kind: say(kind) })} · ${why}`);
          onDone();
        },
        onError: tell.failed,
      },
    );
  return (
    <form
      className="arrive arriving"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <b>{person.name}</b>
      <span className="soft">
        {person.number}{' '}
        {appointment?.startsAt ? say('booked', { time: dates.time(appointment.startsAt) }) : say('walkIn')}
      </span>
      {lacksSource && (
        <AutoComplete
          autoFocus
          value={source}
          onChange={setSource}
          options={sources}
          placeholder={say('source')}
          aria-label={say('source')}
          style={{ width: 200 }}
        />
      )}
      {person.classCode === null && (
        <Select
          allowClear
          value={code}
          onChange={(value) => setCode(value ?? null)}
          options={classes.filter(({ value }) => value.startsWith('C'))}
          placeholder={say('class')}
          aria-label={say('class')}
          style={{ width: 180 }}
        />
      )}
      <Input
        value={complaint}
        onChange={(event) => setComplaint(event.target.value)}
        placeholder={say('complaint')}
        aria-label={say('complaint')}
        style={{ width: 240 }}
        maxLength={1000}
      />
      <Input
        value={wishes}
        onChange={(event) => setWishes(event.target.value)}
        placeholder={say('wishes')}
        aria-label={say('wishes')}
        style={{ width: 200 }}
        maxLength={500}
      />
      <Button type="primary" htmlType="submit" autoFocus={!lacksSource} loading={receive.isPending}>
        {say('receive')}
      </Button>
      <Button onClick={onDone}>{say('close')}</Button>
    </form>
  );
}
