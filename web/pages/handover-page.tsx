import { CheckOutlined, PrinterOutlined } from '@ant-design/icons';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useWords } from '#web/lib/words.ts';
import { ReasonList } from '#web/modules/grading/reason-list.tsx';
import { useHandover, useReadHandover } from '#web/modules/handovers/api.ts';
import { HandoverSheet } from '#web/modules/handovers/handover-sheet.tsx';
import { handoverWords } from '#web/modules/handovers/words.ts';
import { OwnerHistory } from '#web/modules/ownership/owner-history.tsx';
import { Wishes } from '#web/modules/records/discreet-panel.tsx';
import { useTell } from '#web/ui/confirm.tsx';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { useHandoverNames } from './handover-names.ts';

/** What a new owner has to know; read, it is noted who did and when. */
export function HandoverPage() {
  const { id = '' } = useParams({ strict: false });
  const say = useWords(handoverWords);
  const names = useHandoverNames();
  const tell = useTell();
  const asked = useHandover(id);
  const read = useReadHandover(id);
  const customer = asked.data?.customer;

  return (
    <Page
      title={customer ? `${say('title')} · ${customer.name}` : say('title')}
      about={
        <>
          {customer && (
            <Link to="/customers/$id" params={{ id }}>
              {customer.number}
            </Link>
          )}{' '}
          {say('about')}
        </>
      }
      actions={
        <>
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {say('print')}
          </Button>
          {asked.data?.awaitsMe && (
            <Button
              type="primary"
              icon={<CheckOutlined />}
              loading={read.isPending}
              onClick={() =>
                read.mutate(undefined, {
                  onSuccess: () => tell.done(say('read.done')),
                  onError: tell.failed,
                })
              }
            >
              {say('read')}
            </Button>
          )}
        </>
      }
    >
      <Loaded of={asked}>
        {(handover) => (
          <HandoverSheet
            handover={handover}
            names={names}
            wishes={(profile) => <Wishes profile={profile} />}
            reasons={<ReasonList reasons={handover.grade.reasons} clinicId={handover.customer.clinicId} />}
            owners={<OwnerHistory customerId={id} />}
          />
        )}
      </Loaded>
    </Page>
  );
}
