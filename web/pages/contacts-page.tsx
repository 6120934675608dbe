import { DatePicker, Segmented } from 'antd';
import { addDays, mondayOf } from '#domain/base/time.ts';
import { ListDeskContacts } from '#domain/classes/contract.ts';
import { pickable, pickedDay } from '#web/lib/dates.ts';
import { useMe } from '#web/lib/me.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { useDeskContacts } from '#web/modules/classes/api.ts';
import { ContactsBoard } from '#web/modules/classes/contacts-board.tsx';
import { classesWords } from '#web/modules/classes/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** The contacts of the desk, of a day or a week, those without a class first. */
export function ContactsPage() {
  const say = useWords(classesWords);
  const number = useNumber();
  const { staffId: me } = useMe();
  const [asked, setAsked] = useUrlFilters(ListDeskContacts);
  const contacts = useDeskContacts(asked);
  const { data } = contacts;
  const isWeek = asked.from !== undefined && asked.from !== asked.to;
  const show = (day: string, week: boolean) =>
    setAsked(week ? { from: mondayOf(day), to: addDays(mondayOf(day), 6) } : { from: day, to: day });

  return (
    <Page
      title={say('contacts')}
      about={
        data
          ? `${say('contacts.count', { total: number(data.total), unclassed: number(data.unclassed) })} · ${say('contacts.keys')}`
          : say('contacts.about')
      }
      actions={
        data && (
          <>
            <Segmented
              aria-label={say('contacts.whose')}
              value={asked.staffId === me ? 'mine' : 'everybody'}
              options={[
                { value: 'everybody', label: say('contacts.everybody') },
                { value: 'mine', label: say('contacts.mine') },
              ]}
              onChange={(whose) => setAsked({ staffId: whose === 'mine' ? me : undefined })}
            />
            <Segmented
              aria-label={say('span')}
              value={isWeek ? 'week' : 'day'}
              options={[
                { value: 'day', label: say('day') },
                { value: 'week', label: say('week') },
              ]}
              onChange={(span) => show(data.to, span === 'week')}
            />
            <DatePicker
              allowClear={false}
              aria-label={say('date')}
              picker={isWeek ? 'week' : 'date'}
              value={pickable(data.from)}
              onChange={(day) => day && show(pickedDay(day), isWeek)}
            />
          </>
        )
      }
    >
      <Loaded of={contacts}>{(list) => <ContactsBoard list={list} page={asked} onPage={setAsked} />}</Loaded>
    </Page>
  );
}
