import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { dayAt } from '#domain/base/time.ts';
import { wordsToAvoid } from '#domain/customers/discreet.ts';
import { underOneName } from '#domain/scripts/fill.ts';
import type { CallSheet, CallSheetFollowup } from '#domain/followups/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMe } from '#web/lib/me.ts';
import { useListed, useWording, useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { followupsWords } from '../words.ts';

interface ScriptProps {
  sheet: CallSheet;
  followup: CallSheetFollowup;
  startsOpen: boolean;
}

/** The words to read out, with the customer's own facts in their places. */
export function Script({ sheet, followup, startsOpen }: ScriptProps) {
  const say = useWords(followupsWords);
  const wording = useWording();
  const listed = useListed();
  const dates = useDates(followup.clinicId);
  const { name } = useMe();
  const [open, setOpen] = useState(startsOpen);
  const { customer, clinic } = sheet;
  const visitDay =
    followup.event === 'visit.closed' ? dayAt(followup.eventAt, clinic.timezone) : customer.lastVisitOn;
  // Whoever may be listening hears of no clinic where the customer asked for another name.
  const alias = sheet.discreet?.profile.callerAlias ?? null;
  const facts: Record<string, string> = {
    name: customer.name,
    clinic: alias ?? clinic.name,
    visitDay: visitDay ? dates.shortDay(visitDay) : say('lately'),
    caller: alias ?? name,
  };
  const text = alias === null ? wording(followup.script) : underOneName(wording(followup.script));
  const words = sheet.discreet ? wordsToAvoid(text, sheet.discreet.profile) : [];

  return (
    <div className="script">
      <Button
        type="link"
        size="small"
        icon={open ? <UpOutlined /> : <DownOutlined />}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {say('script')}
      </Button>
      {open && (
        <blockquote>
          {partsOf(text).map((part, index) =>
            part.place ? <b key={index}>{facts[part.text] ?? part.text}</b> : part.text,
          )}
        </blockquote>
      )}
      {words.length > 0 && (
        <StatusTag meaning="risk">{say('discreet.inScript', { words: listed(words) })}</StatusTag>
      )}
    </div>
  );
}

/** "{name}您好" as a place to fill and the text around it. */
function partsOf(script: string): { text: string; place: boolean }[] {
  return script
    .split(/(\{\w+\})/)
    .filter((text) => text !== '')
    .map((text) => {
      const place = /^\{\w+\}$/.test(text);
      return { text: place ? text.slice(1, -1) : text, place };
    });
}
