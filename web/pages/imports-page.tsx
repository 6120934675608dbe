import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod';
import { pageQuery } from '#domain/base/paging.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useWords } from '#web/lib/words.ts';
import { ImportList } from '#web/modules/imports/import-list.tsx';
import { UploadPanel } from '#web/modules/imports/upload-panel.tsx';
import { importWords } from '#web/modules/imports/words.ts';
import { Page } from '#web/ui/page.tsx';

const Filter = z.object(pageQuery);

export function ImportsPage() {
  const say = useWords(importWords);
  const navigate = useNavigate();
  const [{ page, pageSize }, setFilter] = useUrlFilters(Filter);
  const open = ({ id }: { id: string }) => void navigate({ to: '/imports/$id', params: { id } });

  return (
    <Page title={say('title')} about={say('about')}>
      <UploadPanel onUploaded={open} />
      <h2 className="part">{say('list.title')}</h2>
      <ImportList
        page={page}
        pageSize={pageSize}
        onPage={(page, pageSize) => setFilter({ page, pageSize })}
        onOpen={open}
      />
    </Page>
  );
}
