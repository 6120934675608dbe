import { Button } from 'antd';
import { useState } from 'react';
import { timelineKinds, type TimelineEntry } from '#domain/customers/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { Select } from '#web/ui/select.tsx';
import { EmptyState, ErrorState, LoadingState } from '#web/ui/states.tsx';
import { useTimeline } from './api.ts';
import { groupsOf } from './timeline-groups.ts';
import { TimelineItem } from './timeline-item.tsx';
import { customersWords } from './words.ts';
import './customers.css';

type Kind = TimelineEntry['kind'];

/** Everything that ever happened with this customer, newest first. */
export function CustomerTimeline({ customer }: { customer: { id: string; clinicId: string } }) {
  const say = useWords(customersWords);
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const timeline = useTimeline(customer.id, kind === 'all' ? undefined : kind);
  const groups = groupsOf(timeline.data?.pages.flatMap(({ items }) => items) ?? []);

  return (
    <section className="panel customer-timeline">
      <div className="section-head">
        <h2>{say('timeline')}</h2>
        <KindFilter kind={kind} onChange={setKind} />
      </div>
      {timeline.isPending && <LoadingState rows={8} />}
      {timeline.error && !timeline.data && (
        <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />
      )}
      {timeline.data && groups.length === 0 && <EmptyState text={say('timeline.none')} />}
      <ol className="timeline">
        {groups.map((group) => (
          <TimelineItem key={group.id} group={group} clinicId={customer.clinicId} />
        ))}
      </ol>
      {timeline.hasNextPage && (
        <Button block loading={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
          {say('timeline.more')}
        </Button>
      )}
    </section>
  );
}

/** Created and imported are the one beginning of a record, and nobody looks for them alone. */
const filterKinds = [
  'all',
  ...timelineKinds.filter((kind) => kind !== 'created' && kind !== 'imported'),
] as const;

function KindFilter({ kind, onChange }: { kind: Kind | 'all'; onChange: (kind: Kind | 'all') => void }) {
  const say = useWords(customersWords);
  const options = filterKinds.map((value) => ({ value, label: say(`kind.${value}`) }));
  return (
    <Select
      aria-label={say('timeline.kind')}
      value={kind}
      options={options}
      popupMatchSelectWidth={false}
      onChange={onChange}
    />
  );
}
