import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { AskEvidence, EvidenceRow } from '#domain/evidence/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { followupWords } from '#web/lib/followup-words.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EvidenceTag } from '#web/ui/evidence-tag.tsx';
import { ResultTag } from '#web/ui/result-tag.tsx';
import { useEvidenceCalls } from './api.ts';
import type { Behind } from './evidence-table.tsx';
import { evidenceWords } from './words.ts';

interface EvidenceCallsProps {
  asked: AskEvidence;
  behind: Behind;
  /** Whose calls; null is everybody's. */
  name: string | null;
  onClose: () => void;
}

const pageSize = 20;

/** The calls a number counts, each with what shows it. */
export function EvidenceCalls({ asked, behind, name, onClose }: EvidenceCallsProps) {
  const say = useWords(evidenceWords);
  const dates = useDates();
  const [page, setPage] = useState(1);
  const calls = useEvidenceCalls({ ...asked, ...behind, page, pageSize });
  const sayFollowup = useWords(followupWords);
  const what = behind.grade
    ? sayFollowup(`grade.${behind.grade}`)
    : behind.late
      ? sayFollowup('late')
      : say('list.all');

  const columns: Column<EvidenceRow & { id: string }>[] = [
    { key: 'at', title: say('at'), leads: true, show: ({ at }) => dates.dateTime(at) },
    {
      key: 'customer',
      title: say('customer'),
      show: ({ customerId, customerName }) => (
        <Link to="/customers/$id" params={{ id: customerId }}>
          {customerName}
        </Link>
      ),
    },
    { key: 'person', title: say('person'), show: ({ staffName }) => staffName },
    { key: 'result', title: say('result'), show: ({ result }) => <ResultTag result={result} /> },
    {
      key: 'grade',
      title: say('grade'),
      show: ({ grade, isLate }) => (
        <span className="line">
          <EvidenceTag grade={grade} isLate={isLate} />
        </span>
      ),
    },
    {
      key: 'log',
      title: say('log'),
      show: ({ log }) =>
        log &&
        say('log.of', {
          at: dates.shortDateTime(log.startedAt),
          direction: say(`direction.${log.direction}`),
          seconds: log.seconds,
          last4: log.phoneLast4,
        }),
    },
  ];
  return (
    <section className="rows" aria-label={what} ref={intoView}>
      <div className="line">
        <h2 style={{ margin: 0, fontSize: 16 }}>{say('list', { who: name ?? say('everybody'), what })}</h2>
        <Button type="link" size="small" onClick={onClose}>
          {say('list.close')}
        </Button>
      </div>
      <DataTable
        label={what}
        columns={columns}
        rows={calls.data?.items.map((row) => ({ ...row, id: row.callId }))}
        error={calls.error}
        onRetry={() => void calls.refetch()}
        refreshing={calls.isPlaceholderData}
        paging={{ page, pageSize, total: calls.data?.total ?? 0, onChange: setPage }}
      />
    </section>
  );
}

/** Whoever opened it from the top of a long table sees it. */
function intoView(node: HTMLElement | null): void {
  node?.scrollIntoView({ block: 'start' });
}
