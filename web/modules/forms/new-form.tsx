import { Form, Input } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { formCode } from '#domain/forms/form.ts';
import { useWords } from '#web/lib/words.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { useForms, useWriteDraft } from './api.ts';
import { blankForm } from './editing.ts';
import { formWords } from './words.ts';

interface NewForm {
  code: string;
  zh: string;
  en: string;
}

/** A form of the clinic's own: a code that stays, a name, and a first draft. */
export function NewFormDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(formWords);
  const navigate = useNavigate();
  const write = useWriteDraft();
  const taken = useForms().data?.items.map(({ code }) => code) ?? [];
  const begin = async ({ code, zh, en }: NewForm) => {
    await write.mutateAsync({ version: 0, definition: blankForm(code, { zh, en: en ?? '' }) });
    void navigate({ to: '/forms/$code', params: { code } });
  };
  const fits = (_: unknown, code: string | undefined) =>
    !code || (formCode.safeParse(code).success && !taken.includes(code))
      ? Promise.resolve()
      : Promise.reject(new Error(say('new.code.wrong')));
  return (
    <FormDrawer<NewForm>
      title={say('new')}
      open={open}
      onClose={onClose}
      start={{}}
      onSave={begin}
      saveLabel={say('new.start')}
    >
      <Form.Item name="zh" label={say('new.zh')} rules={[{ required: true, max: 80 }]}>
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="en" label={say('new.en')} rules={[{ max: 80 }]}>
        <Input />
      </Form.Item>
      <Form.Item
        name="code"
        label={say('new.code')}
        extra={say('new.code.hint')}
        rules={[{ required: true }, { validator: fits }]}
      >
        <Input maxLength={60} />
      </Form.Item>
    </FormDrawer>
  );
}
