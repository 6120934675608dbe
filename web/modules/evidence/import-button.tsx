import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Upload } from 'antd';
import { useState } from 'react';
import type { ChosenColumns } from '#domain/evidence/contract.ts';
import { isApiError } from '#web/lib/api-error.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useImportCallLog } from './api.ts';
import { ColumnsPanel, type UnknownColumns } from './columns-panel.tsx';
import { evidenceWords } from './words.ts';

/** A telephone's list of calls is brought in, and what became of it is said. */
export function ImportCallLog() {
  const say = useWords(evidenceWords);
  const number = useNumber();
  const listed = useListed();
  const bring = useImportCallLog();
  const [file, setFile] = useState<File | null>(null);
  const done = bring.data;
  const unknown = isApiError(bring.error, 'not-a-call-log') ? (bring.error.details as UnknownColumns) : null;
  const [asked, setAsked] = useState<UnknownColumns | null>(null);
  if (unknown && unknown !== asked) setAsked(unknown);
  const read = (file: File, columns?: ChosenColumns) =>
    bring.mutate({ file, ...(columns && { columns }) }, { onSuccess: () => setAsked(null) });
  return (
    <div className="rows">
      <div className="line">
        <Upload
          accept=".csv,.xlsx,.txt"
          showUploadList={false}
          beforeUpload={(file) => {
            setFile(file);
            setAsked(null);
            read(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={bring.isPending}>
            {say('import')}
          </Button>
        </Upload>
        <span className="soft">{say('import.hint')}</span>
      </div>
      {bring.error && !unknown && <ErrorMessage error={bring.error} />}
      {asked && file && (
        <ColumnsPanel
          key={file.name}
          fileName={file.name}
          unknown={asked}
          reading={bring.isPending}
          onRead={(columns) => read(file, columns)}
          onCancel={() => {
            setAsked(null);
            bring.reset();
          }}
        />
      )}
      {done && (
        <Alert
          showIcon
          role="status"
          type={done.unread > 0 ? 'warning' : 'success'}
          title={say('import.done', {
            rows: number(done.rows),
            added: number(done.added),
            known: number(done.known),
            unread: number(done.unread),
            matched: number(done.matched),
          })}
          description={
            done.unreadLines.length > 0 &&
            say('import.lines', { lines: listed(done.unreadLines.map(String)) })
          }
        />
      )}
    </div>
  );
}
