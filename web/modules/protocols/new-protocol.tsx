import { PlusOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ProtocolDefinition } from '#domain/followups/protocol.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useSaveDraft } from './api.ts';
import { newStep } from './step-rows.tsx';
import { protocolWords } from './words.ts';

/** Begins a protocol of the clinic's own. */
export function NewProtocol() {
  const say = useWords(protocolWords);
  const tell = useTell();
  const mayManage = useMay('protocols.manage');
  const go = useNavigate();
  const save = useSaveDraft();
  if (!mayManage) return null;

  const begin = async () => {
    const code = `own-${newCode()}`;
    const definition: ProtocolDefinition = {
      code,
      name: { zh: say('new.name'), en: say('new.name') },
      source: '',
      trigger: { event: 'visit.closed' },
      steps: [newStep([])],
    };
    try {
      await save.mutateAsync({ code, version: 0, addsTo: null, place: null, definition });
      await go({ to: '/protocols/$code', params: { code } });
    } catch (error) {
      tell.failed(error);
    }
  };
  return (
    <Button type="primary" icon={<PlusOutlined />} loading={save.isPending} onClick={() => void begin()}>
      {say('new')}
    </Button>
  );
}

function newCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
