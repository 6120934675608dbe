import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMoney } from '#web/lib/money.ts';
import { useLanguage, useWords } from '#web/lib/words.ts';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { factsOf } from './timeline-facts.ts';
import type { TimelineGroup } from './timeline-groups.ts';
import { customersWords } from './words.ts';

interface EntryProps {
  group: TimelineGroup;
  clinicId: string;
}

/** What somebody asked for, and who has it in hand. */
export function AskedEntry({ group }: EntryProps) {
  const say = useWords(customersWords);
  const sayClinic = useWords(clinicWords);
  const { text, list } = factsOf(group.entries[0]);
  const categories = list('categories').map((category) => sayClinic(`treatment.${category as 'implant'}`));
  return (
    <div>
      <b>{say('kind.consultation-opened')}</b> {say(`asked.${(text('place') ?? 'phone') as 'phone'}`)}
      {categories.length > 0 && ` · ${categories.join(say('and'))}`}
      {text('consultantName') && (
        <span className="soft"> · {say('consultant.is', { name: text('consultantName')! })}</span>
      )}
      {text('asked') && <div className="written">{say('asked.is', { text: text('asked')! })}</div>}
    </div>
  );
}

/** What came of it, why not, and what comes next. */
export function DecidedEntry({ group, clinicId }: EntryProps) {
  const say = useWords(customersWords);
  const isEnglish = useLanguage() === 'en';
  const money = useMoney();
  const { text, number, list } = factsOf(group.entries[0]);
  const isDeal = text('outcome') === 'deal';
  const [deal, deposit] = [number('dealFen'), number('depositFen')];
  const why = [
    ...list(isEnglish ? 'whyNotEn' : 'whyNotZh'),
    ...(text('whyNotWords') ? [text('whyNotWords')!] : []),
  ];
  return (
    <div>
      <div className="line">
        <b>{say('kind.consultation-closed')}</b>
        <StatusTag meaning={isDeal ? 'done' : 'neutral'}>{say(isDeal ? 'deal' : 'deal.none')}</StatusTag>
        {isDeal && <span>{list('agreed').join(say('and'))}</span>}
        {isDeal && deal !== null && <span>{money(deal)}</span>}
        {deposit !== null && <span className="soft">{say('deposit.is', { amount: money(deposit) })}</span>}
      </div>
      {!isDeal && why.length > 0 && (
        <div className="written">{say('whyNot.is', { text: why.join(say('and')) })}</div>
      )}
      <NextStep group={group} clinicId={clinicId} />
    </div>
  );
}

function NextStep({ group, clinicId }: EntryProps) {
  const say = useWords(customersWords);
  const dates = useDates(clinicId);
  const { text } = factsOf(group.entries[0]);
  const words = text('nextStepWords') ?? '';
  switch (text('nextStep')) {
    case 'followup':
      return (
        <div className="soft">
          {say('next.followup', {
            day: dates.day(text('nextStepOn') ?? ''),
            name: text('nextStaffName') ?? '–',
            text: words,
          })}
        </div>
      );
    case 'appointment':
      return (
        <div className="soft">
          {say('next.appointment', { at: dates.dateTime(text('nextStartsAt') ?? '') })}
        </div>
      );
    case 'treatment':
      return <div className="soft">{say('next.treatment')}</div>;
    default:
      return <div className="soft">{say('next.none', { text: words })}</div>;
  }
}
