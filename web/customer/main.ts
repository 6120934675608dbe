import type { AppointmentPage } from '#domain/customer-page/contract.ts';
import { showAppointment } from './appointment-view.ts';
import { showForm } from './form-view.ts';
import { element } from './element.ts';
import { sayIn } from './question-field.ts';
import { NotAnswered, answerAppointment, openPage, sendAnswer } from './send.ts';
import type { Failure } from './send.ts';
import type { Language, Word } from './words.ts';

// The customer's page: /c/<token>, and /c/<token>#tablet at the desk. Small on purpose; docs/decisions has why.

const root = document.getElementById('page')!;
const token = location.pathname.split('/')[2] ?? '';
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

async function open(): Promise<void> {
  try {
    const page = await openPage(token);
    if (page.kind === 'appointment') return openAppointment(page);
    showForm(
      {
        root,
        token,
        // On the clinic's own tablet nothing is kept.
        storage: location.hash === '#tablet' ? null : storageOrNone(),
        language: () => language,
        switchLanguage,
        onTitle: (title) => (document.title = title),
        toTop: () => window.scrollTo(0, 0),
        send: (values, sendId) => sendAnswer({ token, values, sendId }),
        onGone: () => fail('gone'),
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
      root,
      say,
      switchLanguage,
      onTitle: (title) => (document.title = title),
      send: (answer) => answerAppointment(token, answer),
      onFailed: (error) => fail(error instanceof NotAnswered ? error.failure : 'network'),
    },
    page,
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
