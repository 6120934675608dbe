import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Upload } from 'antd';
import { useNumber } from '#web/lib/numbers.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { useImportCallLog } from './api.ts';
import { evidenceWords } from './words.ts';

/** A telephone's list of calls is brought in, and what became of it is said. */
export function ImportCallLog() {
  const say = useWords(evidenceWords);
  const number = useNumber();
  const listed = useListed();
  const bring = useImportCallLog();
  const done = bring.data;
  return (
    <div className="rows">
      <div className="line">
        <Upload
          accept=".csv,.xlsx,.txt"
          showUploadList={false}
          beforeUpload={(file) => {
            bring.mutate(file);
            return false;
          }}
        >
          <Button icon={<UploadOutlined />} loading={bring.isPending}>
            {say('import')}
          </Button>
        </Upload>
        <span className="soft">{say('import.hint')}</span>
      </div>
      {bring.error && <ErrorMessage error={bring.error} />}
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
