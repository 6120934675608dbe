import { createContext, use } from 'react';
import type { Clinic, Me } from '#domain/staff/contract.ts';
import { mayDo, type Permission } from '#domain/staff/permissions.ts';
import { chosenClinic } from './chosen-clinic.ts';
import { useSignal } from './signal.ts';

export const sessionKey = ['session'] as const;

/** Who is signed in. Filled by web/app; nothing below it renders without. */
export const MeContext = createContext<Me | null>(null);

export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('useMe outside of a signed-in page');
  return me;
}

export function useMay(permission: Permission): boolean {
  return mayDo(useMe().permissions, permission);
}

/** The clinic chosen in the header; null means all of mine. */
export function useChosenClinic(): Clinic | null {
  const id = useSignal(chosenClinic);
  return useMe().clinics.find((clinic) => clinic.id === id) ?? null;
}

export function useClinicName(): (id: string | null) => string {
  const { clinics } = useMe();
  return (id) => clinics.find((clinic) => clinic.id === id)?.name ?? '–';
}

/** The zone to show times of a clinic in: its own, else the chosen clinic's, else the organization's. */
export function useTimeZone(clinicId?: string | null): string {
  const me = use(MeContext);
  const chosen = useSignal(chosenClinic);
  const zoneOf = (id: string | null | undefined) => me?.clinics.find((clinic) => clinic.id === id)?.timezone;
  return zoneOf(clinicId) ?? zoneOf(chosen) ?? me?.organization.timezone ?? 'Asia/Shanghai';
}
