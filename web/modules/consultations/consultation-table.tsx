import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import type { ConsultationRow } from '#domain/consultations/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useConsultations } from './api.ts';
import type { ConsultationFilter } from './consultation-filter.ts';
import { ConsultationState } from './consultation-state.tsx';
import { NextStepText } from './next-step-text.tsx';
import { consultationsWords } from './words.ts';

type Filter = z.output<typeof ConsultationFilter>;

interface ConsultationTableProps {
  filter: Filter;
  onChange: (change: Partial<Filter>) => void;
  onOpen: (consultation: ConsultationRow) => void;
}

export function ConsultationTable({ filter, onChange, onOpen }: ConsultationTableProps) {
  const say = useWords(consultationsWords);
  const consultations = useConsultations(filter);
  const columns = useColumns(filter.state);
  return (
    <DataTable
      label={say('title')}
      columns={columns}
      rows={consultations.data?.items}
      error={consultations.error}
      onRetry={() => void consultations.refetch()}
      refreshing={consultations.isPlaceholderData}
      wrapsFrom={900}
      onOpen={onOpen}
      empty={<EmptyState text={say(`none.${filter.state}`)} />}
      paging={{
        page: filter.page,
        pageSize: filter.pageSize,
        total: consultations.data?.total ?? 0,
        onChange: (page, pageSize) => onChange({ page, pageSize }),
      }}
    />
  );
}

function useColumns(state: Filter['state']): Column<ConsultationRow>[] {
  const say = useWords(consultationsWords);
  const sayClinic = useWords(clinicWords);
  const wording = useWording();
  const money = useMoney();
  const dates = useDates();
  const day = (instant: string | null) =>
    instant && <span className="nowrap">{dates.dayOfInstant(instant)}</span>;
  const who: Column<ConsultationRow>[] = [
    {
      key: 'state',
      title: say('status'),
      width: 100,
      show: (row) => <ConsultationState consultation={row} />,
    },
    {
      key: 'customer',
      title: say('customer'),
      leads: true,
      show: ({ customerId, customerName, customerNumber }) => (
        <Link to="/customers/$id" params={{ id: customerId }}>
          {customerName} <span className="soft">{customerNumber}</span>
        </Link>
      ),
    },
    {
      key: 'asked',
      title: say('asked'),
      show: ({ askedCategories, asked }) =>
        [askedCategories.map((one) => sayClinic(`treatment.${one}`)).join(say('and')), asked]
          .filter(Boolean)
          .join(' · ') || '–',
    },
    { key: 'consultant', title: say('consultant'), show: ({ consultantName }) => consultantName ?? '–' },
  ];
  const next: Column<ConsultationRow> = {
    key: 'next',
    title: say('next'),
    show: (row) => <NextStepText consultation={row} />,
  };
  if (state === 'open')
    return [...who, next, { key: 'opened', title: say('openedAt'), show: ({ openedAt }) => day(openedAt) }];
  return [
    ...who,
    {
      key: 'worth',
      title: say('worth'),
      align: 'right',
      show: ({ dealFen }) => dealFen !== null && <span className="amount">{money(dealFen)}</span>,
    },
    {
      key: 'why',
      title: say('whyNot'),
      show: ({ whyNot, whyNotWords, outcome }) =>
        outcome === 'no_deal' && [...whyNot.map(wording), whyNotWords].filter(Boolean).join(say('and')),
    },
    next,
    { key: 'closed', title: say('closedAt'), show: ({ closedAt }) => day(closedAt) },
  ];
}
