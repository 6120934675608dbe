import type { PaperLine } from '#domain/papersheets/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { paperSheetWords } from './words.ts';

/** How a line stands, by whom and since when. */
export function StandingText({ line: { standing, clinicId } }: { line: PaperLine }) {
  const say = useWords(paperSheetWords);
  const dates = useDates(clinicId);
  const deed = (of: { what: keyof typeof whats; at: string | null; byName: string | null }) => ({
    ...{ what: say(whats[of.what]), by: of.byName ?? say('themselves') },
    at: of.at === null ? '' : dates.shortDateTime(of.at),
  });
  switch (standing.state) {
    case 'open':
      return standing.before ? (
        <span className="soft">{say('standing.before', deed(standing.before))}</span>
      ) : null;
    case 'void':
      return <StatusTag meaning="neutral">{say(`void.${standing.why}`)}</StatusTag>;
    case 'done':
      return <StatusTag meaning="done">{say('standing.done', deed(standing))}</StatusTag>;
    case 'entered':
      return (
        <span className="line">
          <StatusTag meaning="done">{say('standing.entered', deed(standing))}</StatusTag>
          {standing.happenedAt && (
            <span className="soft">
              {say('standing.happened', { at: dates.shortDateTime(standing.happenedAt) })}
            </span>
          )}
        </span>
      );
  }
}

const whats = {
  reached: 'what.reached',
  no_answer: 'what.no_answer',
  call_back: 'what.call_back',
  refused: 'what.refused',
  wrong_number: 'what.wrong_number',
  confirmed: 'what.confirmed',
  declined: 'what.declined',
  unreached: 'what.unreached',
  arrived: 'what.arrived',
  missed: 'what.missed',
  not_done: 'what.not_done',
} as const;
