import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { endOf } from '#domain/appointments/appointment.ts';
import type { Appointment, TimeBlock } from '#domain/appointments/contract.ts';
import { addMinutes } from '#domain/base/time.ts';
import type { Instant } from '#domain/base/time.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { lookOf } from '#web/lib/appointment-colours.ts';
import { columnWidth, minutesBetween, pixelsPerMinuteFor, standings, timeAtPixel } from './layout.ts';
import type { Standing } from './layout.ts';
import { appointmentsWords } from './words.ts';
import './appointments.css';

/** One column of the book: a doctor or a chair on a day, or a day of one doctor. */
export interface Column {
  key: string;
  title: string;
  opensAt: Instant;
  closesAt: Instant;
  isOpen: boolean;
  items: Appointment[];
  blocks: TimeBlock[];
}

interface BookGridProps {
  clinicId: string;
  columns: readonly Column[];
  stepMinutes: number;
  now: Instant;
  /** What is dragged over is kept free, not booked. */
  isBlocking?: boolean;
  /** A click into an empty place, or a stretch of it that was dragged over. */
  onPick?: ((column: Column, startsAt: Instant, minutes: number | null) => void) | undefined;
  onOpenBlock?: ((block: TimeBlock) => void) | undefined;
  onOpen: (appointment: Appointment) => void;
  /** Dropped on another time or column. */
  onMove?: ((appointment: Appointment, column: Column, startsAt: Instant) => void) | undefined;
}

interface Drag {
  id: string;
  fromX: number;
  fromY: number;
  dx: number;
  dy: number;
  isMoving: boolean;
}

/** A stretch of an empty column, in pixels below its opening. */
interface Pick {
  key: string;
  from: number;
  to: number;
}

/** The day as a ruled page: appointments stand where and as long as they are, and are dragged with the mouse. */
export function BookGrid(props: BookGridProps) {
  const {
    clinicId,
    columns,
    stepMinutes,
    now,
    isBlocking = false,
    onPick,
    onOpen,
    onOpenBlock,
    onMove,
  } = props;
  const dates = useDates(clinicId);
  const strips = useRef(new Map<string, HTMLDivElement>());
  const [drag, setDrag] = useState<Drag | null>(null);
  const [pick, setPick] = useState<Pick | null>(null);
  const first = columns[0];
  if (!first) return null;
  const pixelsPerMinute = pixelsPerMinuteFor(
    columns.flatMap(({ items }) => items.map((item) => minutesBetween(item.startsAt, endOf(item)))),
  );
  const length = Math.max(...columns.map(({ opensAt, closesAt }) => minutesBetween(opensAt, closesAt)));
  // The ruler says whole hours, also where the clinic opens at half past.
  const toFirstHour = (60 - Number(dates.time(first.opensAt).slice(3, 5))) % 60;
  const hours = Array.from(
    { length: Math.ceil((length - toFirstHour) / 60) },
    (_, hour) => toFirstHour + hour * 60,
  );
  const stepPixels = stepMinutes * pixelsPerMinute;
  const placedIn = new Map(
    columns.map(({ key, items }) => [
      key,
      standings(items.map((item) => ({ ...item, endsAt: endOf(item) }))),
    ]),
  );
  const widths = columns.map(({ key }) => `minmax(${columnWidth(placedIn.get(key)!)}px, 1fr)`);

  const columnAt = (x: number): Column | undefined =>
    columns.find(({ key }) => {
      const box = strips.current.get(key)?.getBoundingClientRect();
      return box && x >= box.left && x < box.right;
    });
  const drop = (appointment: Appointment, event: PointerEvent, own: Column) => {
    const held = drag;
    setDrag(null);
    if (!held?.isMoving) {
      onOpen(appointment);
      return;
    }
    const column = columnAt(event.clientX) ?? own;
    const top = minutesBetween(own.opensAt, appointment.startsAt) * pixelsPerMinute + held.dy;
    const startsAt = timeAtPixel(column.opensAt, top, stepPixels, stepMinutes);
    if (startsAt !== appointment.startsAt || column.key !== own.key) onMove?.(appointment, column, startsAt);
  };
  const holding = (appointment: Appointment, column: Column) =>
    onMove && appointment.state === 'booked'
      ? {
          onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
            // A finger scrolls.
            if (event.pointerType !== 'mouse' || event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            const { clientX: fromX, clientY: fromY } = event;
            setDrag({ id: appointment.id, fromX, fromY, dx: 0, dy: 0, isMoving: false });
          },
          onPointerMove: (event: PointerEvent) => {
            if (drag?.id !== appointment.id) return;
            const [dx, dy] = [event.clientX - drag.fromX, event.clientY - drag.fromY];
            const isMoving = drag.isMoving || Math.hypot(dx, dy) > 4;
            setDrag({ ...drag, dx, dy: Math.round(dy / stepPixels) * stepPixels, isMoving });
          },
          onPointerUp: (event: PointerEvent) =>
            drag?.id === appointment.id && drop(appointment, event, column),
          onPointerCancel: () => setDrag(null),
        }
      : {};

  const pixelIn = (event: PointerEvent<HTMLDivElement>) =>
    event.clientY - event.currentTarget.getBoundingClientRect().top;
  const picking = (column: Column) => ({
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      if (!onPick || event.target !== event.currentTarget || event.button !== 0) return;
      // A finger scrolls; its tap is a click into the place.
      if (event.pointerType === 'mouse') event.currentTarget.setPointerCapture(event.pointerId);
      const at = pixelIn(event);
      setPick({ key: column.key, from: at, to: at });
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      if (pick?.key === column.key && event.pointerType === 'mouse') setPick({ ...pick, to: pixelIn(event) });
    },
    onPointerUp: () => {
      if (pick?.key !== column.key) return;
      const { top, height } = stretchOf(pick);
      setPick(null);
      const startsAt = timeAtPixel(column.opensAt, top, stepPixels, stepMinutes);
      onPick?.(column, startsAt, height > stepPixels ? Math.round(height / pixelsPerMinute) : null);
    },
    onPointerCancel: () => setPick(null),
  });
  /** Whole steps, from the one it began in to the one it is in. */
  const stretchOf = ({ from, to }: Pick) => {
    const [first, last] = [Math.min(from, to), Math.max(from, to)].map((at) => Math.floor(at / stepPixels));
    return { top: first! * stepPixels, height: (last! - first! + 1) * stepPixels };
  };

  return (
    <div
      className={isBlocking ? 'book is-blocking' : 'book'}
      onKeyDown={walk}
      style={{ gridTemplateColumns: `52px ${widths.join(' ')}` }}
    >
      <div className="book-head book-corner" />
      {columns.map(({ key, title }) => (
        <div key={key} className="book-head" title={title}>
          {title}
        </div>
      ))}
      <div className="book-hours" style={{ height: length * pixelsPerMinute }}>
        {hours
          .filter((minutes) => minutes > 0)
          .map((minutes) => (
            <span key={minutes} style={{ top: minutes * pixelsPerMinute }}>
              {dates.time(addMinutes(first.opensAt, minutes))}
            </span>
          ))}
      </div>
      {columns.map((column) => {
        const placed = placedIn.get(column.key)!;
        return (
          <div
            key={column.key}
            ref={(strip) => {
              if (strip) strips.current.set(column.key, strip);
              else strips.current.delete(column.key);
            }}
            className={column.isOpen ? 'book-column' : 'book-column is-closed'}
            style={{
              backgroundSize: `100% ${30 * pixelsPerMinute}px`,
              backgroundPositionY: (toFirstHour % 30) * pixelsPerMinute,
            }}
            {...picking(column)}
          >
            {now > column.opensAt && now < column.closesAt && (
              <div
                className="book-now"
                style={{ top: minutesBetween(column.opensAt, now) * pixelsPerMinute }}
              />
            )}
            {column.blocks.map((block) => (
              <BlockCard
                key={block.id}
                {...{ block, column, clinicId, pixelsPerMinute }}
                onOpen={onOpenBlock}
              />
            ))}
            {pick?.key === column.key && <div className="book-pick" style={stretchOf(pick)} />}
            {column.items.map((appointment) => (
              <Card
                key={appointment.id}
                appointment={appointment}
                top={minutesBetween(column.opensAt, appointment.startsAt) * pixelsPerMinute}
                pixelsPerMinute={pixelsPerMinute}
                standing={placed.get(appointment.id)!}
                drag={drag?.id === appointment.id && drag.isMoving ? drag : null}
                time={dates.time}
                onOpen={() => onOpen(appointment)}
                {...holding(appointment, column)}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

/** With the arrows from card to card: up and down in a column, left and right to the nearest of the next one. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const here = (event.target as HTMLElement).closest<HTMLElement>('.book-card');
  const down = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!here || (down === undefined && across === undefined)) return;
  event.preventDefault();
  const columns = [...event.currentTarget.querySelectorAll('.book-column')].map((column) =>
    [...column.querySelectorAll<HTMLElement>('.book-card')].sort((a, b) => a.offsetTop - b.offsetTop),
  );
  const at = columns.findIndex((cards) => cards.includes(here));
  if (down !== undefined) {
    columns[at]![columns[at]!.indexOf(here) + down]?.focus();
    return;
  }
  for (let next = at + across!; columns[next]; next += across!) {
    const [nearest] = columns[next]!.toSorted(
      (a, b) => Math.abs(a.offsetTop - here.offsetTop) - Math.abs(b.offsetTop - here.offsetTop),
    );
    if (nearest) return nearest.focus();
  }
}

/** Time nobody is booked into; within the column's own hours. */
function BlockCard({
  block,
  column,
  clinicId,
  pixelsPerMinute,
  onOpen,
}: {
  block: TimeBlock;
  column: Column;
  clinicId: string;
  pixelsPerMinute: number;
  onOpen?: ((block: TimeBlock) => void) | undefined;
}) {
  const say = useWords(appointmentsWords);
  const dates = useDates(clinicId);
  const { startsAt, endsAt, kind, reason } = block;
  const from = startsAt > column.opensAt ? startsAt : column.opensAt;
  const to = endsAt < column.closesAt ? endsAt : column.closesAt;
  if (from >= to) return null;
  return (
    <button
      type="button"
      className="book-block"
      disabled={!onOpen}
      aria-label={say('block.asked', {
        kind: reason ?? say(`block.${kind}`),
        from: dates.time(startsAt),
        to: dates.time(endsAt),
      })}
      style={{
        top: minutesBetween(column.opensAt, from) * pixelsPerMinute,
        height: minutesBetween(from, to) * pixelsPerMinute,
      }}
      onClick={() => onOpen?.(block)}
    >
      {reason ?? say(`block.${kind}`)}
    </button>
  );
}

interface CardProps {
  appointment: Appointment;
  top: number;
  pixelsPerMinute: number;
  standing: Standing;
  drag: Drag | null;
  time: (instant: Instant) => string;
  onOpen: () => void;
  onPointerDown?: (event: PointerEvent<HTMLButtonElement>) => void;
}

function Card({ appointment, top, pixelsPerMinute, standing, drag, time, onOpen, ...holding }: CardProps) {
  const say = useWords(appointmentsWords);
  const { startsAt, customerName, visitKind, kindName, state, confirmation, colour } = appointment;
  const minutes = minutesBetween(startsAt, endOf(appointment));
  const share = 100 / standing.lanes;
  const isOver = state !== 'booked';
  const classes = ['book-card', isOver && `is-over is-${state}`, drag && 'is-dragged'];
  const mark = isOver ? say(`state.${state}`) : confirmation && say(`confirmation.${confirmation}`);
  const isDraggable = holding.onPointerDown !== undefined;

  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      style={{
        ...lookOf(colour),
        top,
        left: `calc(${standing.lane * share}% + 2px)`,
        width: `calc(${share}% - 4px)`,
        height: Math.max(18, minutes * pixelsPerMinute - 2),
        ...(drag && { transform: `translate(${drag.dx}px, ${drag.dy}px)` }),
      }}
      aria-label={say('asked', { name: customerName })}
      {...holding}
      // A drag opens by itself what it did not move.
      onClick={(event) => (!isDraggable || event.detail === 0) && onOpen()}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && event.stopPropagation()}
    >
      <strong>
        {time(startsAt)} {customerName}
      </strong>
      {minutes >= 25 && <span>{[say(visitKind), kindName, mark].filter(Boolean).join(' · ')}</span>}
    </button>
  );
}
