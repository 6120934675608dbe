import { Form, InputNumber } from 'antd';
import type { CapacityRulesView } from '#domain/capacity/contract.ts';
import { CapacityRules } from '#domain/capacity/rules.ts';
import { purposes } from '#domain/followups/protocol.ts';
import { followupRoles } from '#domain/staff/role.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { usePublishCapacityRules } from './api.ts';
import { capacityWords } from './words.ts';
import './capacity.css';

interface RulesDrawerProps {
  view: CapacityRulesView;
  open: boolean;
  onClose: () => void;
}

/** How long calls take and how much of a day is for them, beside what was measured. */
export function RulesDrawer({ view, open, onClose }: RulesDrawerProps) {
  const say = useWords(capacityWords);
  const sayClinic = useWords(clinicWords);
  const tell = useTell();
  const publish = usePublishCapacityRules();
  const { required } = useFieldRules();
  const measuredOf = (purpose: string) => view.measured.find((each) => each.purpose === purpose);

  return (
    <FormDrawer<CapacityRules>
      title={say('rules')}
      open={open}
      onClose={onClose}
      start={view.rules}
      version={view.version}
      onSave={async (rules, version) => {
        await publish.mutateAsync({ rules: CapacityRules.parse(rules), version: version! });
        tell.done(say('rules.saved'));
      }}
    >
      <p className="soft">{say('rules.about')}</p>
      <h3>{say('rules.minutes')}</h3>
      <div className="capacity-rules">
        {purposes.map((purpose) => {
          const measured = measuredOf(purpose);
          return (
            <Form.Item
              key={purpose}
              name={['minutes', purpose]}
              label={sayClinic(`purpose.${purpose}`)}
              rules={[required]}
              extra={
                measured &&
                say('rules.measured', { minutes: Math.round(measured.minutes), count: measured.contacts })
              }
            >
              <InputNumber min={1} max={120} precision={0} style={{ width: '100%' }} />
            </Form.Item>
          );
        })}
      </div>
      <h3>{say('rules.percent')}</h3>
      <div className="capacity-rules">
        {followupRoles.map((role) => (
          <Form.Item key={role} name={['percent', role]} label={sayClinic(`role.${role}`)} rules={[required]}>
            <InputNumber min={0} max={100} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        ))}
      </div>
    </FormDrawer>
  );
}
