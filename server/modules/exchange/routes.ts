import { z } from 'zod';
import { byId } from '#domain/base/ids.ts';
import { pageQuery } from '#domain/base/paging.ts';
import {
  ImportBatch,
  ImportBatchPage,
  ImportNotes,
  ImportUpload,
  ListImports,
  MapImport,
  RunImport,
} from '#domain/exchange/contract.ts';
import { get, post, put } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { getImport, listImports, listNotes } from './list-imports.ts';
import { mapImport } from './map-import.ts';
import { reportImport } from './report-import.ts';
import { startImport } from './start-import.ts';
import { undoImport } from './undo-import.ts';
import { uploadImport } from './upload-import.ts';

const imports = {
  permission: 'imports.run',
  scope: 'clinic',
  shows: ['personal', 'sensitive_health'],
} as const;

export const exchangeRoutes: Route[] = [
  post({
    ...imports,
    path: '/imports',
    multipart: true,
    body: ImportUpload,
    gives: ImportBatch,
    does: uploadImport,
  }),
  get({ ...imports, path: '/imports', query: ListImports, gives: ImportBatchPage, does: listImports }),
  get({ ...imports, path: '/imports/:id', params: byId, gives: ImportBatch, does: getImport }),
  put({
    ...imports,
    path: '/imports/:id/mapping',
    params: byId,
    body: MapImport,
    ifMatch: true,
    gives: ImportBatch,
    does: mapImport,
  }),
  post({
    ...imports,
    path: '/imports/:id/run',
    params: byId,
    body: RunImport,
    gives: ImportBatch,
    does: startImport,
  }),
  post({
    ...imports,
    path: '/imports/:id/undo',
    params: byId,
    body: RunImport,
    gives: ImportBatch,
    does: undoImport,
  }),
  get({
    ...imports,
    path: '/imports/:id/notes',
    params: byId,
    query: z.strictObject(pageQuery),
    gives: ImportNotes,
    does: listNotes,
  }),
  get({
    ...imports,
    path: '/imports/:id/report.csv',
    params: byId,
    query: z.strictObject({ language: z.enum(['zh', 'en']).default('zh') }),
    gives: 'download',
    does: reportImport,
  }),
];
