import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { InputRef } from 'antd';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { intakeFor } from '#domain/forms/intake.ts';
import { accuracyOf } from '#domain/reception/waiting.ts';
import type { Board, BoardCard } from '#domain/reception/contract.ts';
import { areaOf, categoryOf } from '#domain/triage/area.ts';
import { useNow } from '#web/lib/clock.ts';
import { useKeys } from '#web/lib/keys.ts';
import { useMay, useMe } from '#web/lib/me.ts';
import { useNumber } from '#web/lib/numbers.ts';
import { useWords } from '#web/lib/words.ts';
import { useClassOptions } from '#web/modules/classes/class-names.ts';
import { useCustomers } from '#web/modules/customers/api.ts';
import { CreateCustomerDrawer } from '#web/modules/customers/create-customer-drawer.tsx';
import { useForms } from '#web/modules/forms/api.ts';
import { AskFormDrawer } from '#web/modules/forms/ask-form-drawer.tsx';
import { AlikeHint } from '#web/modules/identity/alike-hint.tsx';
import { useLateness } from '#web/modules/lateness/api.ts';
import { OfflineDesk } from '#web/modules/offline/offline-desk.tsx';
import { useKeptList } from '#web/modules/offline/use-kept-list.ts';
import { PrintReminder } from '#web/modules/papersheets/print-reminder.tsx';
import { useBoard } from '#web/modules/reception/api.ts';
import { ArriveBox } from '#web/modules/reception/arrive-box.tsx';
import { Alerts, BoardColumns, cardsNow } from '#web/modules/reception/board-columns.tsx';
import { CardDrawer } from '#web/modules/reception/card-drawer.tsx';
import { DoorCallList } from '#web/modules/reception/door-calls.tsx';
import { OwedIntakes } from '#web/modules/reception/owed-intakes.tsx';
import { receptionWords } from '#web/modules/reception/words.ts';
import { useStaff } from '#web/modules/staff/api.ts';
import { useOneClinic } from '#web/ui/one-clinic.tsx';
import { Page } from '#web/ui/page.tsx';
import { EmptyState, Loaded } from '#web/ui/states.tsx';

/** The front desk's day (E3–E5): who comes, who is here, who waits too long. */
export function BoardPage() {
  const say = useWords(receptionWords);
  const { clinicId, choice } = useOneClinic();
  if (clinicId === undefined) return <EmptyState text={say('empty.day')} />;
  return <ClinicBoard key={clinicId} clinicId={clinicId} choice={choice} />;
}

function ClinicBoard({ clinicId, choice }: { clinicId: string; choice: ReactNode }) {
  const say = useWords(receptionWords);
  const { asked, stream } = useBoard(clinicId);
  const about = useAbout(asked.data);
  const { staffId, clinics } = useMe();
  const clinicName = clinics.find(({ id }) => id === clinicId)?.name ?? '';
  const kept = useKeptList(asked.data, { staffId, clinicName });
  return (
    <Page
      title={say('title')}
      about={about}
      actions={
        <>
          <span className="soft board-keys">{say('keys')}</span>
          <span className="soft" role="status">
            {asked.data && say(kept ? 'offline' : stream)}
          </span>
          {choice}
        </>
      }
    >
      <PrintReminder clinicId={clinicId} link={(text) => <Link to="/paper-sheets">{text}</Link>} />
      {kept ? <OfflineDesk list={kept} /> : <Loaded of={asked}>{(board) => <Today board={board} />}</Loaded>}
    </Page>
  );
}

function Today({ board: given }: { board: Board }) {
  const say = useWords(receptionWords);
  const now = useNow(5);
  const mayReceive = useMay('visits.write');
  const mayAsk = useMay('forms.ask');
  const forms = useForms().data?.items ?? [];
  const classes = useClassOptions();
  const colleagues = useStaff().data?.items ?? [];
  const go = useNavigate();
  const box = useRef<InputRef>(null);
  const [search, setSearch] = useState('');
  const [openId, setOpenId] = useState<string | null>(null);
  const [intakeOf, setIntakeOf] = useState<BoardCard | null>(null);
  const [creating, setCreating] = useState(false);
  const late = useLateness({ clinicId: given.clinicId }).data?.late ?? [];
  const calledAt = new Map(
    late.flatMap(({ appointment, calls }) =>
      calls[0] ? [[appointment.id, calls[0].calledAt] as const] : [],
    ),
  );
  const found = useCustomers({ search, page: 1, pageSize: 8 });
  useKeys({ '/': () => box.current?.focus({ cursor: 'all' }), j: () => goToCard(1), k: () => goToCard(-1) });

  const board = { ...given, cards: cardsNow(given, now) };
  // Who has come meanwhile is the visit of the appointment that was opened.
  const open =
    openId === null
      ? undefined
      : board.cards.find(({ id, appointmentId }) => id === openId || appointmentId === openId);
  const booked = board.cards.filter(({ visitId }) => visitId === null);
  return (
    <>
      {mayReceive && (
        <ArriveBox
          clinicId={board.clinicId}
          search={search}
          onSearch={setSearch}
          found={search === '' ? undefined : found.data?.items}
          booked={booked}
          classes={classes}
          box={box}
          onCreate={() => setCreating(true)}
        />
      )}
      {board.cards.length === 0 ? (
        <EmptyState text={say('empty.day')} />
      ) : (
        <div className="board-page">
          <BoardColumns board={board} now={now} onOpen={setOpenId} />
          <Alerts board={board} now={now} onOpen={setOpenId} calledAt={calledAt}>
            <DoorCallList clinicId={board.clinicId} />
            <OwedIntakes cards={board.cards} onBegin={mayAsk ? setIntakeOf : null} />
          </Alerts>
        </div>
      )}
      {open && (
        <CardDrawer
          key={open.id}
          card={open}
          board={board}
          now={now}
          onClose={() => setOpenId(null)}
          record={
            <span className="line">
              <Link to="/customers/$id" params={{ id: open.customerId }}>
                {say('record')}
              </Link>
              {mayAsk && open.intake !== null && open.intake !== 'done' && (
                <Button onClick={() => setIntakeOf(open)}>{say('intake.begin')}</Button>
              )}
              {open.visitId !== null && (open.stage === 'in-treatment' || open.stage === 'checkout') && (
                <Link to="/checkout" search={{ visit: open.visitId } as never}>
                  {say('checkout.open')}
                </Link>
              )}
              {open.stage === 'late' && <Link to="/lateness">{say('late.call')}</Link>}
            </span>
          }
        />
      )}
      {intakeOf && (
        <AskFormDrawer
          open
          customer={{ id: intakeOf.customerId, name: intakeOf.customerName }}
          first="tablet"
          usual={intakeFor(forms, categoryOf[areaOf(intakeOf.complaint, intakeOf.age).area])}
          onClose={() => setIntakeOf(null)}
        />
      )}
      <CreateCustomerDrawer
        open={creating}
        onClose={() => setCreating(false)}
        colleagues={colleagues}
        hint={(typed) => (
          <AlikeHint typed={typed} onOpen={({ id }) => void go({ to: '/customers/$id', params: { id } })} />
        )}
        onCreated={({ number }) => setSearch(number)}
      />
    </>
  );
}

/** From card to card by J and K, through the columns; Enter opens the one that is marked. */
function goToCard(by: 1 | -1): void {
  const cards = [...document.querySelectorAll<HTMLElement>('.board-card')];
  const at = cards.indexOf(document.activeElement as HTMLElement);
  cards[Math.max(0, Math.min(at + by, cards.length - 1))]?.focus();
}

function useAbout(board: Board | undefined): string | undefined {
  const say = useWords(receptionWords);
  const number = useNumber();
  if (!board) return undefined;
  const here = board.cards.filter(({ visitId, stage }) => visitId !== null && stage !== 'gone').length;
  const { told, predicted } = accuracyOf(board.words);
  const off = ({ count, meanOff }: { count: number; meanOff: number | null }) =>
    meanOff === null
      ? say('about.none')
      : say('about.off', { minutes: number(meanOff), count: number(count) });
  return say('about', {
    ...{ all: number(board.cards.length), here: number(here) },
    ...{ told: off(told), predicted: off(predicted) },
  });
}
