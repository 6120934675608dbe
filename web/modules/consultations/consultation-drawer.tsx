import { Checkbox, Form, Segmented, type FormInstance } from 'antd';
import { useRef, useState } from 'react';
import { agreedAmount, outcomeOf } from '#domain/consultations/consultation.ts';
import type { Consultation, CustomerConsultations } from '#domain/consultations/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import type { Colleague } from '#web/ui/person-select.tsx';
import { useCloseConsultation, useEditConsultation } from './api.ts';
import { AskedFields } from './asked-fields.tsx';
import { changeOf, itemsOf, valuesOf, type ConsultationFields } from './consultation-values.ts';
import { NextStepFields } from './next-step-fields.tsx';
import { OfferFields } from './offer-fields.tsx';
import { useCompared } from './compared.ts';
import { WhyNotFields } from './why-not-fields.tsx';
import { consultationsWords } from './words.ts';
import './consultations.css';

interface ConsultationDrawerProps {
  customer: { id: string; name: string; clinicId: string };
  consultation: Consultation;
  appointmentsAhead: CustomerConsultations['appointmentsAhead'];
  colleagues: readonly Colleague[];
  onClose: () => void;
}

/** One consultation from what was asked to what comes next; saved as it stands, or closed. */
export function ConsultationDrawer(props: ConsultationDrawerProps) {
  const { customer, consultation, onClose } = props;
  const say = useWords(consultationsWords);
  const tell = useTell();
  const edit = useEditConsultation(consultation.id);
  const close = useCloseConsultation(consultation.id);
  const compare = useCompared(props.colleagues);
  const [isFinishing, setFinishing] = useState(false);
  const [isDepositPaid, setDepositPaid] = useState(false);
  // Saved although it could not be closed: the next try is made on what was saved.
  const saved = useRef(consultation.version);

  const save = async (fields: ConsultationFields, version = 0) => {
    const on = Math.max(version, saved.current);
    const after = await edit.mutateAsync({ version: on, change: changeOf(fields) });
    saved.current = after.version;
    if (isFinishing) await close.mutateAsync({ version: after.version, isDepositPaid });
    tell.done(say(isFinishing ? 'closed' : 'saved'));
  };

  return (
    <FormDrawer<ConsultationFields>
      title={say('edit.title', { name: customer.name })}
      open
      onClose={onClose}
      width={680}
      start={valuesOf(consultation)}
      version={consultation.version}
      compare={compare}
      saveLabel={say(isFinishing ? 'saveAndClose' : 'save')}
      onSave={save}
    >
      {(form) => (
        <>
          <AskedFields
            customerId={customer.id}
            colleagues={props.colleagues}
            visitId={consultation.visitId}
          />
          <OfferFields isDepositBooked={consultation.isDepositBooked} />
          <WhyNotFields picked={consultation.whyNot} />
          <NextStepFields
            customer={customer}
            colleagues={props.colleagues}
            appointmentsAhead={props.appointmentsAhead}
          />
          <h3>{say('finish')}</h3>
          <div className="rows">
            <Segmented
              aria-label={say('finish')}
              value={isFinishing}
              onChange={setFinishing}
              options={[
                { value: false, label: say('finish.no') },
                { value: true, label: say('finish.yes') },
              ]}
            />
            {isFinishing && (
              <Outcome
                form={form}
                isBooked={consultation.isDepositBooked}
                isPaid={isDepositPaid}
                onPaid={setDepositPaid}
              />
            )}
          </div>
        </>
      )}
    </FormDrawer>
  );
}

interface OutcomeProps {
  form: FormInstance<ConsultationFields>;
  isBooked: boolean;
  isPaid: boolean;
  onPaid: (isPaid: boolean) => void;
}

/** What it will be closed as, and whether the deposit goes into the books with it. */
function Outcome({ form, isBooked, isPaid, onPaid }: OutcomeProps) {
  const say = useWords(consultationsWords);
  const money = useMoney();
  const mayBook = useMay('ledger.write');
  const fields = Form.useWatch<ConsultationFields | undefined>([], form) ?? {};
  const items = itemsOf(fields);
  const deposit = fields.depositFen ?? null;
  const agreedFen = fields.agreedFen ?? null;
  return (
    <>
      <span className="soft">
        {outcomeOf({ items }) === 'deal'
          ? say('finish.deal', { amount: money(agreedAmount({ items, agreedFen })) })
          : say('finish.noDeal')}
      </span>
      {deposit !== null && mayBook && !isBooked && (
        <Checkbox checked={isPaid} onChange={({ target }) => onPaid(target.checked)}>
          {say('deposit.paid', { amount: money(deposit) })}
        </Checkbox>
      )}
    </>
  );
}
