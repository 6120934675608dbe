import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { RedFlag } from '#domain/redflags/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useMe } from '#web/lib/me.ts';
import { useListed, useWording, useWords } from '#web/lib/words.ts';
import { AnswerDrawer } from './answer-drawer.tsx';
import { redFlagWords } from './words.ts';

/** A customer's warning signs: what waits for a doctor by when, and what doctors said. */
export function RedFlagNotices({ flags }: { flags: readonly RedFlag[] }) {
  const say = useWords(redFlagWords);
  const { treats } = useMe();
  const [answering, setAnswering] = useState<RedFlag | null>(null);
  if (flags.length === 0) return null;
  return (
    <div className="rows">
      {flags.map((flag) =>
        flag.state === 'open' ? (
          <Open
            key={flag.id}
            flag={flag}
            action={
              treats && (
                <Button type="primary" size="small" onClick={() => setAnswering(flag)}>
                  {say('answer')}
                </Button>
              )
            }
          />
        ) : (
          <Answered key={flag.id} flag={flag} />
        ),
      )}
      <AnswerDrawer flag={answering} onClose={() => setAnswering(null)} />
    </div>
  );
}

function Open({ flag, action }: { flag: RedFlag; action: ReactNode }) {
  const say = useWords(redFlagWords);
  const dates = useDates(flag.clinicId);
  const signs = useSigns(flag);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={say('notice.open', { signs })}
      description={[
        say('notice.promise', {
          at: dates.shortDateTime(flag.promisedAt),
          doctor: flag.doctorName ?? say('doctor.any'),
        }),
        flag.supervisorToldAt && say('overdue'),
      ]
        .filter(Boolean)
        .join(' · ')}
      action={action}
    />
  );
}

function Answered({ flag }: { flag: RedFlag }) {
  const say = useWords(redFlagWords);
  const sayFollowup = useWords(followupWords);
  const dates = useDates(flag.clinicId);
  const signs = useSigns(flag);
  return (
    <Alert
      type={flag.verdict === 'fine' ? 'success' : 'warning'}
      showIcon
      role="note"
      title={say('notice.answered', {
        name: flag.answeredByName ?? '–',
        at: flag.endedAt ? dates.shortDateTime(flag.endedAt) : '–',
        verdict: flag.verdict ? sayFollowup(`verdict.${flag.verdict}`) : '–',
      })}
      description={
        <>
          <div className="written">{[flag.words, flag.advice].filter(Boolean).join('\n')}</div>
          <div className="soft">{say('notice.signs', { signs })}</div>
        </>
      }
    />
  );
}

function useSigns({ signs }: RedFlag): string {
  const wording = useWording();
  return useListed()(signs.map(wording));
}
