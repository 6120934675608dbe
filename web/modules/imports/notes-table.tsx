import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { sayProblem } from '#domain/exchange/words.ts';
import { downloadAddress } from '#web/lib/http.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useLanguage, useWords } from '#web/lib/words.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useImportNotes } from './api.ts';
import { importWords } from './words.ts';

/** Every row that was warned about or left out: where it stands, what it says, what to do. */
export function NotesTable({ importId }: { importId: string }) {
  const say = useWords(importWords);
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const number = useNumber();
  const [{ page, pageSize }, setPaging] = useState({ page: 1, pageSize: 20 });
  const notes = useImportNotes(importId, page, pageSize);
  const rows = notes.data?.items.map((note, at) => ({ ...note, id: `${note.line} ${note.code} ${at}` }));

  return (
    <section>
      <div className="section-head">
        <h2>{say('notes.title')}</h2>
        {Boolean(notes.data?.total) && (
          <Button
            icon={<DownloadOutlined />}
            href={downloadAddress(`/imports/${importId}/report.csv?language=${language}`)}
            download
          >
            {say('report')}
          </Button>
        )}
      </div>
      <DataTable
        label={say('notes.title')}
        wrapsFrom={900}
        rows={rows}
        error={notes.error}
        onRetry={() => void notes.refetch()}
        refreshing={notes.isPlaceholderData}
        empty={<EmptyState text={say('notes.none')} />}
        paging={{
          page,
          pageSize,
          total: notes.data?.total ?? 0,
          onChange: (page, pageSize) => setPaging({ page, pageSize }),
        }}
        columns={[
          {
            key: 'line',
            title: say('notes.line'),
            align: 'right',
            width: 90,
            show: ({ line }) => number(line),
          },
          {
            key: 'level',
            title: say('notes.level'),
            width: 160,
            show: ({ level }) => (
              <StatusTag meaning={level === 'rejected' ? 'overdue' : 'soon'}>
                {say(`notes.level.${level}`)}
              </StatusTag>
            ),
          },
          { key: 'column', title: say('notes.column'), width: 160, show: ({ column }) => column ?? '–' },
          { key: 'given', title: say('notes.given'), width: 200, show: ({ given }) => given ?? '–' },
          { key: 'todo', title: say('notes.todo'), show: ({ code }) => sayProblem(code, language) },
        ]}
      />
    </section>
  );
}
