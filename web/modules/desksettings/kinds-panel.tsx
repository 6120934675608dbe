import { Button, Form, Input, InputNumber, Switch, Tag } from 'antd';
import { useState } from 'react';
import { colours } from '#domain/appointments/appointment.ts';
import { AddKind } from '#domain/appointments/contract.ts';
import type { AppointmentKind } from '#domain/appointments/contract.ts';
import { treatmentCategories } from '#domain/visits/visit.ts';
import { lookOf } from '#web/lib/appointment-colours.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useMay } from '#web/lib/me.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { PeopleSelect } from '#web/ui/person-select.tsx';
import type { Colleague } from '#web/ui/person-select.tsx';
import { RowActions } from '#web/ui/row-actions.tsx';
import { Select } from '#web/ui/select.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useKinds, useSaveKind } from './api.ts';
import { deskSettingsWords } from './words.ts';

type Fields = Omit<AppointmentKind, 'id' | 'isArchived' | 'version'>;

/** What can be booked: how long, in which colour, by whom, and whether customers book it themselves. */
export function KindsPanel({ doctors }: { doctors: readonly Colleague[] }) {
  const say = useWords(deskSettingsWords);
  const sayClinic = useWords(clinicWords);
  const listed = useListed();
  const tell = useTell();
  const mayManage = useMay('appointments.manage');
  const kinds = useKinds();
  const save = useSaveKind();
  const [edited, setEdited] = useState<AppointmentKind | 'new' | null>(null);
  const namesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => doctors.find((doctor) => doctor.id === id)?.name ?? []);
  const archive = ({ id, version, isArchived }: AppointmentKind) =>
    save.mutate(
      { id, version, change: { isArchived: !isArchived } },
      { onSuccess: () => tell.done(say('saved')), onError: tell.failed },
    );

  return (
    <section className="panel">
      <header className="panel-head">
        <div>
          <h2>{say('kind.title')}</h2>
          <p className="soft">{say('kind.about')}</p>
        </div>
        {mayManage && <Button onClick={() => setEdited('new')}>{say('kind.add')}</Button>}
      </header>
      <DataTable
        label={say('kind.title')}
        rows={kinds.data?.items}
        error={kinds.error}
        onRetry={() => void kinds.refetch()}
        empty={<EmptyState text={say('kind.none')} />}
        {...(mayManage && { onOpen: setEdited })}
        columns={[
          {
            key: 'name',
            title: say('name'),
            leads: true,
            show: ({ name, colour, isArchived }) => (
              <span className={isArchived ? 'soft' : ''}>
                <i className="kind-colour" style={lookOf(colour)} /> {name}
                {isArchived && ` · ${say('archived')}`}
              </span>
            ),
          },
          {
            key: 'category',
            title: say('category'),
            show: (kind) => sayClinic(`treatment.${kind.category}`),
          },
          {
            key: 'minutes',
            title: say('minutes'),
            align: 'right',
            show: ({ minutes }) => say('minutes.count', { count: minutes }),
          },
          {
            key: 'doctors',
            title: say('doctors'),
            show: ({ doctorIds }) => (doctorIds.length ? listed(namesOf(doctorIds)) : say('doctors.all')),
          },
          {
            key: 'online',
            title: say('online'),
            show: ({ isOnline }) =>
              isOnline ? (
                <Tag color="cyan">{say('online.yes')}</Tag>
              ) : (
                <span className="soft">{say('online.no')}</span>
              ),
          },
          ...(mayManage
            ? [
                {
                  key: 'actions',
                  title: '',
                  width: 48,
                  show: (kind: AppointmentKind) => (
                    <RowActions
                      label={say('actions', { name: kind.name })}
                      actions={[
                        { key: 'edit', label: say('edit'), onDo: () => setEdited(kind) },
                        {
                          key: 'archive',
                          label: say(kind.isArchived ? 'restore' : 'archive'),
                          onDo: () => archive(kind),
                        },
                      ]}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      <KindDrawer kind={edited} doctors={doctors} onClose={() => setEdited(null)} />
    </section>
  );
}

function KindDrawer({
  kind,
  doctors,
  onClose,
}: {
  kind: AppointmentKind | 'new' | null;
  doctors: readonly Colleague[];
  onClose: () => void;
}) {
  const say = useWords(deskSettingsWords);
  const sayClinic = useWords(clinicWords);
  const tell = useTell();
  const save = useSaveKind();
  const { required, fits } = useFieldRules();
  const known = kind === 'new' || kind === null ? null : kind;
  const start: Fields = known
    ? factsOf(known)
    : { name: '', category: 'other', minutes: 30, colour: 'blue', isOnline: false, doctorIds: [] };

  return (
    <FormDrawer<Fields>
      title={known ? say('kind.edit', { name: known.name }) : say('kind.add')}
      open={kind !== null}
      onClose={onClose}
      start={start}
      {...(known && { version: known.version })}
      compare={[
        { name: 'name', label: say('name') },
        { name: 'minutes', label: say('minutes') },
      ]}
      onSave={async (fields, version) => {
        await save.mutateAsync(known ? { id: known.id, version, change: fields } : fields);
        tell.done(say('saved'));
      }}
    >
      <Form.Item name="name" label={say('name')} rules={[required, fits(AddKind.shape.name)]}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="category" label={say('category')} rules={[required]}>
        <Select
          options={treatmentCategories.map((value) => ({ value, label: sayClinic(`treatment.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="minutes" label={say('minutes')} rules={[required, fits(AddKind.shape.minutes)]}>
        <InputNumber min={5} max={600} step={5} precision={0} />
      </Form.Item>
      <Form.Item name="colour" label={say('colour')} rules={[required]}>
        <Select
          options={colours.map((value) => ({
            value,
            label: (
              <>
                <i className="kind-colour" style={lookOf(value)} /> {say(`colour.${value}`)}
              </>
            ),
          }))}
        />
      </Form.Item>
      <Form.Item name="doctorIds" label={say('doctors')} extra={say('doctors.hint')}>
        <PeopleSelect people={doctors} placeholder={say('doctors.all')} />
      </Form.Item>
      <Form.Item name="isOnline" label={say('online')} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDrawer>
  );
}

function factsOf({ name, category, minutes, colour, isOnline, doctorIds }: AppointmentKind): Fields {
  return { name, category, minutes, colour, isOnline, doctorIds };
}
