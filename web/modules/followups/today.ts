import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { z } from 'zod';
import { idShape } from '#domain/base/ids.ts';
import { pageQuery } from '#domain/base/paging.ts';
import { purposes } from '#domain/contacts/contact.ts';
import { sections } from '#domain/followups/contract.ts';
import { gradeShape } from '#domain/grading/rule-set.ts';
import { firstScope } from '#domain/staff/first-scope.ts';
import { useChosenClinic, useMe } from '#web/lib/me.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useUrlFilters } from '#web/lib/url-filters.ts';
import { useSheetAhead, useWorklist } from './api.ts';

export const pageSize = 50;

/** What stands in the address of today's list. */
export const TodayFilter = z.object({
  scope: z.enum(['mine', 'team', 'all']).optional(),
  section: z.enum(sections).optional(),
  protocol: z.string().max(80).optional(),
  holder: idShape.optional(),
  purpose: z.enum(purposes).optional(),
  grade: gradeShape.optional(),
  classCode: z.string().max(8).optional(),
  /** The customer's. */
  owner: idShape.optional(),
  search: z.string().max(80).optional(),
  page: pageQuery.page,
  /** Whose call sheet is open. */
  customer: idShape.optional(),
});
export type TodayFilter = z.infer<typeof TodayFilter>;

/** The list of today and the customer that is open beside it; both stand in the address. */
export function useToday() {
  const { role } = useMe();
  const narrow = useNarrowScreen();
  const [filter, setFilter] = useUrlFilters(TodayFilter);
  const scope = filter.scope ?? firstScope('followups', role);
  const clinicId = useChosenClinic()?.id;
  const question = {
    ...{ scope, clinicId, assigneeId: filter.holder, protocolCode: filter.protocol, search: filter.search },
    ...{ purpose: filter.purpose, grade: filter.grade, classCode: filter.classCode, ownerId: filter.owner },
  };
  const list = useWorklist({
    ...question,
    section: filter.section,
    page: filter.page,
    pageSize,
  });
  const protocols = list.data?.protocols ?? [];
  const customerId = filter.customer;
  const { open, close } = useOpening(customerId, narrow);
  const rows = list.data?.items ?? [];
  const settled = list.isSuccess && !list.isPlaceholderData;
  const pages = Math.max(1, Math.ceil((list.data?.total ?? 0) / pageSize));

  const first = rows[0]?.customer.id;
  useEffect(() => {
    if (!narrow && settled && !customerId && first) open(first);
  }, [narrow, settled, customerId, first, open]);

  // The last page shrinks away under whoever works on it.
  useEffect(() => {
    if (settled && filter.page > pages) setFilter({ page: pages });
  });

  const below = rows[rows.findIndex(({ customer }) => customer.id === customerId) + 1];
  useSheetAhead(customerId ? below?.customer.id : undefined);

  // Another list begins with its own first row; on a phone it is the list that is looked at.
  const change = (part: Partial<TodayFilter>) => setFilter({ ...part, customer: undefined });

  // Another clinic has another list, and whoever is open may not belong to it.
  const listedClinicId = useRef(clinicId);
  useEffect(() => {
    if (clinicId === listedClinicId.current) return;
    listedClinicId.current = clinicId;
    change({ page: 1 });
  });

  const go = (by: 1 | -1) => {
    const at = rows.findIndex(({ customer }) => customer.id === customerId);
    const next = rows[at + by]?.customer.id;
    if (next) open(next);
    else if (at !== -1 && by === 1 && filter.page < pages) change({ page: filter.page + 1 });
  };

  /** After a call: the row below it, else whatever the list begins with now. */
  const moveOn = async () => {
    const at = rows.findIndex(({ customer }) => customer.id === customerId);
    const next = rows[at + 1]?.customer.id ?? (await list.refetch()).data?.items[0]?.customer.id;
    if (next) open(next);
    else close();
  };

  return { list, question, protocols, scope, filter, change, pages, customerId, open, close, go, moveOn };
}
export type Today = ReturnType<typeof useToday>;

/**
 * On a phone the sheet lies over the list, and the phone's own "back" takes it away: opening it is a step in the
 * history there, going on to the next customer is not.
 */
function useOpening(customerId: string | undefined, narrow: boolean) {
  const navigate = useNavigate();
  const { history } = useRouter();
  const stepped = useRef(false);

  const put = (customer: string | undefined, replace: boolean) =>
    void navigate({
      to: '.',
      search: ((before: Record<string, unknown>) => withCustomer(before, customer)) as never,
      replace,
      resetScroll: false,
    });

  const open = (id: string) => {
    const isStep = narrow && !customerId;
    if (isStep) stepped.current = true;
    put(id, !isStep);
  };
  const close = () => {
    if (narrow && stepped.current) history.back();
    else put(undefined, true);
    stepped.current = false;
  };
  return { open, close };
}

function withCustomer(search: Record<string, unknown>, customer: string | undefined) {
  const { customer: _, ...rest } = search;
  return customer ? { ...rest, customer } : rest;
}
