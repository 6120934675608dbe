import { byId } from '#domain/base/ids.ts';
import {
  AlikeCustomers,
  AskAlike,
  DismissDuplicate,
  Duplicate,
  DuplicatePage,
  ListDuplicates,
  ListMerges,
  Merge,
  MergeCustomers,
  MergePage,
} from '#domain/identity/contract.ts';
import { EmptyBody, get, post } from '#server/platform/http/define-route.ts';
import type { Route } from '#server/platform/http/define-route.ts';
import { dismissDuplicate, reopenDuplicate } from './dismiss-duplicate.ts';
import { findAlike } from './find-alike.ts';
import { listDuplicates } from './list-duplicates.ts';
import { listMerges } from './list-merges.ts';
import { mergeCustomers } from './merge-customers.ts';
import { undoMerge } from './undo-merge.ts';

const review = {
  scope: 'clinic',
  permission: 'identity.review',
  shows: ['public', 'personal', 'sensitive_health', 'sensitive_minor'],
} as const;

export const identityRoutes: Route[] = [
  get({
    scope: 'clinic',
    permission: 'customers.read',
    shows: ['public', 'personal', 'sensitive_health', 'sensitive_minor'],
    path: '/customers/alike',
    query: AskAlike,
    gives: AlikeCustomers,
    does: findAlike,
  }),
  get({ ...review, path: '/duplicates', query: ListDuplicates, gives: DuplicatePage, does: listDuplicates }),
  post({
    ...review,
    path: '/duplicates/:id/dismiss',
    params: byId,
    body: DismissDuplicate,
    gives: Duplicate,
    does: dismissDuplicate,
  }),
  post({
    ...review,
    path: '/duplicates/:id/reopen',
    params: byId,
    body: EmptyBody,
    gives: Duplicate,
    does: reopenDuplicate,
  }),
  get({ ...review, path: '/merges', query: ListMerges, gives: MergePage, does: listMerges }),
  post({ ...review, path: '/merges', body: MergeCustomers, gives: Merge, does: mergeCustomers }),
  post({
    ...review,
    path: '/merges/:id/undo',
    params: byId,
    body: EmptyBody,
    gives: Merge,
    does: undoMerge,
  }),
];
