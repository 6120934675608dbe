import { DatePicker, Form, Input, Radio } from 'antd';
import { addDays, dayAt } from '#domain/base/time.ts';
import { nextSteps } from '#domain/consultations/consultation.ts';
import { line } from '#domain/base/text.ts';
import type { CustomerConsultations } from '#domain/consultations/contract.ts';
import { serverNow } from '#web/lib/clock.ts';
import { pickable, useDates } from '#web/lib/dates.ts';
import { useMe, useTimeZone } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { asDay } from '#web/ui/form-values.ts';
import { PersonSelect, type Colleague } from '#web/ui/person-select.tsx';
import { Select } from '#web/ui/select.tsx';
import type { StepFields } from './consultation-values.ts';
import { consultationsWords } from './words.ts';

interface NextStepFieldsProps {
  customer: { clinicId: string };
  colleagues: readonly Colleague[];
  appointmentsAhead: CustomerConsultations['appointmentsAhead'];
}

/** What comes next: one of four, each with what it needs. */
export function NextStepFields({ customer, colleagues, appointmentsAhead }: NextStepFieldsProps) {
  const say = useWords(consultationsWords);
  return (
    <>
      <h3>{say('next')}</h3>
      <Form.Item name={['nextStep', 'kind']}>
        <Radio.Group
          aria-label={say('next')}
          optionType="button"
          options={nextSteps.map((value) => ({ value, label: say(`next.${value}`) }))}
        />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before, after) => before.nextStep?.kind !== after.nextStep?.kind}>
        {({ getFieldValue }) => {
          switch (getFieldValue(['nextStep', 'kind']) as StepFields['kind']) {
            case 'followup':
              return <AskAgain clinicId={customer.clinicId} colleagues={colleagues} />;
            case 'appointment':
              return <Booked clinicId={customer.clinicId} appointmentsAhead={appointmentsAhead} />;
            case 'none':
              return <WhyNothing />;
            default:
              return null;
          }
        }}
      </Form.Item>
    </>
  );
}

function AskAgain({ clinicId, colleagues }: { clinicId: string; colleagues: readonly Colleague[] }) {
  const say = useWords(consultationsWords);
  const { staffId } = useMe();
  const { required, fits } = useFieldRules();
  const today = dayAt(serverNow(), useTimeZone(clinicId));
  return (
    <>
      <div className="pair">
        <Form.Item
          name={['nextStep', 'on']}
          {...asDay}
          label={say('next.on')}
          initialValue={addDays(today, 2)}
          rules={[required]}
        >
          <DatePicker minDate={pickable(today)} allowClear={false} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name={['nextStep', 'staffId']}
          label={say('next.who')}
          initialValue={staffId}
          rules={[required]}
        >
          <PersonSelect people={colleagues.filter(({ state }) => state === 'active')} />
        </Form.Item>
      </div>
      <Form.Item name={['nextStep', 'matter']} label={say('next.matter')} rules={[required, fits(line(200))]}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </>
  );
}

function Booked({
  clinicId,
  appointmentsAhead,
}: Pick<NextStepFieldsProps, 'appointmentsAhead'> & { clinicId: string }) {
  const say = useWords(consultationsWords);
  const dates = useDates(clinicId);
  const { required } = useFieldRules();
  return (
    <Form.Item name={['nextStep', 'appointmentId']} label={say('next.which')} rules={[required]}>
      <Select
        notFoundContent={say('next.noAppointment')}
        options={appointmentsAhead.map(({ id, startsAt }) => ({
          value: id,
          label: dates.dateTime(startsAt),
        }))}
      />
    </Form.Item>
  );
}

function WhyNothing() {
  const say = useWords(consultationsWords);
  const { required, fits } = useFieldRules();
  return (
    <Form.Item
      name={['nextStep', 'reason']}
      label={say('next.why')}
      rules={[required, fits(line(300).min(2))]}
    >
      <Input maxLength={300} autoComplete="off" />
    </Form.Item>
  );
}
