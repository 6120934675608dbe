import { useState } from 'react';
import type { ReactNode } from 'react';
import { useChosenClinic, useMe } from '#web/lib/me.ts';
import { useWords } from '#web/lib/words.ts';
import { Select } from './select.tsx';
import { uiWords } from './words.ts';

/**
 * The clinic a page of one clinic is about: the one chosen in the switcher, else the first of one's own, with a select
 * to put where the page has its filters; null where there is nothing to choose.
 */
export function useOneClinic(): { clinicId: string | undefined; choice: ReactNode } {
  const say = useWords(uiWords);
  const { clinics } = useMe();
  const chosen = useChosenClinic();
  const [own, setOwn] = useState<string | undefined>();
  const clinicId = chosen?.id ?? own ?? clinics[0]?.id;
  const choice =
    chosen || clinics.length < 2 ? null : (
      <Select
        aria-label={say('clinic')}
        value={clinicId}
        options={clinics.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setOwn}
        popupMatchSelectWidth={false}
      />
    );
  return { clinicId, choice };
}
