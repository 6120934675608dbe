import { QrcodeOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer, QRCode } from 'antd';
import { useState } from 'react';
import type { ConsentLink } from '#domain/messaging/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useConsentLink } from './api.ts';
import { consentLinkWords } from './consent-link-words.ts';

/** The customer's own page of what they agreed to: shown as a QR code, or sent. */
export function ConsentLinkButton({ customer }: { customer: { id: string; name: string } }) {
  const say = useWords(consentLinkWords);
  const maySend = useMay('messages.send');
  const narrow = useNarrowScreen();
  const [open, setOpen] = useState(false);
  if (!maySend) return null;
  return (
    <>
      <Button size="small" icon={<QrcodeOutlined />} onClick={() => setOpen(true)}>
        {say('page')}
      </Button>
      <Drawer
        title={say('title', { name: customer.name })}
        open={open}
        onClose={() => setOpen(false)}
        size={narrow ? '100%' : 420}
        destroyOnHidden
      >
        <LinkMaker customerId={customer.id} />
      </Drawer>
    </>
  );
}

function LinkMaker({ customerId }: { customerId: string }) {
  const say = useWords(consentLinkWords);
  const tell = useTell();
  const make = useConsentLink(customerId);
  const [link, setLink] = useState<ConsentLink | null>(null);
  const ask = (isSent: boolean) => make.mutate(isSent, { onSuccess: setLink, onError: tell.failed });

  if (link) return <MadeLink link={link} />;
  return (
    <div className="rows">
      <p className="soft">{say('about')}</p>
      <Button type="primary" loading={make.isPending} onClick={() => ask(false)}>
        {say('show')}
      </Button>
      <Button disabled={make.isPending} onClick={() => ask(true)}>
        {say('send')}
      </Button>
    </div>
  );
}

function MadeLink({ link }: { link: ConsentLink }) {
  const say = useWords(consentLinkWords);
  const dates = useDates();
  const tell = useTell();
  const address = window.location.origin + link.path;
  return (
    <div className="rows">
      <Alert
        type={link.message ? 'success' : 'info'}
        showIcon
        title={
          link.message
            ? say(link.message.state === 'by_hand' ? 'byHand' : 'queued')
            : say('made', { at: dates.shortDateTime(link.expiresAt) })
        }
      />
      {!link.message && (
        <>
          <QRCode value={address} size={232} type="svg" />
          <code style={{ overflowWrap: 'anywhere' }}>{address}</code>
          <Button
            type="primary"
            onClick={() =>
              void navigator.clipboard.writeText(address).then(() => tell.done(say('copied')), tell.failed)
            }
          >
            {say('copy')}
          </Button>
        </>
      )}
    </div>
  );
}
