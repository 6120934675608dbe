import { Checkbox, Form, Input, InputNumber } from 'antd';
import type { z } from 'zod';
import { MarkCase, OpenCase, type RecoveryCase } from '#domain/recovery/contract.ts';
import { specialMatters } from '#domain/recovery/sign.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { PeopleSelect, PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { Select } from '#web/ui/select.tsx';
import { useAct, useOpenCase } from './api.ts';
import { recoveryWords } from './words.ts';

interface DrawerProps {
  open: boolean;
  onClose: () => void;
}

/** Who has the step, and whom the case is about. */
export function AssignDrawer({
  of,
  colleagues,
  ...drawer
}: DrawerProps & { of: RecoveryCase; colleagues: readonly Colleague[] }) {
  const say = useWords(recoveryWords);
  const act = useAct(of.id, of.version);
  return (
    <FormDrawer<{ ownerId?: string; aboutIds: string[] }>
      {...drawer}
      title={say('assign')}
      start={{ ...(of.owner && { ownerId: of.owner.id }), aboutIds: of.about.map(({ id }) => id) }}
      onSave={({ ownerId, aboutIds }) =>
        act.mutateAsync({ verb: 'assign', body: { ownerId: ownerId ?? null, aboutIds } })
      }
    >
      <Form.Item name="ownerId" label={say('assign.owner')}>
        <PersonSelect allowClear people={colleagues} />
      </Form.Item>
      <Form.Item name="aboutIds" label={say('assign.about')} extra={say('assign.about.hint')}>
        <PeopleSelect people={colleagues} />
      </Form.Item>
    </FormDrawer>
  );
}

function useSpecials() {
  const say = useWords(recoveryWords);
  return specialMatters.map((matter) => ({ value: matter, label: say(`special.${matter}`) }));
}

/** What the case has become. */
export function MarkDrawer({ of, ...drawer }: DrawerProps & { of: RecoveryCase }) {
  const say = useWords(recoveryWords);
  const { required, fits } = useFieldRules();
  const act = useAct(of.id, of.version);
  return (
    <FormDrawer<z.input<typeof MarkCase>>
      {...drawer}
      title={say('mark')}
      start={{ special: of.special }}
      onSave={({ special, formal, reason }) =>
        act.mutateAsync({
          verb: 'mark',
          body: { special: special ?? null, ...(formal && { formal }), reason },
        })
      }
    >
      <Form.Item name="special" label={say('mark.special')}>
        <Select allowClear placeholder={say('mark.special.none')} options={useSpecials()} />
      </Form.Item>
      <Form.Item name="formal" label={say('mark.formal')}>
        <Select
          allowClear
          placeholder={say('mark.special.none')}
          options={(['one-department', 'several'] as const).map((formal) => ({
            value: formal,
            label: say(`formal.${formal}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={say('mark.reason')} rules={[required, fits(MarkCase.shape.reason)]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}

interface OpenCaseDrawerProps extends DrawerProps {
  customer: { id: string; name: string };
  colleagues: readonly Colleague[];
  /** What they said, where that is known already. */
  words?: string;
  onDone?: () => void;
}

/** Somebody noticed that a customer is unhappy. */
export function OpenCaseDrawer({ customer, colleagues, words, onDone, ...drawer }: OpenCaseDrawerProps) {
  const say = useWords(recoveryWords);
  const tell = useTell();
  const { required, fits } = useFieldRules();
  const open = useOpenCase(customer.id);
  return (
    <FormDrawer<z.input<typeof OpenCase>>
      {...drawer}
      title={say('open.title', { name: customer.name })}
      start={{ ...(words && { words }) }}
      onSave={async ({ words, score = null, special = null, aboutId = null, isRemembered = false }) => {
        await open.mutateAsync({ words, score, special, aboutId, isRemembered });
        tell.done(say('open.done'));
        onDone?.();
      }}
    >
      <Form.Item name="words" label={say('open.words')} rules={[required, fits(OpenCase.shape.words)]}>
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="isRemembered" valuePropName="checked">
        <Checkbox>{say('open.remember')}</Checkbox>
      </Form.Item>
      <Form.Item name="score" label={say('open.score')}>
        <InputNumber min={0} max={10} precision={0} />
      </Form.Item>
      <Form.Item name="aboutId" label={say('open.about')}>
        <PersonSelect allowClear people={colleagues} />
      </Form.Item>
      <Form.Item name="special" label={say('open.special')}>
        <Select allowClear placeholder={say('mark.special.none')} options={useSpecials()} />
      </Form.Item>
    </FormDrawer>
  );
}
