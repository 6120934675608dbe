import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { CalendarFeed } from '#domain/calendarfeeds/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { ShownOnce } from '#web/ui/shown-once.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useFeeds, useRevokeCalendar, useShareCalendar } from './api.ts';
import { deskSettingsWords } from './words.ts';

/** Doctors' times in their own calendars, by a secret address that can be taken back. */
export function FeedsPanel() {
  const say = useWords(deskSettingsWords);
  const dates = useDates();
  const tell = useTell();
  const confirm = useConfirm();
  const feeds = useFeeds();
  const share = useShareCalendar();
  const revoke = useRevokeCalendar();
  const [shown, setShown] = useState<{ name: string; address: string } | null>(null);

  const make = async ({ doctorId, doctorName }: CalendarFeed) => {
    const { path } = await share.mutateAsync(doctorId);
    setShown({ name: doctorName, address: location.origin + path });
  };
  const rotate = (feed: CalendarFeed) =>
    feed.createdAt === null
      ? void make(feed).catch(tell.failed)
      : void confirm({
          title: say('feed.rotate.title'),
          text: say('feed.rotate.text'),
          yes: say('feed.rotate'),
          onYes: () => make(feed),
        });
  const takeBack = ({ doctorId }: CalendarFeed) =>
    revoke.mutate(doctorId, { onSuccess: () => tell.done(say('feed.revoked')), onError: tell.failed });

  return (
    <section className="panel">
      <header className="panel-head">
        <div>
          <h2>{say('feed.title')}</h2>
          <p className="soft">{say('feed.about')}</p>
        </div>
      </header>
      <DataTable
        label={say('feed.title')}
        rows={feeds.data?.items.map((feed) => ({ id: feed.doctorId, ...feed }))}
        error={feeds.error}
        onRetry={() => void feeds.refetch()}
        empty={<EmptyState text={say('feed.none')} />}
        columns={[
          { key: 'doctor', title: say('feed.doctor'), leads: true, show: ({ doctorName }) => doctorName },
          {
            key: 'state',
            title: say('feed.state'),
            show: ({ createdAt, lastReadAt }) =>
              createdAt === null
                ? say('feed.off')
                : lastReadAt === null
                  ? say('feed.unread')
                  : say('feed.read', { at: dates.shortDateTime(lastReadAt) }),
          },
          {
            key: 'actions',
            title: '',
            align: 'right',
            show: (feed) => (
              <span className="line">
                <Button size="small" onClick={() => rotate(feed)}>
                  {say(feed.createdAt === null ? 'feed.make' : 'feed.rotate')}
                </Button>
                {feed.createdAt !== null && (
                  <Button size="small" danger onClick={() => takeBack(feed)}>
                    {say('feed.revoke')}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      <Modal
        open={shown !== null}
        title={say('feed.shown', { name: shown?.name ?? '' })}
        onCancel={() => setShown(null)}
        footer={null}
      >
        <p>{say('feed.once')}</p>
        {shown && <ShownOnce text={shown.address} label={say('feed.title')} />}
      </Modal>
    </section>
  );
}
