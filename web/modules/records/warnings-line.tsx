import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { EndWarning, NoteWarning, type HealthWarning } from '#domain/records/contract.ts';
import { warningKinds, type WarningKind } from '#domain/records/warning.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMay } from '#web/lib/me.ts';
import { warningWords } from '#web/lib/warning-words.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { HealthWarnings } from '#web/ui/health-warnings.tsx';
import { ReasonDialog } from '#web/ui/reason-dialog.tsx';
import { Select } from '#web/ui/select.tsx';
import { useEndWarning, useNoteWarning } from './api.ts';
import { recordsWords } from './words.ts';
import './records.css';

interface WarningsLineProps {
  customerId: string;
  warnings: readonly HealthWarning[];
}

/** What whoever treats must know, under the name; opened, who told it, and what held once and does no more. */
export function WarningsLine({ customerId, warnings }: WarningsLineProps) {
  const say = useWords(recordsWords);
  const mayEdit = useMay('customers.write');
  const [isOpen, setOpen] = useState(false);
  const standing = warnings.filter(({ endedAt }) => endedAt === null);
  if (standing.length === 0 && !mayEdit) return null;
  return (
    <div className="line" style={{ marginBottom: 8 }}>
      <HealthWarnings warnings={standing} />
      {(mayEdit || warnings.length > 0) && (
        <Button size="small" type="text" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
          {say(standing.length === 0 ? 'warnings.add' : 'warnings.edit')}
        </Button>
      )}
      <WarningsDrawer {...{ customerId, warnings }} open={isOpen} onClose={() => setOpen(false)} />
    </div>
  );
}

function WarningsDrawer({
  customerId,
  warnings,
  open,
  onClose,
}: WarningsLineProps & { open: boolean; onClose: () => void }) {
  const say = useWords(recordsWords);
  const sayKind = useWords(warningWords);
  const tell = useTell();
  const mayEdit = useMay('customers.write');
  const note = useNoteWarning(customerId);
  const { required, fits } = useFieldRules();
  const [ending, setEnding] = useState<HealthWarning | null>(null);
  return (
    <FormDrawer<{ kind: WarningKind; words: string }>
      title={sayKind('title')}
      open={open}
      onClose={onClose}
      saveLabel={say('warnings.note')}
      start={{ kind: 'allergy' }}
      onSave={async (values) => {
        await note.mutateAsync(values);
        tell.done(say('saved'));
      }}
    >
      <ul className="plain-list">
        {warnings.map((warning) => (
          <Warning key={warning.id} warning={warning} onEnd={mayEdit ? setEnding : null} />
        ))}
      </ul>
      <Form.Item name="kind" label={say('warnings.kind')} rules={[required]}>
        <Select options={warningKinds.map((value) => ({ value, label: sayKind(value) }))} />
      </Form.Item>
      <Form.Item name="words" label={say('warnings.words')} rules={[required, fits(NoteWarning.shape.words)]}>
        <Input maxLength={200} />
      </Form.Item>
      {ending && <EndDialog customerId={customerId} warning={ending} onClose={() => setEnding(null)} />}
    </FormDrawer>
  );
}

function Warning({
  warning,
  onEnd,
}: {
  warning: HealthWarning;
  onEnd: ((warning: HealthWarning) => void) | null;
}) {
  const say = useWords(recordsWords);
  const sayKind = useWords(warningWords);
  const dates = useDates();
  const { kind, words, answerId, notedAt, notedByName, endedAt, endedByName, endReason } = warning;
  const at = dates.shortDateTime(notedAt);
  const by = notedByName ?? (answerId === null ? '' : say('warnings.customer'));
  return (
    <li>
      <div className="line">
        {endedAt === null ? (
          <HealthWarnings warnings={[{ kind, words }]} />
        ) : (
          <s>{`${sayKind(kind)} · ${words}`}</s>
        )}
        <span className="push" />
        {endedAt === null && onEnd && (
          <Button size="small" onClick={() => onEnd(warning)}>
            {say('warnings.end')}
          </Button>
        )}
      </div>
      <div className="soft small">
        {say(answerId === null ? 'warnings.noted' : 'warnings.told', { at, by })}
        {endedAt !== null &&
          ` · ${say('warnings.ended', { at: dates.shortDateTime(endedAt), by: endedByName ?? '', reason: endReason ?? '' })}`}
      </div>
    </li>
  );
}

function EndDialog({
  customerId,
  warning,
  onClose,
}: {
  customerId: string;
  warning: HealthWarning;
  onClose: () => void;
}) {
  const say = useWords(recordsWords);
  const tell = useTell();
  const end = useEndWarning(customerId);
  return (
    <ReasonDialog
      title={say('warnings.end.title', { words: warning.words })}
      yes={say('warnings.end')}
      label={say('warnings.end.reason')}
      shape={EndWarning.shape.reason}
      onClose={onClose}
      onYes={async (reason) => {
        await end.mutateAsync({ warningId: warning.id, reason });
        tell.done(say('saved'));
      }}
    />
  );
}
