import { useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { AppointmentKind, FreeTimes } from '#domain/appointments/contract.ts';
import type { CalendarDate } from '#domain/base/time.ts';
import {
  AccountCode,
  Checkout,
  CheckoutList,
  CheckoutRulesView,
  CheckoutSheet,
  type FinishCheckout,
} from '#domain/checkout/contract.ts';
import type { CheckoutRules } from '#domain/checkout/rules.ts';
import { AskedForm } from '#domain/forms/contract.ts';
import { get, post, put } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function useCheckouts(day: CalendarDate | undefined) {
  return useQuery({
    queryKey: ['checkouts', day],
    queryFn: () => get('/checkouts', CheckoutList, { day }),
    // Another desk lets people go as well.
    refetchInterval: 30_000,
  });
}

export function useWithoutNext(question: { from: CalendarDate; to: CalendarDate } | null) {
  return useQuery({
    queryKey: ['checkouts', 'without-next', question],
    queryFn: () => get('/checkouts/without-next', CheckoutList, question ?? {}),
    enabled: question !== null,
  });
}

export function useCheckoutSheet(visitId: string) {
  return useQuery({
    queryKey: ['checkouts', 'sheet', visitId],
    queryFn: () => get(`/visits/${visitId}/checkout`, CheckoutSheet),
  });
}

/** What a closed visit owes its customer is planned a moment after it: what was read meanwhile is read again. */
const plannedAfterMs = [700, 3_000];

export function useFinishCheckout(visitId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ version, answers }: { version: number; answers: z.input<typeof FinishCheckout> }) =>
      post(`/visits/${visitId}/checkout`, answers, Checkout, { ifMatch: version }),
    onSettled: () => {
      void client.invalidateQueries();
      for (const ms of plannedAfterMs) setTimeout(() => void client.invalidateQueries(), ms);
    },
  });
}

/** A link for the customer's own telephone, shown as a code at the desk. */
export function useAskRating(customerId: string, visitId: string) {
  return useMutation({
    mutationFn: (code: string) =>
      post(`/customers/${customerId}/form-requests`, { code, source: 'link', visitId }, AskedForm),
  });
}

export function useKinds() {
  return useQuery({
    queryKey: ['appointments', 'kinds'],
    queryFn: () => get('/appointment-kinds', z.object({ items: z.array(AppointmentKind) })),
  });
}

export function useTimesFrom(question: {
  clinicId: string;
  from: CalendarDate;
  minutes: number;
  doctorId?: string | undefined;
}) {
  return useQuery({
    queryKey: ['appointments', 'free', question],
    queryFn: () => get('/appointments/free', FreeTimes, { ...question, days: 14 }),
  });
}

export function useCheckoutRules(clinicId: string, isAsked: boolean) {
  return useQuery({
    queryKey: ['checkouts', 'rules', clinicId],
    queryFn: () => get(`/clinics/${clinicId}/checkout-rules`, CheckoutRulesView),
    enabled: isAsked,
  });
}

export function useSaveCheckoutRules(clinicId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ rules, version }: { rules: CheckoutRules; version: number }) =>
      put(`/clinics/${clinicId}/checkout-rules`, { rules }, CheckoutRulesView, { ifMatch: version }),
    onSettled: () => client.invalidateQueries({ queryKey: ['checkouts'] }),
  });
}

export function useAccountCode(clinicId: string) {
  return useQuery({
    queryKey: ['checkouts', 'account-code', clinicId],
    queryFn: () => get(`/clinics/${clinicId}/account-code`, AccountCode),
  });
}

export function useSaveAccountCode(clinicId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (picture: string) => put(`/clinics/${clinicId}/account-code`, { picture }, AccountCode),
    onSettled: () => client.invalidateQueries({ queryKey: ['checkouts'] }),
  });
}
