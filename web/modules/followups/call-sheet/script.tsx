import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { dayAt } from '#domain/base/time.ts';
import type { CallSheet, CallSheetFollowup } from '#domain/followups/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMe } from '#web/lib/me.ts';
import { useWording, useWords } from '#web/lib/words.ts';
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
  const dates = useDates(followup.clinicId);
  const { name: caller } = useMe();
  const [open, setOpen] = useState(startsOpen);
  const { customer, clinic } = sheet;
  const visitDay =
    followup.event === 'visit.closed' ? dayAt(followup.eventAt, clinic.timezone) : customer.lastVisitOn;
  const facts: Record<string, string> = {
    name: customer.name,
    clinic: clinic.name,
    visitDay: visitDay ? dates.shortDay(visitDay) : say('lately'),
    caller,
  };

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
          {partsOf(wording(followup.script)).map((part, index) =>
            part.place ? <b key={index}>{facts[part.text] ?? part.text}</b> : part.text,
          )}
        </blockquote>
      )}
    </div>
  );
}

/** "{name}您好" as a place to fill and the text around it. */
export function partsOf(script: string): { text: string; place: boolean }[] {
  return script
    .split(/(\{\w+\})/)
    .filter((text) => text !== '')
    .map((text) => {
      const place = /^\{\w+\}$/.test(text);
      return { text: place ? text.slice(1, -1) : text, place };
    });
}
