import { Alert, Button, Drawer, QRCode } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import type { Purpose } from '#domain/contacts/contact.ts';
import { withoutPhotos } from '#domain/forms/answering.ts';
import type { AskedForm, FormSource } from '#domain/forms/contract.ts';
import type { QueuedMessage } from '#domain/messaging/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { del } from '#web/lib/http.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { Select } from '#web/ui/select.tsx';
import { useAnswerForm, useAskForm, useCustomerForms, useForms } from './api.ts';
import { FormScreen } from './form-screen.tsx';
import { formWords } from './words.ts';

interface AskFormDrawerProps {
  customer: { id: string; name: string };
  /** The call it is asked in; without one it is asked for itself. */
  followup?: { id: string; purpose: Purpose };
  open: boolean;
  /** The form that is meant, where nobody chooses another. */
  usual?: string | null;
  /** What the desk does most often. */
  first?: 'tablet';
  onScore?: (score: number) => void;
  onClose: () => void;
}

/** A form for a customer: by a link with its QR code, on this tablet, or filled in by whoever asks. */
export function AskFormDrawer({ open, ...props }: AskFormDrawerProps) {
  const { customer, onClose } = props;
  const say = useWords(formWords);
  const narrow = useNarrowScreen();
  return (
    <Drawer
      title={customer.name ? say('ask.title', { name: customer.name }) : say('call.form')}
      open={open}
      onClose={onClose}
      size={narrow ? '100%' : 460}
      destroyOnHidden
    >
      <AskForm {...props} />
    </Drawer>
  );
}

function AskForm({
  customer,
  followup,
  usual: meant,
  first,
  onScore,
  onClose,
}: Omit<AskFormDrawerProps, 'open'>) {
  const say = useWords(formWords);
  const wording = useWording();
  const confirm = useConfirm();
  const tell = useTell();
  const forms = useForms().data?.items ?? [];
  const suggested = useCustomerForms(customer.id).data?.suggested ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked, setAsked] = useState<AskedForm | null>(null);
  const ask = useAskForm(customer.id);
  const usual = meant ?? (followup && suggested.find((each) => each === usualOf[followup.purpose]));
  const code = chosen ?? usual ?? suggested[0];

  const begin = async (source: FormSource, send = false): Promise<AskedForm | null> => {
    if (code === undefined) return null;
    try {
      return await ask.mutateAsync({ code, source, send, followupId: followup?.id ?? null });
    } catch (error) {
      tell.failed(error);
      return null;
    }
  };
  const onTablet = () =>
    confirm({
      title: say('ask.tablet'),
      text: say('ask.tablet.text'),
      yes: say('ask.tablet'),
      onYes: async () => {
        const { link } = (await begin('tablet')) ?? {};
        if (!link) return;
        // Nobody at the tablet is signed in while a customer holds it.
        await del('/session', {}, z.object({}));
        // Going back would show this record as it was left, were it kept by the browser.
        window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());
        window.location.replace(`${link.path}#tablet`);
      },
    });

  const fillIn = { way: 'staff', source: 'staff', send: false } as const;
  const ways = followup ? [fillIn, ...sendingWays] : [...sendingWays, fillIn];
  const tablet = (
    <Button
      type={first === 'tablet' ? 'primary' : 'default'}
      disabled={!code || ask.isPending}
      onClick={() => void onTablet()}
    >
      {say('ask.tablet')}
    </Button>
  );
  if (asked?.message) return <SentMessage state={asked.message.state} />;
  if (asked?.link) return <ShownLink link={asked.link} />;
  if (asked)
    return (
      <FillIn
        asked={asked}
        name={customer.name}
        onDone={(score) => {
          if (score !== null) onScore?.(score);
          onClose();
        }}
      />
    );
  return (
    <div className="rows">
      <Select
        aria-label={say('ask.form')}
        value={code ?? null}
        onChange={setChosen}
        options={suggested.flatMap((each) => {
          const form = forms.find((one) => one.code === each);
          return form ? [{ value: each, label: wording(form.name) }] : [];
        })}
      />
      {first === 'tablet' && tablet}
      {ways.map(({ way, source, send }, index) => (
        <Button
          key={way}
          type={index === 0 && first !== 'tablet' ? 'primary' : 'default'}
          disabled={!code || ask.isPending}
          onClick={() => void begin(source, send).then(setAsked)}
        >
          {say(`ask.${way}`)}
        </Button>
      ))}
      {!followup && first !== 'tablet' && tablet}
    </div>
  );
}

/** Which form a call is for, where nobody chooses another. */
const usualOf: Partial<Record<Purpose, string>> = {
  satisfaction: 'satisfaction',
  medical: 'post-operative',
  complaint: 'satisfaction',
};
const sendingWays = [
  { way: 'send', source: 'link', send: true },
  { way: 'link', source: 'link', send: false },
] as const;

function SentMessage({ state }: { state: QueuedMessage['state'] }) {
  const say = useWords(formWords);
  const isByHand = state === 'by_hand';
  return (
    <Alert
      type={isByHand ? 'warning' : 'success'}
      title={say(isByHand ? 'ask.byHand' : 'ask.sent')}
      showIcon
    />
  );
}

function ShownLink({ link }: { link: NonNullable<AskedForm['link']> }) {
  const say = useWords(formWords);
  const dates = useDates();
  const tell = useTell();
  const address = window.location.origin + link.path;
  return (
    <div className="rows" style={{ justifyItems: 'center' }}>
      <Alert type="info" title={say('ask.link.text', { at: dates.shortDateTime(link.expiresAt) })} />
      <QRCode value={address} size={232} type="svg" />
      <code style={{ overflowWrap: 'anywhere' }}>{address}</code>
      <Button
        type="primary"
        onClick={() =>
          void navigator.clipboard.writeText(address).then(() => tell.done(say('ask.copied')), tell.failed)
        }
      >
        {say('ask.copy')}
      </Button>
    </div>
  );
}

function FillIn({
  asked,
  name,
  onDone,
}: {
  asked: AskedForm;
  name: string;
  onDone: (score: number | null) => void;
}) {
  const say = useWords(formWords);
  const tell = useTell();
  const answer = useAnswerForm();
  const { title, readBy, thanks, questions } = withoutPhotos(asked.definition);
  const [page] = useState(() => ({
    kind: 'form' as const,
    clinicName: say('clinic'),
    greeting: name,
    form: { title, readBy, thanks, questions },
  }));
  return (
    <FormScreen
      page={page}
      label={say('ask.staff')}
      onSend={async (values, sendId) => {
        try {
          onDone((await answer.mutateAsync({ requestId: asked.request.id, values, sendId })).score);
        } catch (error) {
          tell.failed(error);
          throw error;
        }
      }}
    />
  );
}
