import { ListConsultations } from '#domain/consultations/contract.ts';

/** What stands in the address of the page; the clinic is the one chosen in the header. */
export const ConsultationFilter = ListConsultations.omit({ clinicId: true });
