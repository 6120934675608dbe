import { Button } from 'antd';
import type { ActView, RecoveryCase } from '#domain/recovery/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay, useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useCorrectSign } from './api.ts';
import { recoveryWords } from './words.ts';

/** What the customer said, sign by sign. */
export function CaseSigns({ of }: { of: RecoveryCase }) {
  const say = useWords(recoveryWords);
  const dates = useDates(of.clinicId);
  const tell = useTell();
  const me = useMe();
  const mayCorrect = useMay('recovery.supervise') && !of.about.some(({ id }) => id === me.staffId);
  const correct = useCorrectSign();
  return (
    <section className="panel">
      <h2>{say('signs')}</h2>
      <ul className="case-signs">
        {of.signs.map((sign) => (
          <li key={sign.id} className={sign.isWithdrawn ? 'soft' : ''}>
            <p className="line">
              <strong>{say(`kind.${sign.kind}`)}</strong>
              {sign.score !== null && <span>{say('score.first', { score: sign.score })}</span>}
              <span className="soft">
                {dates.shortDateTime(sign.at)} {sign.byName}
              </span>
              {sign.isWithdrawn && <span>{say('sign.withdrawn')}</span>}
            </p>
            <blockquote>{sign.words ?? say('words.none')}</blockquote>
            {sign.decidedBy.length > 0 && (
              <p className="soft line">
                {say('sign.decided', { words: sign.decidedBy.join('、') })}
                {mayCorrect && !sign.isWithdrawn && (
                  <Button
                    size="small"
                    onClick={() =>
                      correct.mutate(sign.id, {
                        onSuccess: () => tell.done(say('sign.corrected')),
                        onError: tell.failed,
                      })
                    }
                  >
                    {say('sign.correct')}
                  </Button>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everything that was done, in its order. */
export function CaseHistory({ of }: { of: RecoveryCase }) {
  const say = useWords(recoveryWords);
  const dates = useDates(of.clinicId);
  return (
    <section className="panel">
      <h2>{say('history')}</h2>
      <ol className="case-acts">
        {of.acts.map((act) => (
          <li key={act.id}>
            <p className="line">
              <strong>{say(`act.${act.kind}`)}</strong>
              <Facts act={act} />
              <span className="soft">
                {dates.shortDateTime(act.at)} {act.byName ?? say('system')}
              </span>
            </p>
            {act.words && act.kind !== 'opened' && act.kind !== 'joined' && <p>{act.words}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Facts({ act }: { act: ActView }) {
  const say = useWords(recoveryWords);
  return (
    <>
      {act.level && <span>{say(`level.${act.level}`)}</span>}
      {act.isSettled !== null && <span>{say(act.isSettled ? 'settled.yes' : 'settled.no')}</span>}
      {act.score !== null && (
        <span>{say(act.kind === 'word' ? 'score.second' : 'score.first', { score: act.score })}</span>
      )}
    </>
  );
}
