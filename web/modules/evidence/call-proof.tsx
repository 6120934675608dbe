import { EvidenceTag } from '#web/ui/evidence-tag.tsx';
import { useCustomerEvidence } from './api.ts';

/** What shows this call to a customer; of what nobody called, nothing. */
export function CallProof({ customerId, callId }: { customerId: string; callId: string }) {
  const { data } = useCustomerEvidence(customerId);
  const proof = data?.items.find((each) => each.callId === callId);
  return proof ? <EvidenceTag grade={proof.grade} isLate={proof.isLate} /> : null;
}
