import {
  DeskScores,
  ListScores,
  SaveScorecard,
  ScorecardView,
  ScoreColleague,
} from '#domain/scorecards/contract.ts';
import { get, post, put } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { getScorecard, listScores, saveScorecard, scoreColleague } from './score-colleague.ts';

const ofHouse = { scope: 'organization', shows: ['public'] } as const;
const looked = {
  scope: 'clinic',
  shows: ['public', 'personal'],
  permission: 'desk.supervise',
  gives: DeskScores,
} as const;

export const scorecardRoutes: Route[] = [
  get({ ...ofHouse, permission: 'desk.work', path: '/scorecard', gives: ScorecardView, does: getScorecard }),
  put({
    ...ofHouse,
    permission: 'desk.manage',
    path: '/scorecard',
    body: SaveScorecard,
    ifMatch: true,
    gives: ScorecardView,
    does: saveScorecard,
  }),
  get({ ...looked, path: '/desk-scores', query: ListScores, does: listScores }),
  post({ ...looked, path: '/desk-scores', body: ScoreColleague, does: scoreColleague }),
];
