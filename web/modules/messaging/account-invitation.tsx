import { QrcodeOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer, QRCode } from 'antd';
import { useEffect, useState } from 'react';
import type { AccountInvitation } from '#domain/messaging/contract.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWords } from '#web/lib/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useAddresses, useInviteToAccount, useMessageWays } from './api.ts';
import { useWhy } from './balance-cell.tsx';
import { invitationWords } from './invitation-words.ts';
import './messaging.css';

type Channel = AccountInvitation['channel'];
interface InvitationProps {
  customer: { id: string; name: string };
  channel: Channel;
}

/** Whether there is an account to follow, and somebody who may show its code. */
export function useMayInvite(): (channel: Channel) => boolean {
  const mayEdit = useMay('customers.write');
  const ways = useMessageWays().data?.items ?? [];
  return (channel) => mayEdit && ways.some((way) => way.channel === channel);
}

/** Opens the code by which a customer says who they are. */
export function InvitationButton({ customer, channel }: InvitationProps) {
  const say = useWords(invitationWords);
  const narrow = useNarrowScreen();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        icon={<QrcodeOutlined />}
        aria-label={say(`show.${channel}`)}
        onClick={() => setOpen(true)}
      >
        {say('show')}
      </Button>
      <Drawer
        title={say(`title.${channel}`, { name: customer.name })}
        open={open}
        onClose={() => setOpen(false)}
        size={narrow ? '100%' : 420}
        destroyOnHidden
      >
        <InvitationCode customer={customer} channel={channel} />
      </Drawer>
    </>
  );
}

const lookEveryMs = 3_000;

/** The code itself, made when it is first shown, until it was used or its time is over. */
export function InvitationCode({ customer, channel, onBound }: InvitationProps & { onBound?: () => void }) {
  const say = useWords(invitationWords);
  const now = useNow();
  const invite = useInviteToAccount(customer.id);
  const { mutate, data: invitation } = invite;
  useEffect(() => mutate(channel), [mutate, channel]);
  const isOver = invitation !== undefined && now > invitation.expiresAt;
  const known = useAddresses(customer.id, invitation && !isOver ? lookEveryMs : false).data?.items;
  const isBound =
    invitation !== undefined &&
    known?.some((one) => one.channel === channel && one.leftAt === null && one.since >= invitation.createdAt);
  useEffect(() => {
    if (isBound) onBound?.();
    // Told once: who is bound stays bound.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isBound]);

  if (isBound) return <Alert type="success" showIcon title={say('bound', { name: customer.name })} />;
  if (invite.error || isOver)
    return (
      <div className="rows">
        {isOver ? <Alert type="info" showIcon title={say('over')} /> : <ErrorMessage error={invite.error} />}
        <Button loading={invite.isPending} onClick={() => mutate(channel)}>
          {say('again')}
        </Button>
      </div>
    );
  if (!invitation) return <p className="soft">{say('making')}</p>;
  return <Shown invitation={invitation} name={customer.name} />;
}

function Shown({ invitation, name }: { invitation: AccountInvitation; name: string }) {
  const say = useWords(invitationWords);
  const dates = useDates();
  const { accountName: account, qrText, qrPicture, code, whyNoQr } = invitation;
  const whyOf = useWhy();
  const at = dates.time(invitation.expiresAt);
  return (
    <div className="rows">
      {qrText !== null && <QRCode value={qrText} size={200} type="svg" />}
      {qrPicture !== null && <img src={qrPicture} alt={say('picture')} width={200} height={200} />}
      {whyNoQr !== null ? (
        <Alert type="warning" showIcon title={say('noQr', { account, why: whyOf(whyNoQr) })} />
      ) : (
        <span>{say('scan', { account, name })}</span>
      )}
      {code !== null && (
        <span>
          {say(whyNoQr === null ? 'orSend' : 'send')}{' '}
          <b className="invitation-code">{`${code.slice(0, 4)} ${code.slice(4)}`}</b>
        </span>
      )}
      <span className="soft">{say('until', { at })}</span>
    </div>
  );
}
