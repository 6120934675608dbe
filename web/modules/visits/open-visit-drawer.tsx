import { Form, Input } from 'antd';
import type { Customer } from '#domain/customers/contract.ts';
import { OpenVisit } from '#domain/visits/contract.ts';
import { useChosenClinic, useMe } from '#web/lib/me.ts';
import { useUsualSources } from '#web/lib/usual-sources.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { emptyIsNull } from '#web/ui/form-values.ts';
import { AutoComplete, Select } from '#web/ui/select.tsx';
import { useOpenVisit } from './api.ts';
import { visitsWords } from './words.ts';

interface Fields {
  clinicId: string;
  chiefComplaint: string | null;
  channelSource?: string | null;
}

export type NewVisitor = Pick<Customer, 'id' | 'name' | 'clinicId' | 'channelSource' | 'lastVisitOn'>;

interface OpenVisitDrawerProps {
  customer: NewVisitor;
  open: boolean;
  onClose: () => void;
}

/** The customer has come in: where, and what for. */
export function OpenVisitDrawer({ customer, open, onClose }: OpenVisitDrawerProps) {
  const say = useWords(visitsWords);
  const { clinics } = useMe();
  const chosen = useChosenClinic();
  const tell = useTell();
  const openVisit = useOpenVisit();
  const { required, fits } = useFieldRules();
  const sources = useUsualSources();
  const lacksSource = !customer.channelSource && customer.lastVisitOn === null;

  return (
    <FormDrawer<Fields>
      title={say('open.title', { name: customer.name })}
      open={open}
      onClose={onClose}
      start={{ clinicId: chosen?.id ?? customer.clinicId, chiefComplaint: null }}
      saveLabel={say('open')}
      onSave={async (fields) => {
        await openVisit.mutateAsync({ customerId: customer.id, ...fields });
        tell.done(say('open.done'));
      }}
    >
      <Form.Item name="clinicId" label={say('clinic')} rules={[required]} hidden={clinics.length === 1}>
        <Select options={clinics.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      {lacksSource && (
        <Form.Item
          name="channelSource"
          {...emptyIsNull}
          label={say('source')}
          extra={say('source.why')}
          rules={[required, fits(OpenVisit.shape.channelSource)]}
        >
          <AutoComplete options={sources} allowClear />
        </Form.Item>
      )}
      <Form.Item
        name="chiefComplaint"
        {...emptyIsNull}
        label={say('complaint')}
        extra={say('complaint.hint')}
        rules={[fits(OpenVisit.shape.chiefComplaint)]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDrawer>
  );
}
