import { Alert, Button, Drawer, QRCode, Select } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import type { AskedForm } from '#domain/forms/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { del } from '#web/lib/http.ts';
import { useNarrowScreen } from '#web/lib/narrow-screen.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { useAnswerForm, useAskForm, useCustomerForms, useForms } from './api.ts';
import { FormScreen } from './form-screen.tsx';
import { formWords } from './words.ts';

interface AskFormDrawerProps {
  customer: { id: string; name: string };
  open: boolean;
  onClose: () => void;
}

/** A form for a customer: by a link with its QR code, on this tablet, or filled in by whoever asks. */
export function AskFormDrawer({ customer, open, onClose }: AskFormDrawerProps) {
  const say = useWords(formWords);
  const narrow = useNarrowScreen();
  return (
    <Drawer
      title={say('ask.title', { name: customer.name })}
      open={open}
      onClose={onClose}
      size={narrow ? '100%' : 460}
      destroyOnHidden
    >
      <AskForm customer={customer} onDone={onClose} />
    </Drawer>
  );
}

function AskForm({ customer, onDone }: { customer: { id: string; name: string }; onDone: () => void }) {
  const say = useWords(formWords);
  const wording = useWording();
  const confirm = useConfirm();
  const tell = useTell();
  const forms = useForms().data?.items ?? [];
  const suggested = useCustomerForms(customer.id).data?.suggested ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [asked, setAsked] = useState<AskedForm | null>(null);
  const ask = useAskForm(customer.id);
  const code = chosen ?? suggested[0];

  const begin = async (source: 'link' | 'staff' | 'tablet'): Promise<AskedForm | null> => {
    if (code === undefined) return null;
    try {
      return await ask.mutateAsync({ code, source });
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
        window.location.replace(`${link.path}#tablet`);
      },
    });

  if (asked?.link) return <SentLink link={asked.link} />;
  if (asked) return <FillIn asked={asked} name={customer.name} onDone={onDone} />;
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
      <Button
        type="primary"
        loading={ask.isPending}
        disabled={!code}
        onClick={() => void begin('link').then(setAsked)}
      >
        {say('ask.link')}
      </Button>
      <Button disabled={!code} onClick={() => void begin('staff').then(setAsked)}>
        {say('ask.staff')}
      </Button>
      <Button disabled={!code} onClick={() => void onTablet()}>
        {say('ask.tablet')}
      </Button>
    </div>
  );
}

function SentLink({ link }: { link: NonNullable<AskedForm['link']> }) {
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

function FillIn({ asked, name, onDone }: { asked: AskedForm; name: string; onDone: () => void }) {
  const say = useWords(formWords);
  const tell = useTell();
  const answer = useAnswerForm();
  const { title, readBy, thanks, questions } = asked.definition;
  const [page] = useState(() => ({
    kind: 'form' as const,
    clinicName: say('clinic'),
    greeting: name,
    // A colleague has no photo to take for the customer.
    form: { title, readBy, thanks, questions: questions.filter(({ kind }) => kind !== 'photo') },
  }));
  return (
    <FormScreen
      page={page}
      label={say('ask.staff')}
      onSend={async (values, sendId) => {
        try {
          await answer.mutateAsync({ requestId: asked.request.id, values, sendId });
          onDone();
        } catch (error) {
          tell.failed(error);
          throw error;
        }
      }}
    />
  );
}
