import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { chairKinds } from '#domain/appointments/appointment.ts';
import { AddChair } from '#domain/appointments/contract.ts';
import type { Chair } from '#domain/appointments/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { RowActions } from '#web/ui/row-actions.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useChairs, useSaveChair } from './api.ts';
import { deskSettingsWords } from './words.ts';

type Fields = Pick<Chair, 'name' | 'kind'>;

/** Where somebody is treated in this clinic. */
export function ChairsPanel({ clinicId }: { clinicId: string }) {
  const say = useWords(deskSettingsWords);
  const tell = useTell();
  const mayManage = useMay('appointments.manage');
  const chairs = useChairs(clinicId);
  const save = useSaveChair();
  const { required, fits } = useFieldRules();
  const [edited, setEdited] = useState<Chair | 'new' | null>(null);
  const known = edited === 'new' ? null : edited;
  const archive = ({ id, version, isArchived }: Chair) =>
    save.mutate(
      { id, version, change: { isArchived: !isArchived } },
      { onSuccess: () => tell.done(say('saved')), onError: tell.failed },
    );

  return (
    <section className="panel">
      <header className="panel-head">
        <div>
          <h2>{say('chair.title')}</h2>
          <p className="soft">{say('chair.about')}</p>
        </div>
        {mayManage && <Button onClick={() => setEdited('new')}>{say('chair.add')}</Button>}
      </header>
      <DataTable
        label={say('chair.title')}
        rows={chairs.data?.items}
        error={chairs.error}
        onRetry={() => void chairs.refetch()}
        empty={<EmptyState text={say('chair.none')} />}
        {...(mayManage && { onOpen: setEdited })}
        columns={[
          {
            key: 'name',
            title: say('name'),
            leads: true,
            show: ({ name, isArchived }) => (
              <span className={isArchived ? 'soft' : ''}>
                {name}
                {isArchived && ` · ${say('archived')}`}
              </span>
            ),
          },
          { key: 'kind', title: say('chair.kind'), show: ({ kind }) => say(`chair.${kind}`) },
          ...(mayManage
            ? [
                {
                  key: 'actions',
                  title: '',
                  width: 48,
                  show: (chair: Chair) => (
                    <RowActions
                      label={say('actions', { name: chair.name })}
                      actions={[
                        { key: 'edit', label: say('edit'), onDo: () => setEdited(chair) },
                        {
                          key: 'archive',
                          label: say(chair.isArchived ? 'restore' : 'archive'),
                          onDo: () => archive(chair),
                        },
                      ]}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      <FormDrawer<Fields>
        title={known ? say('chair.edit', { name: known.name }) : say('chair.add')}
        open={edited !== null}
        onClose={() => setEdited(null)}
        start={known ? { name: known.name, kind: known.kind } : { kind: 'chair' }}
        {...(known && { version: known.version })}
        compare={[{ name: 'name', label: say('name') }]}
        onSave={async (fields, version) => {
          await save.mutateAsync(known ? { id: known.id, version, change: fields } : { clinicId, ...fields });
          tell.done(say('saved'));
        }}
      >
        <Form.Item name="name" label={say('name')} rules={[required, fits(AddChair.shape.name)]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="kind" label={say('chair.kind')} rules={[required]}>
          <Radio.Group options={chairKinds.map((value) => ({ value, label: say(`chair.${value}`) }))} />
        </Form.Item>
      </FormDrawer>
    </section>
  );
}
