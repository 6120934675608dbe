import { useNavigate } from '@tanstack/react-router';
import { Form } from 'antd';
import { cardCode } from '#domain/recoverycards/card.ts';
import { CardView } from '#domain/recoverycards/contract.ts';
import { get } from '#web/lib/http.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { NamedDrawer, type Named } from '#web/ui/named-drawer.tsx';
import { Select } from '#web/ui/select.tsx';
import { useCards, useWriteCard } from './api.ts';
import { recoveryCardWords } from './words.ts';

/** A card of the clinic's own, begun as a copy: no card is ever half empty. */
export function NewCardDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(recoveryCardWords);
  const wording = useWording();
  const navigate = useNavigate();
  const { required } = useFieldRules();
  const write = useWriteCard();
  const cards = useCards().data?.items ?? [];
  return (
    <NamedDrawer<Named & { from: string }>
      title={say('new')}
      open={open}
      onClose={onClose}
      codes={{ shape: cardCode, taken: cards.map(({ code }) => code) }}
      onBegin={async ({ from, code, ...name }) => {
        const { inForce, waiting } = await get(`/recovery-cards/${from}`, CardView);
        const { definition } = (inForce ?? waiting)!;
        await write.mutateAsync({ code, version: 0, definition: { ...definition, code, name } });
        void navigate({ to: '/recovery-cards/$code', params: { code } });
      }}
    >
      <Form.Item name="from" label={say('new.from')} rules={[required]}>
        <Select options={cards.map(({ code, name }) => ({ value: code, label: wording(name) }))} />
      </Form.Item>
    </NamedDrawer>
  );
}
