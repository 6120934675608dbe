import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { SpotCheck, Verdict } from '#domain/spotchecks/contract.ts';
import { verdicts } from '#domain/spotchecks/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useLabelled, useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import type { Meaning } from '#web/ui/theme.ts';
import { useReviewCall } from './api.ts';
import { VerdictDialog } from './verdict-dialog.tsx';
import { spotCheckWords } from './words.ts';
import './spot-checks.css';

const meaningOf: Record<Verdict, Meaning> = { fine: 'done', doubtful: 'risk', faked: 'overdue' };

interface SpotCheckListProps {
  items: readonly SpotCheck[];
  /** What shows that a call was made. */
  proof: (check: SpotCheck) => ReactNode;
}

/** The records of the day, each judged by a button or a key; a doubt is put into words first. */
export function SpotCheckList({ items, proof }: SpotCheckListProps) {
  const say = useWords(spotCheckWords);
  const tell = useTell();
  const review = useReviewCall();
  const [at, setAt] = useState(0);
  const [doubting, setDoubting] = useState<{ check: SpotCheck; verdict: Verdict } | null>(null);
  const rows = useRef<(HTMLLIElement | null)[]>([]);
  const place = Math.min(at, items.length - 1);

  useEffect(() => {
    rows.current[place]?.scrollIntoView({ block: 'nearest' });
  }, [place]);

  const go = (step: number) => setAt(Math.max(0, Math.min(items.length - 1, place + step)));
  const judge = (check: SpotCheck | undefined, verdict: Verdict) => {
    if (!check || check.isOwn || review.isPending) return;
    if (verdict !== 'fine') {
      setDoubting({ check, verdict });
      return;
    }
    review.mutate(
      { callId: check.callId, verdict, version: check.version },
      { onSuccess: () => go(1), onError: tell.failed },
    );
  };
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    arrowdown: () => go(1),
    arrowup: () => go(-1),
    1: () => judge(items[place], 'fine'),
    2: () => judge(items[place], 'doubtful'),
    3: () => judge(items[place], 'faked'),
  });

  return (
    <>
      <ul className="spot-checks" aria-label={say('list')}>
        {items.map((check, index) => (
          <li
            key={check.callId}
            ref={(row) => {
              rows.current[index] = row;
            }}
            className={index === place ? 'panel chosen' : 'panel'}
            aria-current={index === place}
            onClick={() => setAt(index)}
          >
            <OneRecord check={check} proof={proof(check)} onJudge={(verdict) => judge(check, verdict)} />
          </li>
        ))}
      </ul>
      {doubting && <VerdictDialog {...doubting} onClose={() => setDoubting(null)} onDone={() => go(1)} />}
    </>
  );
}

interface OneRecordProps {
  check: SpotCheck;
  proof: ReactNode;
  onJudge: (verdict: Verdict) => void;
}

function OneRecord({ check, proof, onJudge }: OneRecordProps) {
  const say = useWords(spotCheckWords);
  const sayFollowup = useWords(followupWords);
  const labelled = useLabelled();
  const dates = useDates(check.clinicId);
  const { staffName, customerId, customerName, customerNumber, durationSeconds, scores, notes } = check;
  const { at, happenedAt } = check;

  return (
    <>
      <div className="line">
        <strong>{staffName}</strong>
        <span className="soft">
          {dates.shortDateTime(at)}
          {happenedAt && ` · ${sayFollowup('happened', { at: dates.shortDateTime(happenedAt) })}`}
        </span>
        <Link to="/customers/$id" params={{ id: customerId }}>
          {customerName} <span className="soft">{customerNumber}</span>
        </Link>
        <span className="soft">
          {durationSeconds === null ? say('seconds.unknown') : say('seconds', { seconds: durationSeconds })}
          {scores.length > 0 && ` · ${say('score', { scores: scores.join(' / ') })}`}
        </span>
      </div>
      <p className={notes ? 'heard' : 'heard soft'}>{notes || say('words.none')}</p>
      <div className="line">
        {check.signs.map((sign) => (
          <StatusTag key={sign} meaning="risk">
            {say(`sign.${sign}`)}
          </StatusTag>
        ))}
        {check.signs.length === 0 && <span className="soft">{say('drawn')}</span>}
        {proof}
        <span className="push" />
        {check.verdict !== null && (
          <>
            <StatusTag meaning={meaningOf[check.verdict]}>{say(`verdict.${check.verdict}`)}</StatusTag>
            <span className="soft">
              {check.verdictNote
                ? labelled(say('by', { name: check.reviewedByName ?? '' }), check.verdictNote)
                : say('by', { name: check.reviewedByName ?? '' })}
            </span>
          </>
        )}
        {check.isOwn ? (
          <span className="soft">{say('own')}</span>
        ) : (
          verdicts.map((verdict, index) => (
            <Button key={verdict} size="small" onClick={() => onJudge(verdict)}>
              {say(`verdict.${verdict}`)} <kbd className="wide-only">{index + 1}</kbd>
            </Button>
          ))
        )}
      </div>
    </>
  );
}
