import { Navigate } from '@tanstack/react-router';
import { lazy } from 'react';
import { useMay } from '#web/lib/me.ts';

const TodayPage = lazy(async () => ({ default: (await import('#web/pages/today-page.tsx')).TodayPage }));

/** Today's work for those who follow up; the staff list for those who only run the accounts. */
export function Home() {
  return useMay('followups.work') ? <TodayPage /> : <Navigate to="/staff" replace />;
}
