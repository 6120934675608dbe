import { SwapOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useHandoverNotice } from './api.ts';
import type { Handover } from '#domain/handovers/contract.ts';
import { useHints } from './use-hints.ts';
import { handoverWords } from './words.ts';
import './handovers.css';

/** Above the first call with a customer who changed hands: what to keep to, until the new owner has read all of it. */
export function HandoverAlert({ customerId }: { customerId: string }) {
  const mayRead = useMay('ownership.read');
  const handover = useHandoverNotice(customerId, mayRead).data?.items[0];
  return handover ? <Filled handover={handover} /> : null;
}

function Filled({ handover }: { handover: Handover }) {
  const say = useWords(handoverWords);
  const hints = useHints(handover);
  const unread = handover.changes.find(({ readAt }) => readAt === null);
  if (!unread) return null;
  return (
    <Alert
      className="handover-alert"
      type="info"
      showIcon
      icon={<SwapOutlined />}
      role="note"
      title={say('notice.title', { from: unread.fromName, to: unread.ownerName })}
      description={hints.slice(0, 4).join(' ')}
      action={
        <Link to="/customers/$id/handover" params={{ id: handover.customer.id }}>
          <Button size="small">{say('notice.open')}</Button>
        </Link>
      }
    />
  );
}
