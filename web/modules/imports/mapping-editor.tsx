import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import type { ImportBatch } from '#domain/exchange/contract.ts';
import { fieldsOf, mappingKinds, requiredFields, type Field } from '#domain/exchange/mapping.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { Select } from '#web/ui/select.tsx';
import { uiWords } from '#web/ui/words.ts';
import { useMapImport } from './api.ts';
import { chosenColumns, guessedColumns } from './chosen-columns.ts';
import { importWords } from './words.ts';
import './imports.css';

interface MappingEditorProps {
  batch: ImportBatch;
  onClose: () => void;
}

/** Which column feeds which field, with what stands in it beside; saving checks the file again. */
export function MappingEditor({ batch, onClose }: MappingEditorProps) {
  const say = useWords(importWords);
  const sayUi = useWords(uiWords);
  const listed = useListed();
  const tell = useTell();
  const save = useMapImport(batch.id);
  const [{ kind, fields }, setChosen] = useState(() => chosenColumns(batch));

  const all = fieldsOf[kind];
  const required: readonly Field[] = requiredFields[kind];
  const missing = required.filter((field) => !batch.columns.includes(fields[field] ?? ''));
  const choose = (field: Field, column: string | undefined) => {
    const { [field]: _, ...others } = fields;
    setChosen({ kind, fields: column ? { ...others, [field]: column } : others });
  };
  const submit = () =>
    save.mutate(
      { mapping: { kind, fields }, version: batch.version },
      {
        onSuccess: () => {
          tell.done(say('mapping.saved'));
          onClose();
        },
      },
    );

  return (
    <section className="panel">
      <h2>{say('mapping.edit')}</h2>
      <div className="line" style={{ marginTop: 12 }}>
        <span>{say('mapping.kind')}</span>
        <Radio.Group
          value={kind}
          onChange={({ target }) => setChosen(guessedColumns(batch.columns, target.value))}
          options={mappingKinds.map((value) => ({
            value,
            label: say(`mapping.kind.${value}`),
          }))}
        />
      </div>
      <div className="mapping-grid">
        <span className="soft">{say('mapping.field')}</span>
        <span className="soft">{say('mapping.column')}</span>
        <span className="soft example">{say('mapping.example')}</span>
        {all.map((field) => (
          <FieldRow
            key={field}
            field={field}
            isRequired={required.includes(field)}
            column={fields[field]}
            batch={batch}
            onChoose={(column) => choose(field, column)}
          />
        ))}
      </div>
      <div className="rows">
        {missing.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={say('mapping.missing', {
              fields: listed(missing.map((field) => say(`field.${field}`))),
            })}
          />
        )}
        <ErrorMessage error={save.error} />
        <div className="line">
          <Button type="primary" disabled={missing.length > 0} loading={save.isPending} onClick={submit}>
            {say('mapping.save')}
          </Button>
          <Button onClick={onClose}>{sayUi('cancel')}</Button>
        </div>
      </div>
    </section>
  );
}

interface FieldRowProps {
  field: Field;
  isRequired: boolean;
  column: string | undefined;
  batch: ImportBatch;
  onChoose: (column: string | undefined) => void;
}

function FieldRow({ field, isRequired, column, batch, onChoose }: FieldRowProps) {
  const say = useWords(importWords);
  const listed = useListed();
  const at = column === undefined ? -1 : batch.columns.indexOf(column);
  const examples = batch.sample.flatMap((row) => row[at] || []);
  const isLacking = column !== undefined && at < 0;

  return (
    <>
      <span>
        {say(`field.${field}`)} {isRequired && <span className="soft">{say('mapping.required')}</span>}
      </span>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={say(`field.${field}`)}
        placeholder={say('mapping.none')}
        value={column}
        {...(isLacking && { status: 'error' as const })}
        options={batch.columns.map((name) => ({ value: name, label: name }))}
        onChange={onChoose}
      />
      <span className="soft example">
        {isLacking ? say('mapping.lacking') : listed([...new Set(examples)].slice(0, 3))}
      </span>
    </>
  );
}
