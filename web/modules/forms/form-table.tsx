import { useNavigate } from '@tanstack/react-router';
import type { FormRow } from '#domain/forms/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useListed, useWording, useWords } from '#web/lib/words.ts';
import { DataTable, type Column } from '#web/ui/data-table.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useForms } from './api.ts';
import { formWords } from './words.ts';

/** Every form, with where its draft stands. */
export function FormTable() {
  const say = useWords(formWords);
  const sayClinic = useWords(clinicWords);
  const wording = useWording();
  const listed = useListed();
  const navigate = useNavigate();
  const forms = useForms();
  const columns: Column<FormRow & { id: string }>[] = [
    { key: 'name', title: say('column.form'), leads: true, show: ({ name }) => wording(name) },
    { key: 'kind', title: say('column.kind'), show: ({ kind }) => say(`kind.${kind}`) },
    {
      key: 'categories',
      title: say('column.categories'),
      show: ({ categories }) =>
        categories.length === 0
          ? say('any')
          : listed(categories.map((each) => sayClinic(`treatment.${each}`))),
    },
    { key: 'questions', title: say('column.questions'), align: 'right', show: ({ questions }) => questions },
    {
      key: 'version',
      title: say('column.version'),
      show: ({ version, isShipped }) =>
        version !== null && (isShipped ? say('version.shipped') : say('version.n', { n: version })),
    },
    {
      key: 'draft',
      title: say('column.draft'),
      show: ({ draft }) =>
        draft && (
          <StatusTag meaning={draft.flaws > 0 ? 'soon' : 'done'}>
            {draft.flaws > 0 ? say('draft.flaws', { count: draft.flaws }) : say('draft.ready')}
          </StatusTag>
        ),
    },
  ];
  return (
    <DataTable
      label={say('title')}
      columns={columns}
      rows={forms.data?.items.map((form) => ({ ...form, id: form.code }))}
      error={forms.error}
      onRetry={() => void forms.refetch()}
      onOpen={({ code }) => void navigate({ to: '/forms/$code', params: { code } })}
    />
  );
}
