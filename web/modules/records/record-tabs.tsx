import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import type { CustomerRecord } from '#domain/records/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { PhotosPanel } from './photos-panel.tsx';
import { ProblemsPanel } from './problems-panel.tsx';
import { recordsWords } from './words.ts';

export type RecordTab = 'timeline' | 'problems' | 'photos';

interface RecordTabsProps {
  customerId: string;
  record: Pick<CustomerRecord, 'problems' | 'photos'>;
  tab: RecordTab;
  onTab: (tab: RecordTab) => void;
  timeline: ReactNode;
}

/** What is heavy stands behind a tab: pictures are asked for, and put on record as seen, only when looked at. */
export function RecordTabs({ customerId, record, tab, onTab, timeline }: RecordTabsProps) {
  const say = useWords(recordsWords);
  const { problems, photos } = record;
  const open = problems.filter(({ state }) => state === 'open').length;
  const counted = (label: string, count: number) => (count > 0 ? `${label} ${count}` : label);
  return (
    <Tabs
      className="record-tabs"
      aria-label={say('tabs')}
      size="small"
      activeKey={tab}
      onChange={(key) => onTab(key as RecordTab)}
      destroyOnHidden
      items={[
        { key: 'timeline', label: say('timeline'), children: timeline },
        {
          key: 'problems',
          label: counted(say('problems'), open),
          children: <ProblemsPanel customerId={customerId} problems={problems} />,
        },
        {
          key: 'photos',
          label: counted(say('photos'), photos.length),
          children: <PhotosPanel customerId={customerId} photos={photos} />,
        },
      ]}
    />
  );
}
