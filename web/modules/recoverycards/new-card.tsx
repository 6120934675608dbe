import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Select } from 'antd';
import { cardCode } from '#domain/recoverycards/card.ts';
import { CardView } from '#domain/recoverycards/contract.ts';
import { get } from '#web/lib/http.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { useCards, useWriteCard } from './api.ts';
import { recoveryCardWords } from './words.ts';

interface NewCard {
  from: string;
  zh: string;
  en: string;
  code: string;
}

/** A card of the clinic's own, begun as a copy: no card is ever half empty. */
export function NewCardDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(recoveryCardWords);
  const wording = useWording();
  const navigate = useNavigate();
  const write = useWriteCard();
  const cards = useCards().data?.items ?? [];

  const begin = async ({ from, code, zh, en }: NewCard) => {
    const { inForce, waiting } = await get(`/recovery-cards/${from}`, CardView);
    const { definition } = (inForce ?? waiting)!;
    await write.mutateAsync({ code, version: 0, definition: { ...definition, code, name: { zh, en } } });
    void navigate({ to: '/recovery-cards/$code', params: { code } });
  };
  const fits = (_: unknown, code: string | undefined) =>
    code === undefined ||
    code === '' ||
    (cardCode.safeParse(code).success && !cards.some((card) => card.code === code))
      ? Promise.resolve()
      : Promise.reject(new Error(say('new.code.wrong')));
  return (
    <FormDrawer<NewCard>
      title={say('new')}
      open={open}
      onClose={onClose}
      start={{}}
      onSave={begin}
      saveLabel={say('new.start')}
    >
      <Form.Item name="from" label={say('new.from')} rules={[{ required: true }]}>
        <Select options={cards.map(({ code, name }) => ({ value: code, label: wording(name) }))} />
      </Form.Item>
      <Form.Item name="zh" label={say('name.zh')} rules={[{ required: true, max: 60 }]}>
        <Input />
      </Form.Item>
      <Form.Item name="en" label={say('name.en')} rules={[{ required: true, max: 120 }]}>
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
