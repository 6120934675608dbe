import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { RecordCall, type CallSheet, type RecordedCall } from '#domain/followups/contract.ts';
import { isApiError } from '#web/lib/api-error.ts';
import { serverNow } from '#web/lib/clock.ts';
import { useMe } from '#web/lib/me.ts';
import { useRecordCall } from '../api.ts';
import { callOf, hasUnjudgedCard, includedIn, wasOvertaken, type Caller, type Draft } from '../draft.ts';
import { dropDraft, keepDraft } from '../drafts.ts';

/** A call that was saved, with what was typed for it in case it is taken back. */
export interface SavedCall {
  recorded: z.infer<typeof RecordedCall>;
  customer: CallSheet['customer'];
  draft: Draft;
}

/** By the name of the field, `result` and `followups` among them: what is wrong with it. */
export type Problems = Record<string, string>;

/** Saves the call as typed. What could not be saved stays in the draft, also when somebody has gone on meanwhile. */
export function useSaveCall(
  sheet: CallSheet,
  draft: Draft,
  change: (part: Partial<Draft>) => void,
  onSaved: (call: SavedCall, isStillOpen: boolean) => void,
) {
  const me = useMe();
  const record = useRecordCall();
  const [sheetOpenedAt] = useState(serverNow);
  const [problems, setProblems] = useState<Problems>({});
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => void (isHere.current = false);
  }, []);

  const save = async () => {
    if (record.isPending) return;
    const found = problemsOf(sheet, draft, me);
    setProblems(found);
    if (draft.result === null || Object.keys(found).length > 0) return;
    const { customer } = sheet;
    try {
      const recorded = await record.mutateAsync({
        ...callOf(sheet, draft, me, draft.result),
        sheetOpenedAt,
      });
      dropDraft(customer.id);
      onSaved({ recorded, customer, draft: { ...draft, failure: null } }, isHere.current);
    } catch (failure) {
      // A session that ended has its own dialog; the sheet is only saved once more after it.
      const hasDialog = isApiError(failure, 'signed-out');
      keepDraft(customer.id, { ...draft, failure: hasDialog ? null : failure });
    }
  };

  const changeAndForgive = (part: Partial<Draft>) => {
    setProblems({});
    change({ failure: null, ...part });
  };
  return { save, saving: record.isPending, problems, change: changeAndForgive };
}

function problemsOf(sheet: CallSheet, draft: Draft, me: Caller): Problems {
  if (draft.result === null) return { result: 'required' };
  if (wasOvertaken(sheet, draft)) return { overtaken: 'required' };
  if (includedIn(sheet, draft, me).length === 0) return { followups: 'required' };
  if (draft.result === 'reached' && hasUnjudgedCard(sheet, draft, me)) return { cards: 'required' };
  const call = callOf(sheet, draft, me, draft.result);
  if (call.callBackAt !== null && call.callBackAt <= serverNow()) return { callBackAt: 'in-the-past' };
  const read = RecordCall.safeParse(call);
  return Object.fromEntries(read.error?.issues.map(({ path, message }) => [String(path[0]), message]) ?? []);
}
