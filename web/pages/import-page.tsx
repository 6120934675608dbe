import { EditOutlined } from '@ant-design/icons';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { ImportBatch } from '#domain/exchange/contract.ts';
import { useClinicName } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { useImport } from '#web/modules/imports/api.ts';
import { BatchActions } from '#web/modules/imports/batch-actions.tsx';
import { BatchProgress } from '#web/modules/imports/batch-progress.tsx';
import { Figures } from '#web/modules/imports/figures.tsx';
import { ImportSteps } from '#web/modules/imports/import-steps.tsx';
import { MappingEditor } from '#web/modules/imports/mapping-editor.tsx';
import { NotesTable } from '#web/modules/imports/notes-table.tsx';
import { SampleTable } from '#web/modules/imports/sample-table.tsx';
import { importWords } from '#web/modules/imports/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

export function ImportPage() {
  const { id } = useParams({ from: '/inside/imports/$id' });
  const batch = useImport(id);
  return <Loaded of={batch}>{(batch) => <OneImport key={batch.id} batch={batch} />}</Loaded>;
}

function OneImport({ batch }: { batch: ImportBatch }) {
  const say = useWords(importWords);
  const clinicName = useClinicName();
  const [asked, setAsked] = useState<boolean | null>(null);
  const { state, counts } = batch;
  const isAtWork = state === 'checking' || state === 'running';
  const mayMap = (state === 'ready' || state === 'refused') && batch.columns.length > 0;
  // A file that cannot be imported as it is mapped asks for that by itself.
  const isMapping = mayMap && (asked ?? state === 'refused');

  return (
    <Page
      title={batch.fileName}
      about={
        <>
          {clinicName(batch.clinicId)} · {batch.timezone} · <Link to="/imports">{say('back')}</Link>
        </>
      }
      actions={<BatchActions batch={batch} />}
    >
      <div className="rows">
        <ImportSteps state={state} />
        <BatchProgress batch={batch} />
        {counts && !isAtWork && <Figures batch={batch} counts={counts} />}
        {isMapping && <MappingEditor batch={batch} onClose={() => setAsked(false)} />}
        {batch.columns.length > 0 && (
          <section>
            <div className="section-head">
              <h2>{say('sample.title')}</h2>
              {mayMap && !isMapping && (
                <Button icon={<EditOutlined />} onClick={() => setAsked(true)}>
                  {say('mapping.edit')}
                </Button>
              )}
            </div>
            <SampleTable batch={batch} />
          </section>
        )}
        {counts && !isAtWork && <NotesTable importId={batch.id} />}
      </div>
    </Page>
  );
}
