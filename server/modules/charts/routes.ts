import { ChartDay, CountCharts, ListCharts, MoveCharts } from '#domain/charts/contract.ts';
import { get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { listCharts } from './list-charts.ts';
import { countCharts, moveCharts } from './move-charts.ts';

const atDesk = {
  scope: 'clinic',
  shows: ['public', 'personal', 'sensitive_health'],
  permission: 'desk.work',
  gives: ChartDay,
} as const;

export const chartRoutes: Route[] = [
  get({ ...atDesk, path: '/charts', query: ListCharts, does: listCharts }),
  post({ ...atDesk, path: '/charts/move', body: MoveCharts, does: moveCharts }),
  post({ ...atDesk, path: '/charts/count', body: CountCharts, does: countCharts }),
];
