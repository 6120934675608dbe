import { useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { AppointmentKind, Chair, DeskRulesView } from '#domain/appointments/contract.ts';
import type { AddChair, AddKind, EditChair, EditKind } from '#domain/appointments/contract.ts';
import type { DeskRules } from '#domain/appointments/desk-rules.ts';
import { CalendarFeed, CalendarFeedList, NewCalendarFeed } from '#domain/calendarfeeds/contract.ts';
import { CheckInPoster } from '#domain/checkins/contract.ts';
import { OnlineBooking } from '#domain/onlinebooking/contract.ts';
import type { OnlineRules } from '#domain/onlinebooking/limits.ts';
import { NewWaitingScreen, WaitingScreenList } from '#domain/reception/contract.ts';
import type { AddWaitingScreen } from '#domain/reception/contract.ts';
import { get, patch, post, put } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function useKinds() {
  return useQuery({
    queryKey: ['appointment-kinds'],
    queryFn: () => get('/appointment-kinds', z.object({ items: z.array(AppointmentKind) })),
  });
}

export function useChairs(clinicId: string) {
  return useQuery({
    queryKey: ['chairs', clinicId],
    queryFn: () => get('/chairs', z.object({ items: z.array(Chair) }), { clinicId }),
  });
}

export function useDeskRules(clinicId: string) {
  return useQuery({
    queryKey: ['desk-rules', clinicId],
    queryFn: () => get(`/clinics/${clinicId}/desk-rules`, DeskRulesView),
  });
}

export function useOnlineBooking(clinicId: string) {
  return useQuery({
    queryKey: ['online-booking', clinicId],
    queryFn: () => get(`/clinics/${clinicId}/online-booking`, OnlineBooking),
  });
}

export function useSaveOnlineBooking(clinicId: string) {
  return useSaving(({ rules, version }: { rules: OnlineRules; version: number }) =>
    put(`/clinics/${clinicId}/online-booking`, { rules }, OnlineBooking, { ifMatch: version }),
  );
}

export function useFeeds() {
  return useQuery({
    queryKey: ['calendar-feeds'],
    queryFn: () => get('/calendar-feeds', CalendarFeedList),
  });
}

export function useShareCalendar() {
  return useSaving((doctorId: string) => post(`/staff/${doctorId}/calendar-feed`, {}, NewCalendarFeed));
}

export function useRevokeCalendar() {
  return useSaving((doctorId: string) => post(`/staff/${doctorId}/calendar-feed/revoke`, {}, CalendarFeed));
}

export function useScreens(clinicId: string) {
  return useQuery({
    queryKey: ['waiting-screens', clinicId],
    queryFn: () => get(`/clinics/${clinicId}/waiting-screens`, WaitingScreenList),
  });
}

export function useAddScreen(clinicId: string) {
  return useSaving((screen: AddWaitingScreen) =>
    post(`/clinics/${clinicId}/waiting-screens`, screen, NewWaitingScreen),
  );
}

export function usePoster(clinicId: string) {
  return useQuery({
    queryKey: ['check-in-poster', clinicId],
    queryFn: () => get(`/clinics/${clinicId}/check-in-poster`, CheckInPoster),
  });
}

export function useRenewPoster(clinicId: string) {
  return useSaving(() => post(`/clinics/${clinicId}/check-in-poster/renew`, {}, CheckInPoster));
}

export function useRevokeScreen() {
  return useSaving((id: string) => post(`/waiting-screens/${id}/revoke`, {}, z.object({})));
}

type Versioned<T> = { id: string; version: number | undefined; change: T };

export function useSaveKind() {
  return useSaving((kind: z.input<typeof AddKind> | Versioned<z.input<typeof EditKind>>) =>
    'change' in kind
      ? patch(`/appointment-kinds/${kind.id}`, kind.change, AppointmentKind, { ifMatch: kind.version })
      : post('/appointment-kinds', kind, AppointmentKind),
  );
}

export function useSaveChair() {
  return useSaving((chair: z.input<typeof AddChair> | Versioned<z.input<typeof EditChair>>) =>
    'change' in chair
      ? patch(`/chairs/${chair.id}`, chair.change, Chair, { ifMatch: chair.version })
      : post('/chairs', chair, Chair),
  );
}

export function useSaveDeskRules(clinicId: string) {
  return useSaving(({ rules, version }: { rules: DeskRules; version: number }) =>
    put(`/clinics/${clinicId}/desk-rules`, { rules }, DeskRulesView, { ifMatch: version }),
  );
}

function useSaving<Input = void, Output = unknown>(save: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn: save, onSettled: () => void client.invalidateQueries() });
}
