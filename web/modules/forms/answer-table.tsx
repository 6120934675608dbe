import { useState } from 'react';
import { ListAnswers, type AnswerRow } from '#domain/forms/contract.ts';
import { satisfactionBands } from '#domain/followups/satisfaction.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useListed, useWording, useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { Select } from '#web/ui/select.tsx';
import { AnswerDrawer } from './answer-drawer.tsx';
import { useAnswers, useForms } from './api.ts';
import { formWords } from './words.ts';

/** The file of answered forms, leafed through by treatment, form and score. */
export function AnswerTable() {
  const say = useWords(formWords);
  const sayClinic = useWords(clinicWords);
  const wording = useWording();
  const dates = useDates();
  const listed = useListed();
  const [filters, setFilters] = useUrlFilters(ListAnswers);
  const answers = useAnswers(filters);
  const forms = useForms().data?.items ?? [];
  const [shown, setShown] = useState<string | null>(null);

  const columns: Column<AnswerRow>[] = [
    { key: 'at', title: say('column.at'), show: ({ answeredAt }) => dates.shortDateTime(answeredAt) },
    { key: 'customer', title: say('column.customer'), leads: true, show: ({ customer }) => customer.name },
    { key: 'form', title: say('column.form'), show: ({ name }) => wording(name) },
    {
      key: 'category',
      title: say('column.categories'),
      show: ({ category }) => category && sayClinic(`treatment.${category}`),
    },
    { key: 'score', title: say('column.score'), align: 'right', show: ({ score }) => score },
    { key: 'doctor', title: say('column.doctor'), show: ({ doctorName }) => doctorName },
    { key: 'how', title: say('column.how'), show: ({ source }) => say(`source.${source}`) },
    { key: 'words', title: say('column.words'), show: ({ words }) => words.length > 0 && listed(words) },
  ];
  return (
    <div className="rows">
      <div className="line">
        <Select
          aria-label={say('filter.category')}
          placeholder={say('filter.category')}
          allowClear
          style={{ minWidth: 140 }}
          value={filters.category ?? null}
          onChange={(category) => setFilters({ category })}
          options={treatmentCategories.map((value) => ({ value, label: sayClinic(`treatment.${value}`) }))}
        />
        <Select
          aria-label={say('filter.form')}
          placeholder={say('filter.form')}
          allowClear
          style={{ minWidth: 200 }}
          value={filters.code ?? null}
          onChange={(code) => setFilters({ code })}
          options={forms.map(({ code, name }) => ({ value: code, label: wording(name) }))}
        />
        <Select
          aria-label={say('filter.band')}
          placeholder={say('filter.band')}
          allowClear
          style={{ minWidth: 140 }}
          value={filters.band ?? null}
          onChange={(band) => setFilters({ band })}
          options={satisfactionBands.map((value) => ({ value, label: say(`band.${value}`) }))}
        />
      </div>
      <DataTable
        label={say('answers.title')}
        columns={columns}
        rows={answers.data?.items}
        error={answers.error}
        onRetry={() => void answers.refetch()}
        refreshing={answers.isPlaceholderData}
        onOpen={({ id }) => setShown(id)}
        wrapsFrom={900}
        paging={{
          page: filters.page,
          pageSize: filters.pageSize,
          total: answers.data?.total ?? 0,
          onChange: (page, pageSize) => setFilters({ page, pageSize }),
        }}
      />
      <AnswerDrawer id={shown} onClose={() => setShown(null)} />
    </div>
  );
}
