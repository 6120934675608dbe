import { Form, Input } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { scriptCode } from '#domain/scripts/script.ts';
import { useWords } from '#web/lib/words.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { useScripts, useWriteDraft } from './api.ts';
import { blankScript } from './editing.ts';
import { scriptsWords } from './words.ts';

interface NewScript {
  code: string;
  zh: string;
  en: string;
}

/** A script of the clinic's own: a code that stays, a name, and a first draft. */
export function NewScriptDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(scriptsWords);
  const navigate = useNavigate();
  const write = useWriteDraft();
  const taken = useScripts().data?.items.map(({ code }) => code) ?? [];

  const begin = async ({ code, zh, en }: NewScript) => {
    await write.mutateAsync({ code, version: 0, definition: blankScript(code, { zh, en }) });
    void navigate({ to: '/scripts/$code', params: { code } });
  };
  const fits = (_: unknown, code: string | undefined) =>
    code === undefined || code === '' || (scriptCode.safeParse(code).success && !taken.includes(code))
      ? Promise.resolve()
      : Promise.reject(new Error(say('new.code.wrong')));
  return (
    <FormDrawer<NewScript>
      title={say('new')}
      open={open}
      onClose={onClose}
      start={{}}
      onSave={begin}
      saveLabel={say('new.start')}
    >
      <Form.Item name="zh" label={say('name.zh')} rules={[{ required: true, max: 40 }]}>
        <Input autoFocus />
      </Form.Item>
      <Form.Item name="en" label={say('name.en')} rules={[{ required: true, max: 80 }]}>
        <Input />
      </Form.Item>
      <Form.Item
        name="code"
        label={say('new.code')}
        extra={say('new.code.hint')}
        rules={[{ required: true }, { validator: fits }]}
      >
        <Input maxLength={80} />
      </Form.Item>
    </FormDrawer>
  );
}
