import { standings } from '#domain/coverage/coverage.ts';
import type { Certificate } from '#domain/coverage/contract.ts';
import { serverNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { coverageWords } from './words.ts';
import './coverage.css';

/** What can be said of a month, to be printed and put on file. */
export function CertificateSheet({ certificate }: { certificate: Certificate }) {
  const say = useWords(coverageWords);
  const dates = useDates();
  const number = useNumber();
  const { daysChecked, daysOfMonth, kept, of, found, takenUp, reasons, stillLost, counts } = certificate;
  if (daysChecked === 0) return <p className="panel">{say('certificate.never')}</p>;

  return (
    <article className="panel certificate">
      <p className="line">
        {stillLost === 0 && daysChecked === daysOfMonth && (
          <StatusTag meaning="done">{say('certificate.nobodyLost')}</StatusTag>
        )}
        {stillLost > 0 && (
          <StatusTag meaning="overdue">
            {say('certificate.stillLost', { count: number(stillLost) })}
          </StatusTag>
        )}
        {daysChecked < daysOfMonth && (
          <StatusTag meaning="soon">
            {say('certificate.unchecked', { count: number(daysOfMonth - daysChecked) })}
          </StatusTag>
        )}
        <span className="soft">{say('certificate.issued', { at: dates.dateTime(serverNow()) })}</span>
      </p>
      <p>
        <strong>{say('certificate.kept', { of: number(of), kept: number(kept) })}</strong>
      </p>
      <p>{say('certificate.days', { all: daysOfMonth, checked: daysChecked })}</p>
      <p>
        {say('certificate.found', {
          found: number(found),
          takenUp: number(takenUp),
          named: number(reasons.length),
          stillLost: number(stillLost),
        })}
      </p>
      <dl>
        {standings
          .filter((standing) => counts[standing] > 0)
          .map((standing) => [
            <dt key={standing}>{say(`standing.${standing}`)}</dt>,
            <dd key={`${standing} count`}>{number(counts[standing])}</dd>,
          ])}
      </dl>
      {reasons.length > 0 && (
        <DataTable
          label={say('certificate.reasons')}
          wrapsFrom={700}
          rows={reasons.map((each) => ({ ...each, id: `${each.customerNumber} ${each.since}` }))}
          columns={[
            {
              key: 'customer',
              title: say('customer'),
              leads: true,
              show: ({ customerName, customerNumber }) => (
                <>
                  {customerName} <span className="soft">{customerNumber}</span>
                </>
              ),
            },
            { key: 'since', title: say('since'), show: ({ since }) => dates.dateTime(since) },
            { key: 'reason', title: say('reason'), show: ({ reason }) => reason },
            { key: 'by', title: say('by'), show: ({ byName }) => byName },
          ]}
        />
      )}
    </article>
  );
}
