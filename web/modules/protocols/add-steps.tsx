import { useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ProtocolDefinition } from '#domain/followups/protocol.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { Select } from '#web/ui/select.tsx';
import { useSaveDraft } from './api.ts';
import { newStep } from './step-rows.tsx';
import { protocolWords } from './words.ts';

interface Named {
  id: string;
  name: string;
}

interface AddStepsProps {
  definition: ProtocolDefinition;
  clinics: readonly Named[];
  teams: readonly Named[];
}

/** Begins what a clinic or a team adds to a protocol of the organization. */
export function AddSteps({ definition, clinics, teams }: AddStepsProps) {
  const say = useWords(protocolWords);
  const mayManage = useMay('protocols.manage');
  const go = useNavigate();
  const save = useSaveDraft();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  if (!mayManage) return null;

  const begin = async () => {
    if (chosen === null) return;
    const code = `${definition.code}-at-${chosen}`.slice(0, 120);
    const place = clinics.some(({ id }) => id === chosen) ? { clinicId: chosen } : { teamId: chosen };
    const own = { ...definition, code, steps: [newStep(definition.steps)] };
    try {
      await save.mutateAsync({ code, version: 0, addsTo: definition.code, place, definition: own });
    } catch (error) {
      // There is one already: it is opened as it stands.
      if ((error as { code?: string }).code !== 'stale-version') return;
    }
    await go({ to: '/protocols/$code', params: { code } });
    setOpen(false);
  };
  const options = (named: readonly Named[]) => named.map(({ id, name }) => ({ value: id, label: name }));

  return (
    <>
      <Button onClick={() => setOpen(true)}>{say('addition.add')}</Button>
      <Modal
        open={isOpen}
        title={say('addition.add')}
        okText={say('addition.go')}
        cancelText={say('publish.cancel')}
        okButtonProps={{ disabled: chosen === null }}
        confirmLoading={save.isPending}
        onOk={() => void begin()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p className="soft">{say('addition.about')}</p>
        <Select
          aria-label={say('addition.where')}
          placeholder={say('addition.where')}
          style={{ width: '100%' }}
          value={chosen}
          options={[...options(clinics), ...options(teams)]}
          onChange={setChosen}
        />
        {save.error && <ErrorMessage error={save.error} />}
      </Modal>
    </>
  );
}
