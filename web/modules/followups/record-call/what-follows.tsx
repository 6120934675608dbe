import { afterAttempt } from '#domain/followups/attempts.ts';
import type { CallSheet } from '#domain/followups/contract.ts';
import { instantAt } from '#domain/base/time.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { includedIn, reachOf, type Draft } from '../draft.ts';
import { followupsWords } from '../words.ts';

/** What the retry rule will do with this result, before it is saved. */
export function WhatFollows({ sheet, draft }: { sheet: CallSheet; draft: Draft }) {
  const say = useWords(followupsWords);
  const { timezone, id } = sheet.clinic;
  const sayClinic = useWords(clinicWords);
  const dates = useDates(id);
  const now = useNow();
  const me = useMe();
  const { result, callBackAt } = draft;
  if (result === null) return say('follows.choose');
  if (result === 'call_back' && !callBackAt) return say('follows.callBack');

  const steps = includedIn(sheet, draft, me).map(({ tries, ways }) =>
    afterAttempt(
      {
        result,
        at: now,
        triesBefore: tries,
        callBackAt: callBackAt ? instantAt(callBackAt, timezone) : null,
      },
      reachOf(sheet, ways),
      sheet.retry,
    ),
  );
  const retries = steps.filter((step) => step.kind === 'retry').sort((a, b) => (a.at < b.at ? -1 : 1));
  const [next] = retries;
  if (next) {
    const word = retries.some(({ message }) => message) ? 'follows.message' : 'follows.retry';
    return say(word, { at: dates.shortDateTime(next.at), way: sayClinic(`channel.${next.channel}`) });
  }
  if (steps.some(({ kind }) => kind === 'escalate')) return say('follows.escalate');
  if (result !== 'refused') return say('follows.done');
  return say(
    draft.hasLeft ? 'follows.left' : draft.refusesAllContact ? 'follows.objects' : 'follows.refused',
  );
}
