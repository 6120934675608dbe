import type { GradeReason } from '#domain/grading/contract.ts';
import { useReasonText } from './reason-words.ts';
import './grading.css';

export function ReasonList({ reasons, clinicId }: { reasons: readonly GradeReason[]; clinicId?: string }) {
  const text = useReasonText(clinicId);
  return (
    <ul className="grade-reasons">
      {reasons.map((reason) => (
        <li key={reason.code}>{text(reason)}</li>
      ))}
    </ul>
  );
}
