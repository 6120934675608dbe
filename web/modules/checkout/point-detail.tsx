import { Button, Input, QRCode, Radio } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { addDays, dayAt, instantAt, addMinutes, hourAt } from '#domain/base/time.ts';
import type { Point } from '#domain/checkout/answers.ts';
import { offerAnswers } from '#domain/checkout/answers.ts';
import { useNow } from '#web/lib/clock.ts';
import { useDates } from '#web/lib/dates.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { Select } from '#web/ui/select.tsx';
import { useAccountCode, useAskRating } from './api.ts';
import type { DetailProps } from './detail-props.ts';
import { NextTime } from './next-time.tsx';
import { checkoutWords } from './words.ts';

/** What the chosen answer of a point needs, or what it rests on. */
export function PointDetail({ point, ...props }: DetailProps & { point: Point }) {
  const chosen = props.draft.answers[point];
  if (point === 'paid') return <PaidDetail {...props} />;
  if (point === 'next' && chosen === 'booked') return <NextTime {...props} />;
  if (point === 'next' && chosen === 'none') return <NoNext {...props} />;
  if (point === 'offer' && chosen === 'offered') return <Offers {...props} />;
  if (point === 'followup' && chosen === 'agreed') return <AgreedTime {...props} />;
  if (point === 'rating' && chosen === 'asked') return <RatingCode {...props} />;
  if (point === 'account') return <AccountCode {...props} />;
  return null;
}

function PaidDetail({ sheet, draft, onChange, onDone }: DetailProps) {
  const say = useWords(checkoutWords);
  const money = useMoney();
  const owed = sheet.balance.owedFen;
  return (
    <div className="rows">
      <span className="soft">
        {say('paid.entries', { count: sheet.entries.length })}
        {owed > 0 && ` · ${say('paid.owed', { money: money(owed) })}`}
      </span>
      {draft.answers.paid === 'owes' && (
        <Input
          autoFocus
          aria-label={say('paid.note')}
          placeholder={say('paid.note')}
          maxLength={200}
          value={draft.paidNote}
          onChange={(event) => onChange({ paidNote: event.target.value })}
          onPressEnter={onDone}
        />
      )}
    </div>
  );
}

function NoNext({ sheet, draft, onChange, onDone }: DetailProps) {
  const say = useWords(checkoutWords);
  return (
    <div className="rows">
      <Select
        autoFocus
        defaultOpen={draft.reason === null}
        aria-label={say('next.reason')}
        placeholder={say('next.reason')}
        value={draft.reason}
        onChange={(reason) => {
          onChange({ reason });
          onDone();
        }}
        options={sheet.rules.noNextReasons.map((reason) => ({ value: reason, label: reason }))}
      />
      <Input
        aria-label={say('next.note')}
        placeholder={say('next.note')}
        maxLength={200}
        value={draft.reasonNote}
        onChange={(event) => onChange({ reasonNote: event.target.value })}
        onPressEnter={onDone}
      />
      <span className="soft">{say('next.told')}</span>
    </div>
  );
}

function Offers({ sheet, draft, onChange }: DetailProps) {
  const say = useWords(checkoutWords);
  const chosen = draft.offers;
  return (
    <div className="rows">
      <Select
        autoFocus
        mode="multiple"
        defaultOpen={chosen.length === 0}
        aria-label={say('offer.what')}
        placeholder={say('offer.what')}
        value={chosen.map(({ name }) => name)}
        onChange={(names: string[]) =>
          onChange({
            offers: names.map((name) => {
              const offer = sheet.rules.offers.find((each) => each.name === name);
              const before = chosen.find((each) => each.name === name);
              return before ?? { kind: offer?.kind ?? 'product', name, answer: null };
            }),
          })
        }
        options={sheet.rules.offers.map(({ kind, name }) => ({
          value: name,
          label: `${name} · ${say(`offer.kind.${kind}`)}`,
        }))}
      />
      {chosen.map((offer) => (
        <div key={offer.name} className="line">
          <span className="checkout-offer">{offer.name}</span>
          <Radio.Group
            size="small"
            aria-label={offer.name}
            value={offer.answer}
            onChange={(event) =>
              onChange({
                offers: chosen.map((each) =>
                  each.name === offer.name ? { ...each, answer: event.target.value as 'bought' } : each,
                ),
              })
            }
            options={offerAnswers.map((answer) => ({ value: answer, label: say(`offer.${answer}`) }))}
          />
        </div>
      ))}
    </div>
  );
}

const followupDays = [0, 1, 2, 3, 5, 7, 14];
const followupHours = Array.from({ length: 13 }, (_, index) => index + 9);

function AgreedTime({ sheet, draft, onChange, onDone }: DetailProps) {
  const say = useWords(checkoutWords);
  const dates = useDates(sheet.visit.clinicId);
  const now = useNow();
  const today = dayAt(now, dates.zone);
  const from = draft.followup?.from;
  const day = from ? dayAt(from, dates.zone) : addDays(today, 1);
  const hour = from ? hourAt(from, dates.zone) : 10;
  const agree = (day: string, hour: number) => {
    const from = instantAt(`${day}T${String(hour).padStart(2, '0')}:00`, dates.zone);
    onChange({ followup: { from, to: addMinutes(from, sheet.rules.agreedMinutes) } });
  };
  const begun = useRef(false);
  useEffect(() => {
    // What is shown as agreed is what is sent.
    if (!begun.current && !draft.followup) agree(day, hour);
    begun.current = true;
  });
  return (
    <div className="line">
      <Select
        autoFocus
        aria-label={say('followup.day')}
        value={day}
        style={{ width: 150 }}
        onChange={(day) => agree(day, hour)}
        options={followupDays.map((days) => {
          const value = addDays(today, days);
          return { value, label: dates.shortDayWithWeekday(value) };
        })}
      />
      <Select
        aria-label={say('followup.hour')}
        value={hour}
        style={{ width: 130 }}
        onChange={(hour) => agree(day, hour)}
        options={followupHours.map((value) => {
          const start = instantAt(`${day}T${String(value).padStart(2, '0')}:00`, dates.zone);
          const end = addMinutes(start, sheet.rules.agreedMinutes);
          return { value, label: `${dates.time(start)}–${dates.time(end)}` };
        })}
      />
      <Input
        aria-label={say('followup.matter')}
        placeholder={say('followup.matter')}
        maxLength={200}
        style={{ flex: 1, minWidth: 160 }}
        value={draft.matter}
        onChange={(event) => onChange({ matter: event.target.value })}
        onPressEnter={onDone}
      />
    </div>
  );
}

function RatingCode({ sheet }: DetailProps) {
  const say = useWords(checkoutWords);
  const ask = useAskRating(sheet.customer.id, sheet.visit.id);
  const { mutate } = ask;
  const { isRatingAsked, rules } = sheet;
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || isRatingAsked) return;
    begun.current = true;
    mutate(rules.ratingForm);
  }, [isRatingAsked, mutate, rules.ratingForm]);
  const path = ask.data?.link?.path;
  if (ask.error) return <ErrorMessage error={ask.error} />;
  if (!path)
    return (
      <Button loading={ask.isPending} onClick={() => mutate(rules.ratingForm)}>
        {say('rating.again')}
      </Button>
    );
  return (
    <div className="line">
      <QRCode value={window.location.origin + path} size={160} type="svg" />
      <span className="soft">{say('rating.show')}</span>
    </div>
  );
}

function AccountCode({ sheet, draft, onChange, followCode }: DetailProps) {
  const say = useWords(checkoutWords);
  const code = useAccountCode(sheet.visit.clinicId).data;
  const [isShown, setIsShown] = useState(false);
  if (followCode && !isShown && !sheet.follows)
    return <Button onClick={() => setIsShown(true)}>{say('account.show')}</Button>;
  if (followCode && isShown)
    return followCode(() => onChange({ answers: { ...draft.answers, account: 'added' } }));
  if (!code) return null;
  if (!code.picture) return <span className="soft">{say('account.nocode')}</span>;
  return (
    <div className="line">
      <img src={code.picture} alt={say('account.scan')} width={140} height={140} />
      <span className="soft">{say('account.scan')}</span>
    </div>
  );
}
