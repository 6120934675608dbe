import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { points, type Point } from '#domain/checkout/answers.ts';
import type { Checkout, CheckoutSheet as Sheet } from '#domain/checkout/contract.ts';
import { clinicWords } from '#web/lib/clinic-words.ts';
import { useDates } from '#web/lib/dates.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useMoney } from '#web/lib/money.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { ErrorMessage } from '#web/ui/error-message.tsx';
import { GradeTag } from '#web/ui/grade-tag.tsx';
import { EnteredLater } from '#web/ui/entered-later.tsx';
import { StatusTag } from '#web/ui/status-tag.tsx';
import { useFinishCheckout } from './api.ts';
import { choicesOf, draftOf, finishedOf, openPoints, sentOf, type Draft } from './draft.ts';
import { PointDetail } from './point-detail.tsx';
import { PointRow } from './point-row.tsx';
import { checkoutWords } from './words.ts';
import './checkout.css';

interface CheckoutSheetProps {
  sheet: Sheet;
  /** The customer's account, where something is booked on it. */
  account: ReactNode;
  /** A code of the official account that knows who scans it; null where there is none. */
  followCode: ((onBound: () => void) => ReactNode) | null;
}

/** One customer at the door. */
export function CheckoutSheet({ sheet, account, followCode }: CheckoutSheetProps) {
  const say = useWords(checkoutWords);
  const sayClinic = useWords(clinicWords);
  const dates = useDates(sheet.visit.clinicId);
  const { visit, customer, checkout } = sheet;

  return (
    <div className="rows checkout-sheet">
      <div className="line">
        <h2>
          <Link to="/customers/$id" params={{ id: customer.id }}>
            {customer.name}
          </Link>
        </h2>
        <GradeTag grade={customer.grade as 'A'} />
        <span className="soft">
          {customer.number} · {customer.phone ?? ''} · {sayClinic(`visit.${visit.kind}`)} ·{' '}
          {dates.time(visit.openedAt)}
        </span>
        <EnteredLater clinicId={visit.clinicId} at={sheet.enteredAt} />
      </div>
      {customer.isFrozen && <Alert type="warning" showIcon title={say('frozen')} />}
      {customer.refusesContact && <Alert type="warning" showIcon title={say('refuses')} />}
      {visit.state === 'closed' && !checkout && <Alert type="info" showIcon title={say('visit.closed')} />}
      <section>
        <h3>{say('treated')}</h3>
        {visit.treatments.length === 0 ? (
          <p className="soft">{say('treated.none')}</p>
        ) : (
          <p>
            {visit.treatments
              .map(({ name, doctorName }) => [name, doctorName].filter(Boolean).join(' · '))
              .join(say('and'))}
          </p>
        )}
      </section>
      {account}
      {checkout ? (
        <Finished checkout={checkout} name={customer.name} />
      ) : (
        <Asking sheet={sheet} followCode={followCode} />
      )}
    </div>
  );
}

function Asking({ sheet, followCode }: Pick<CheckoutSheetProps, 'sheet' | 'followCode'>) {
  const say = useWords(checkoutWords);
  const tell = useTell();
  const finish = useFinishCheckout(sheet.visit.id);
  const [draft, setDraft] = useState<Draft>(() => draftOf(sheet));
  const [at, setAt] = useState(() => points.indexOf(openPoints(draftOf(sheet))[0] ?? 'paid'));
  const open = openPoints(draft);
  const answers = finishedOf(draft);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));

  const go = (step: number) => {
    (document.activeElement as HTMLElement | null)?.blur();
    setAt((before) => Math.max(0, Math.min(points.length - 1, before + step)));
  };
  const answer = (point: Point, choice: string | undefined) => {
    if (choice === undefined) return;
    const next: Draft = { ...draft, answers: { ...draft.answers, [point]: choice } };
    setDraft(next);
    setAt(points.indexOf(point) + (sentOf(next, point) === undefined || hasMore(point, choice) ? 0 : 1));
  };
  const save = () => {
    if (!answers || finish.isPending) return;
    finish.mutate(
      { version: sheet.visit.version, answers },
      { onSuccess: () => tell.done(say('done')), onError: tell.failed },
    );
  };
  const here = points[Math.min(at, points.length - 1)]!;
  const choose = (index: number) => () => answer(here, choicesOf(here)[index]);
  useKeys({
    arrowdown: () => go(1),
    arrowup: () => go(-1),
    1: choose(0),
    2: choose(1),
    3: choose(2),
    4: choose(3),
    'mod+enter': save,
  });

  return (
    <>
      <ol className="checkout-points">
        {points.map((point) => (
          <PointRow
            key={point}
            point={point}
            chosen={draft.answers[point]}
            isHere={point === here}
            isOpen={open.includes(point)}
            onHere={() => setAt(points.indexOf(point))}
            onAnswer={(choice) => answer(point, choice)}
          >
            <PointDetail
              point={point}
              sheet={sheet}
              draft={draft}
              onChange={change}
              onDone={() => go(1)}
              followCode={followCode}
            />
          </PointRow>
        ))}
      </ol>
      <ErrorMessage error={finish.error} />
      <div className="line checkout-foot">
        <Button type="primary" disabled={!answers} loading={finish.isPending} onClick={save}>
          {say('finish')} <kbd className="wide-only">Ctrl ⏎</kbd>
        </Button>
        {open.length > 0 && (
          <span className="soft">
            {say('finish.open', {
              count: open.length,
              points: open.map((point) => say(`point.${point}`)).join(say('and')),
            })}
          </span>
        )}
      </div>
    </>
  );
}

/** Whether there is something to show or to choose once this is answered. */
function hasMore(point: Point, choice: string): boolean {
  return (point === 'rating' && choice === 'asked') || (point === 'next' && choice === 'booked');
}

function Finished({ checkout, name }: { checkout: Checkout; name: string }) {
  const say = useWords(checkoutWords);
  const dates = useDates(checkout.clinicId);
  const money = useMoney();
  const { paid, next, offer, followup, rating, account } = checkout;
  const lines: [Point, string, string | null][] = [
    ['paid', `paid.${paid}`, paid === 'owes' ? `${money(checkout.owedFen)} · ${checkout.paidNote}` : null],
    [
      'next',
      `next.${next}`,
      checkout.nextAt ? dates.dateTime(checkout.nextAt) : (checkout.noNextReason ?? null),
    ],
    [
      'offer',
      `offer.${offer}`,
      checkout.offers.map((each) => `${each.name} ${say(`offer.${each.answer}`)}`).join(say('and')) || null,
    ],
    ['followup', `followup.${followup}`, null],
    ['rating', `rating.${rating}`, null],
    ['account', `account.${account}`, null],
  ];
  return (
    <>
      <Alert
        type="success"
        showIcon
        title={say('done.title', { name })}
        description={say('done.by', {
          name: checkout.finishedByName ?? '',
          at: dates.dateTime(checkout.finishedAt),
        })}
      />
      <dl className="checkout-done">
        {lines.map(([point, answer, more]) => (
          <div key={point}>
            <dt>{say(`point.${point}`)}</dt>
            <dd>
              <StatusTag meaning={answer.endsWith('not_asked') ? 'risk' : 'neutral'}>
                {say(answer as 'paid.settled')}
              </StatusTag>{' '}
              {more}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
