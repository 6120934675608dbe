import { PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import type { Waitlist, WaitlistOffer, WaitlistWish } from '#domain/waitlist/contract.ts';
import { useDates } from '#web/lib/dates.ts';
import { useNarrowScreen } from '#web/lib/media.ts';
import { useListed, useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { EmptyState, Loaded } from '#web/ui/states.tsx';
import { AddWishDrawer } from './add-wish-drawer.tsx';
import type { AddWishProps } from './add-wish-drawer.tsx';
import { useAnswerOffer, useWaitlist, useWithdrawWish } from './api.ts';
import { waitlistWords } from './words.ts';
import './waitlist.css';

interface WaitlistDrawerProps extends Omit<AddWishProps, 'open' | 'onClose'> {
  mayWrite: boolean;
}

/** Who waits for a time, and who is asked about one right now: a button beside the book. */
export function WaitlistButton({ mayWrite, ...props }: WaitlistDrawerProps) {
  const { clinicId } = props;
  const say = useWords(waitlistWords);
  const narrow = useNarrowScreen();
  const asked = useWaitlist(clinicId);
  const [isOpen, setIsOpen] = useState(false);
  const [isAdding, setIsAdding] = useState(false);
  const [wishes, offers] = [asked.data?.wishes.length ?? 0, asked.data?.offers.length ?? 0];

  return (
    <>
      <Button danger={offers > 0} onClick={() => setIsOpen(true)}>
        {offers > 0 ? say('title.offers', { count: wishes, offers }) : say('title.count', { count: wishes })}
      </Button>
      <Drawer
        title={say('title')}
        open={isOpen}
        onClose={() => setIsOpen(false)}
        size={narrow ? '100%' : 460}
        extra={
          mayWrite && (
            <Button icon={<PlusOutlined />} onClick={() => setIsAdding(true)}>
              {say('add')}
            </Button>
          )
        }
      >
        <p className="soft">{say('about')}</p>
        <Loaded of={asked}>{(list) => <Lists {...{ list, clinicId, mayWrite }} />}</Loaded>
      </Drawer>
      <AddWishDrawer {...props} open={isAdding} onClose={() => setIsAdding(false)} />
    </>
  );
}

function Lists({ list, clinicId, mayWrite }: { list: Waitlist; clinicId: string; mayWrite: boolean }) {
  const say = useWords(waitlistWords);
  if (list.wishes.length === 0) return <EmptyState text={say('none')} />;
  const isAsked = (wish: WaitlistWish) => list.offers.some(({ wishId }) => wishId === wish.id);
  return (
    <>
      {list.offers.length > 0 && <h3>{say('offers.title')}</h3>}
      <ul className="waitlist">
        {list.offers.map((offer) => {
          const wish = list.wishes.find(({ id }) => id === offer.wishId);
          return wish && <Offer key={offer.id} {...{ offer, wish, clinicId, mayWrite }} />;
        })}
      </ul>
      <h3>{say('wishes.title')}</h3>
      <ul className="waitlist">
        {list.wishes
          .filter((wish) => !isAsked(wish))
          .map((wish) => (
            <Wish key={wish.id} {...{ wish, clinicId, mayWrite }} />
          ))}
      </ul>
    </>
  );
}

/** Somebody is to be called, or is making up their mind behind the link. */
function Offer({
  offer,
  wish,
  clinicId,
  mayWrite,
}: {
  offer: WaitlistOffer;
  wish: WaitlistWish;
  clinicId: string;
  mayWrite: boolean;
}) {
  const say = useWords(waitlistWords);
  const dates = useDates(clinicId);
  const listed = useListed();
  const tell = useTell();
  const answer = useAnswerOffer();
  const { fit, askedBefore } = offer;
  const why = [
    say(`fit.${fit.doctor}`),
    fit.spareMinutes === 0 ? say('fit.whole') : say('fit.spare', { count: fit.spareMinutes }),
    say('fit.waits', { count: fit.waitsDays }),
    ...(askedBefore > 0 ? [say('fit.before', { count: askedBefore })] : []),
  ];
  const said = (words: 'accepted' | 'declined') =>
    answer.mutate(
      { id: offer.id, answer: words },
      {
        onSuccess: () => tell.done(say(words === 'accepted' ? 'accept.done' : 'decline.done')),
        onError: tell.failed,
      },
    );
  return (
    <li className="is-asked">
      <Person wish={wish} />
      <div>
        {say('offer.line', {
          at: dates.shortDateTime(offer.startsAt),
          doctor: wish.doctorName ?? say('doctor.any'),
          until: dates.time(offer.until),
        })}
      </div>
      <div className="soft">{listed(why)}</div>
      {mayWrite && (
        <div className="line">
          <Button type="primary" size="small" onClick={() => said('accepted')}>
            {say('accept')}
          </Button>
          <Button size="small" onClick={() => said('declined')}>
            {say('decline')}
          </Button>
        </div>
      )}
    </li>
  );
}

function Wish({ wish, clinicId, mayWrite }: { wish: WaitlistWish; clinicId: string; mayWrite: boolean }) {
  const say = useWords(waitlistWords);
  const dates = useDates(clinicId);
  const listed = useListed();
  const tell = useTell();
  const confirm = useConfirm();
  const withdraw = useWithdrawWish();
  const ask = () =>
    void confirm({
      title: say('withdraw.title', { name: wish.customerName }),
      yes: say('withdraw'),
      onYes: async () => {
        await withdraw.mutateAsync({ ...wish, reason: say('withdraw.usual') });
        tell.done(say('withdraw.done'));
      },
    });
  return (
    <li>
      <Person wish={wish} />
      <div>
        {say('wish.line', {
          doctor: wish.doctorName ?? say('doctor.any'),
          minutes: wish.minutes,
          weekdays:
            wish.weekdays.length === 0 ? say('weekdays.any') : listed(wish.weekdays.map(dates.weekday)),
          ...{ from: wish.from, to: wish.to, until: dates.shortDay(wish.until) },
        })}
      </div>
      {wish.note && <div className="soft">{wish.note}</div>}
      {mayWrite && (
        <Button size="small" type="text" onClick={ask}>
          {say('withdraw')}
        </Button>
      )}
    </li>
  );
}

function Person({ wish }: { wish: WaitlistWish }) {
  return (
    <div className="line">
      <strong>
        <Link to="/customers/$id" params={{ id: wish.customerId }}>
          {wish.customerName}
        </Link>
      </strong>
      <span className="soft">{[wish.phone, wish.kindName].filter(Boolean).join(' · ')}</span>
    </div>
  );
}
