import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { DeskScores, ScorecardView, type ScoreColleague } from '#domain/scorecards/contract.ts';
import type { Scorecard } from '#domain/scorecards/scorecard.ts';
import { get, post, put } from '#web/lib/http.ts';
import { useMutation } from '#web/lib/mutation.ts';

export function useScorecard() {
  return useQuery({ queryKey: ['scorecard'], queryFn: () => get('/scorecard', ScorecardView) });
}

export function useDeskScores(question: { clinicId: string; from: string; to: string }) {
  return useQuery({
    queryKey: ['scorecard', 'scores', question],
    queryFn: () => get('/desk-scores', DeskScores, question),
  });
}

export function useScoreColleague() {
  return useChange((look: z.input<typeof ScoreColleague>) => post('/desk-scores', look, DeskScores));
}

export function useSaveScorecard() {
  return useChange(({ card, version }: { card: Scorecard; version: number }) =>
    put('/scorecard', { card }, ScorecardView, { ifMatch: version }),
  );
}

function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: ['scorecard'] }),
  });
}
