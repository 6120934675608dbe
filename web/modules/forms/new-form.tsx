import { useNavigate } from '@tanstack/react-router';
import { Form } from 'antd';
import { FormView } from '#domain/forms/contract.ts';
import { formCode, formKinds } from '#domain/forms/form.ts';
import type { FormKind } from '#domain/forms/form.ts';
import { get } from '#web/lib/http.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { NamedDrawer, type Named } from '#web/ui/named-drawer.tsx';
import { Select } from '#web/ui/select.tsx';
import { useForms, useWriteDraft } from './api.ts';
import { blankForm } from './editing.ts';
import { formWords } from './words.ts';

interface NewForm extends Named {
  kind: FormKind;
  /** The form it begins as a copy of. */
  from?: string;
}

/** A form of the clinic's own: a code that stays, a name, what it is for, and a first draft. */
export function NewFormDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(formWords);
  const wording = useWording();
  const navigate = useNavigate();
  const write = useWriteDraft();
  const forms = useForms().data?.items ?? [];
  const begin = async ({ code, kind, from, zh, en }: NewForm) => {
    const copied = from === undefined ? null : await get(`/forms/${from}`, FormView);
    const definition = (copied?.inForce ?? copied?.draft)?.definition ?? blankForm(code, { zh, en }, kind);
    await write.mutateAsync({ version: 0, definition: { ...definition, code, name: { zh, en }, kind } });
    void navigate({ to: '/forms/$code', params: { code } });
  };
  return (
    <NamedDrawer<NewForm>
      title={say('new')}
      open={open}
      onClose={onClose}
      codes={{ shape: formCode, taken: forms.map(({ code }) => code) }}
      onBegin={begin}
    >
      <Form.Item name="kind" label={say('new.kind')} initialValue="other">
        <Select options={formKinds.map((value) => ({ value, label: say(`kind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="from" label={say('new.from')}>
        <Select
          allowClear
          placeholder={say('new.from.none')}
          options={forms.map(({ code, name }) => ({ value: code, label: wording(name) }))}
        />
      </Form.Item>
    </NamedDrawer>
  );
}
