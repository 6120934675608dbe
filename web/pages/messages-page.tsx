import { Segmented } from 'antd';
import { messageLists } from '#domain/messaging/contract.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { PhoneNumber } from '#web/modules/customers/phone-number.tsx';
import { MessageFilter } from '#web/modules/messaging/message-filter.ts';
import { MessageTable } from '#web/modules/messaging/message-table.tsx';
import { messagingWords } from '#web/modules/messaging/words.ts';
import { Page } from '#web/ui/page.tsx';

/** What is to be sent by hand, what is in doubt, what is on its way, and what is over. */
export function MessagesPage() {
  const say = useWords(messagingWords);
  const [filter, setFilter] = useUrlFilters(MessageFilter);

  return (
    <Page
      title={say('title')}
      about={say('about')}
      actions={
        <Segmented
          value={filter.list}
          onChange={(list) => setFilter({ list, page: 1 })}
          options={messageLists.map((value) => ({ value, label: say(`list.${value}`) }))}
        />
      }
    >
      <MessageTable
        filter={filter}
        onChange={setFilter}
        showPhone={(customer) => <PhoneNumber customer={customer} />}
      />
    </Page>
  );
}
