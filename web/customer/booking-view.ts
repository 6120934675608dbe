import type { HeldOnline, OnlinePage, OnlineTimes } from '#domain/onlinebooking/contract.ts';
import { element } from './element.ts';
import { sayIn } from './question-field.ts';
import { askOnline, NotAnswered } from './send.ts';
import { isMorning, sayDay, sayTime, sayWhen } from './when.ts';
import { fill } from './words.ts';
import type { Language, Word } from './words.ts';

type Time = OnlineTimes['items'][number];

/** What was filled in and not sent yet, on this telephone only: neither the phone nor the code. */
interface Draft {
  kindId: string | null;
  name: string;
  savedAt: number;
}

interface BookingStage {
  root: HTMLElement;
  place: string;
  storage: Storage | null;
  language: () => Language;
  switchLanguage: (again: () => void) => Node;
  onTitle: (title: string) => void;
  toTop: () => void;
  onGone: () => void;
}

const keptMs = 86_400_000;
const draftName = 'booking-draft';

/** Booking by oneself: what for, when, the phone with its code, and done. One question a screen. */
export function showBooking(stage: BookingStage, page: OnlinePage): void {
  const { root, place, storage } = stage;
  const draft = readDraft(storage);
  let kind = page.kinds.find(({ id }) => id === draft?.kindId) ?? null;
  let from = page.from;
  let times: Time[] | null = null;
  let time: Time | null = null;
  let held: HeldOnline | null = null;
  let name = draft?.name ?? '';
  let phone = '';
  let told: Word | null = null;
  let isBusy = false;

  const say = (word: Word) => sayIn(stage.language())(word);
  const keep = () => keepDraft(storage, { kindId: kind?.id ?? null, name, savedAt: Date.now() });

  /** Asks the clinic; what it refuses is said where the customer is. */
  async function ask<T>(path: string, body: object, onRefused: Word): Promise<T | null> {
    isBusy = true;
    told = null;
    draw();
    try {
      return await askOnline<T>(path, { place, ...body });
    } catch (error) {
      const failure = error instanceof NotAnswered ? error.failure : 'network';
      if (failure === 'gone') stage.onGone();
      const isTaken = error instanceof NotAnswered && error.code === 'slot-taken';
      const refused = isTaken ? 'bookTaken' : onRefused;
      told = failure === 'refused' ? refused : failure === 'too-many' ? 'tooMany' : 'network';
      return null;
    } finally {
      isBusy = false;
    }
  }

  async function choose(chosen: OnlinePage['kinds'][number], day: string): Promise<void> {
    kind = chosen;
    from = day;
    times = null;
    keep();
    const found = await ask<OnlineTimes>('times', { kindId: chosen.id, from: day }, 'network');
    times = found ? found.items : [];
    draw(true);
  }

  async function sendPhone(): Promise<void> {
    const { startsAt, doctorId } = time!;
    const wanted = { kindId: kind!.id, doctorId, startsAt, phone };
    held = await ask<HeldOnline>('hold', wanted, 'bookRefused');
    if (told === 'bookTaken') return chooseAnew();
    draw(true);
  }

  /** Somebody was quicker: back to the times as they are now, and why. */
  async function chooseAnew(): Promise<void> {
    time = null;
    await choose(kind!, from);
    told ??= 'bookTaken';
    draw(true);
  }

  async function sendCode(code: string): Promise<void> {
    keep();
    const done = await ask<{ wall: string }>('confirm', { holdId: held!.holdId, code, name }, 'wrongCode');
    if (!done) return draw();
    dropDraft(storage);
    const heading = element('h1', { tabIndex: -1 }, say('offerBooked'));
    root.textContent = '';
    const when = `${page.clinicName} · ${sayWhen(done.wall, stage.language())}`;
    root.appendChild(
      element(
        'div',
        { className: 'done' },
        heading,
        element('p', {}, when),
        element('p', {}, say('bookChange')),
      ),
    );
    heading.focus();
  }

  function back(): void {
    if (held) void askOnline('leave', { place, holdId: held.holdId }).catch(() => {});
    if (held || time) [held, time] = [null, null];
    else [kind, times] = [null, null];
    told = null;
    keep();
    draw(true);
  }

  function button(text: string, act: () => void, className = ''): HTMLButtonElement {
    const made = element('button', { type: 'button', className, disabled: isBusy }, text);
    made.onclick = act;
    return made;
  }

  function field(label: string, facts: Partial<HTMLInputElement>): HTMLInputElement {
    return element('input', { ...facts, aria: { label } });
  }

  function kindsStep(): Node[] {
    const list = element('div', { className: 'options' });
    for (const each of page.kinds)
      list.appendChild(
        button(`${each.name} · ${fill(say('minutes'), each)}`, () => void choose(each, page.from)),
      );
    return [
      element('h1', {}, say('bookWhat')),
      page.kinds.length === 0 ? element('p', {}, say('bookNone')) : list,
    ];
  }

  function timesStep(): Node[] {
    const found = times;
    const list = element('div', { className: 'times' });
    let half = '';
    for (const each of found ?? []) {
      const day = sayDay(each.wall, stage.language());
      const its = `${day} · ${say(isMorning(each.wall) ? 'bookMorning' : 'bookAfternoon')}`;
      if (its !== half) list.appendChild(element('h2', {}, its));
      half = its;
      list.appendChild(
        button(`${sayTime(each.wall)} ${each.doctorName}`, () => {
          time = each;
          draw(true);
        }),
      );
    }
    const later = addDays(from, 7);
    return [
      element('h1', {}, say('bookWhen')),
      found === null ? element('p', { className: 'wait' }, '…') : list,
      found?.length === 0 ? element('p', {}, say('bookFull')) : element('p'),
      element(
        'div',
        { className: 'steps' },
        button(say('bookBack'), back),
        ...(later <= page.to ? [button(say('bookLater'), () => void choose(kind!, later))] : []),
      ),
    ];
  }

  function phoneStep(): Node[] {
    const input = field(say('bookPhone'), { type: 'tel', autocomplete: 'tel', value: phone, maxLength: 20 });
    input.oninput = () => (phone = input.value);
    return [
      element('h1', {}, say('bookPhone')),
      element('p', { className: 'note' }, say('bookPhoneWhy')),
      input,
      element(
        'div',
        { className: 'steps' },
        button(say('bookBack'), back),
        button(say('bookSendCode'), () => (phone.trim() ? void sendPhone() : input.focus()), 'main'),
      ),
    ];
  }

  function codeStep(): Node[] {
    const named = field(say('bookName'), { type: 'text', autocomplete: 'name', value: name, maxLength: 60 });
    named.oninput = () => (name = named.value);
    const code = field(say('bookCode'), {
      ...{ type: 'text', inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 6 },
    });
    const send = () => {
      if (!name.trim()) return named.focus();
      if (!/^\d{6}$/.test(code.value)) return code.focus();
      void sendCode(code.value);
    };
    const { minutes, trialCode } = held!;
    return [
      element('h1', {}, say('bookCode')),
      element('p', { className: 'note' }, fill(say('bookHeld'), { minutes })),
      trialCode === null
        ? element('p')
        : element('p', { className: 'note' }, fill(say('bookTrial'), { code: trialCode })),
      element('label', {}, say('bookName'), named),
      element('label', {}, say('bookCode'), code),
      element(
        'div',
        { className: 'steps' },
        button(say('bookBack'), back),
        button(say('bookConfirm'), send, 'main'),
      ),
    ];
  }

  function draw(moves = false): void {
    stage.onTitle(page.clinicName);
    const chosen = [kind?.name, time && `${sayWhen(time.wall, stage.language())} ${time.doctorName}`]
      .filter(Boolean)
      .join(' · ');
    const step = held ? codeStep : time ? phoneStep : kind ? timesStep : kindsStep;
    root.textContent = '';
    const content = [
      element(
        'div',
        { className: 'top' },
        element('span', {}, page.clinicName),
        stage.switchLanguage(() => draw()),
      ),
      chosen ? element('p', { className: 'note' }, chosen) : null,
      ...step(),
      told ? element('p', { className: 'wrong', role: 'alert' }, say(told)) : null,
    ];
    for (const each of content) if (each) root.appendChild(each);
    if (moves) stage.toTop();
  }

  if (kind) void choose(kind, page.from);
  else draw();
}

function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** Storage may be full, switched off, or not be there at all: then there is no draft. */
function readDraft(storage: Storage | null): Draft | null {
  try {
    const draft = JSON.parse(storage?.getItem(draftName) ?? 'null') as Draft | null;
    return draft && Date.now() - draft.savedAt < keptMs ? draft : null;
  } catch {
    return null;
  }
}

function keepDraft(storage: Storage | null, draft: Draft): void {
  try {
    storage?.setItem(draftName, JSON.stringify(draft));
  } catch {
    // What cannot be kept is asked again.
  }
}

function dropDraft(storage: Storage | null): void {
  try {
    storage?.removeItem(draftName);
  } catch {
    // As above.
  }
}
