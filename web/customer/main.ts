import type { AppointmentPage } from '#domain/customer-page/contract.ts';
import { showAppointment } from './appointment-view.ts';
import { showConsents } from './consent-view.ts';
import { showForm } from './form-view.ts';
import type { OnlinePage } from '#domain/onlinebooking/contract.ts';
import { showBooking } from './booking-view.ts';
import { showCheckedIn, showDoor } from './door-view.ts';
import { element } from './element.ts';
import { noMoreLine } from './no-more.ts';
import { showOffer } from './offer-view.ts';
import { showScreen } from './screen-view.ts';
import { sayIn } from './question-field.ts';
import {
  answerAppointment,
  askOnline,
  checkInByLink,
  openDoor,
  NotAnswered,
  openPage,
  readScreen,
  sendAnswer,
  sendPhoto,
} from './send.ts';
import type { Failure } from './send.ts';
import type { Language, Word } from './words.ts';

// The customer's page: /c/<token>, /c/<token>#tablet at the desk, /b/<clinic> to book by oneself, /i/<clinic> to check in
// at the door, and /screen/<token> on the wall of the waiting room. Small on purpose; docs/decisions has why.

const root = document.getElementById('page')!;
const token = location.pathname.split('/')[2] ?? '';
/** The clinic's own tablet, which goes from hand to hand. */
const isTablet = location.hash === '#tablet';
/** Long enough to read the thanks. */
const lockAfterMs = 8_000;
let language: Language = /^zh/i.test(navigator.language || 'zh') ? 'zh' : 'en';

const say = (word: Word): string => sayIn(language)(word);

function setLanguage(to: Language): void {
  language = to;
  document.documentElement.lang = to === 'zh' ? 'zh-CN' : 'en';
}

function switchLanguage(again: () => void): Node {
  const button = element('button', { type: 'button', className: 'plain' }, say('other'));
  button.onclick = () => {
    setLanguage(language === 'zh' ? 'en' : 'zh');
    again();
  };
  return button;
}

/** What whoever reads can choose on every page: larger letters, and the language. */
function readingChoices(again: () => void): Node {
  const page = document.documentElement;
  const isLarge = page.className === 'large';
  const letters = element(
    'button',
    { type: 'button', className: 'plain' },
    say(isLarge ? 'usual' : 'larger'),
  );
  letters.onclick = () => {
    page.className = isLarge ? '' : 'large';
    again();
  };
  return element('span', { className: 'choices' }, letters, switchLanguage(again));
}

const stage = {
  root,
  token,
  language: () => language,
  switchLanguage: readingChoices,
  onTitle: (title: string) => (document.title = title),
  toTop: () => window.scrollTo(0, 0),
  onGone: () => fail('gone'),
};
const noMore = (again: () => void): Node => noMoreLine(stage, again);

async function open(): Promise<void> {
  try {
    const place = location.pathname.split('/')[1];
    if (place === 'screen') return showScreen({ ...stage, switchLanguage }, await readScreen(token));
    if (place === 'i') return showDoor(stage, await openDoor(token));
    if (place === 'b') {
      const booking = { ...stage, place: token, storage: storageOrNone() };
      return showBooking(booking, await askOnline<OnlinePage>('open', { place: token }));
    }
    const page = await openPage(token);
    if (page.kind === 'appointment') return openAppointment(page);
    if (page.kind === 'offer') return showOffer({ ...stage, noMore }, page);
    if (page.kind === 'consent') return showConsents(stage, page);
    showForm(
      {
        ...stage,
        // What one customer began the next one must not see.
        storage: isTablet ? null : storageOrNone(),
        noMore: isTablet ? null : noMore,
        sendPhoto: (photo) => sendPhoto(token, photo),
        send: async (values, sendId) => {
          const answer = await sendAnswer({ token, values, sendId });
          if (isTablet) setTimeout(lock, lockAfterMs);
          return answer;
        },
      },
      page,
    );
  } catch (error) {
    fail(error instanceof NotAnswered ? error.failure : 'network');
  }
}

function openAppointment(page: AppointmentPage): void {
  showAppointment(
    {
      ...stage,
      say,
      noMore,
      send: (answer) => answerAppointment(token, answer),
      checkIn: async () => showCheckedIn(root, say, await checkInByLink(token)),
      onFailed: (error) => fail(error instanceof NotAnswered ? error.failure : 'network'),
    },
    page,
  );
}

/** Nothing is left of the customer; whoever takes the tablet back signs in. */
function lock(): void {
  const signIn = element('button', { type: 'button', className: 'plain' }, say('signIn'));
  signIn.onclick = () => location.replace('/');
  root.textContent = '';
  root.appendChild(
    element(
      'div',
      { className: 'done' },
      element('h1', {}, say('handBackTitle')),
      element('p', {}, say('handBack')),
      element('div', { className: 'steps' }, signIn),
    ),
  );
}

function storageOrNone(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function fail(failure: Failure): void {
  if (isTablet && failure === 'gone') return lock();
  const isGone = failure === 'gone' || failure === 'refused';
  const again = element('button', { type: 'button', className: 'main' }, say('again'));
  again.onclick = () => void open();
  root.textContent = '';
  root.appendChild(
    element(
      'div',
      { className: 'done' },
      element('h1', {}, say(isGone ? 'goneTitle' : 'networkTitle')),
      element('p', {}, say(isGone ? 'gone' : failure === 'too-many' ? 'tooMany' : 'network')),
      isGone ? null : element('div', { className: 'steps' }, again),
    ),
  );
}

setLanguage(language);
void open();
