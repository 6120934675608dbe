import { Button } from 'antd';
import type { Consultation } from '#domain/consultations/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { NextStepText } from './next-step-text.tsx';
import { ConsultationState } from './consultation-state.tsx';
import { consultationsWords } from './words.ts';

interface ConsultationCardProps {
  consultation: Consultation;
  clinicId: string;
  onEdit?: (consultation: Consultation) => void;
  onReopen?: (consultation: Consultation) => void;
}

/** One consultation in a few lines: what was asked, what came of it, what comes next. */
export function ConsultationCard({ consultation, clinicId, onEdit, onReopen }: ConsultationCardProps) {
  const say = useWords(consultationsWords);
  const sayClinic = useWords(clinicWords);
  const wording = useWording();
  const money = useMoney();
  const dates = useDates(clinicId);
  const { state, askedCategories, asked, whyNot, whyNotWords, dealFen, depositFen } = consultation;
  const wants = askedCategories.map((one) => sayClinic(`treatment.${one}`)).join(say('and'));
  const why = [...whyNot.map(wording), whyNotWords].filter(Boolean).join(say('and'));
  const who = [
    say(`place.${consultation.place}`),
    dates.dayOfInstant(consultation.openedAt),
    consultation.consultantName,
  ];

  return (
    <li className="rows">
      <div className="line">
        <ConsultationState consultation={consultation} />
        <strong>{wants || asked || say('asked.nothing')}</strong>
        <span className="push" />
        {state === 'open' && onEdit && (
          <Button size="small" type="primary" ghost onClick={() => onEdit(consultation)}>
            {say('edit')}
          </Button>
        )}
        {state === 'closed' && onReopen && (
          <Button size="small" onClick={() => onReopen(consultation)}>
            {say('reopen')}
          </Button>
        )}
      </div>
      <span className="soft">{who.filter(Boolean).join(' · ')}</span>
      {wants && asked && <span className="written">{asked}</span>}
      {(dealFen !== null || depositFen !== null) && (
        <span>
          {[
            dealFen !== null && money(dealFen),
            depositFen !== null && say('deposit.is', { amount: money(depositFen) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      )}
      {state === 'closed' && why && <span className="soft">{why}</span>}
      <NextStepText consultation={consultation} />
    </li>
  );
}
