import type { AppointmentPage } from '#domain/customer-page/contract.ts';
import { element } from './element.ts';
import { sayWhen } from './when.ts';
import type { Language, Word } from './words.ts';

type Answer = NonNullable<AppointmentPage['answer']>;

export interface AppointmentHost {
  root: HTMLElement;
  language(): Language;
  say(word: Word): string;
  switchLanguage(again: () => void): Node;
  onTitle(title: string): void;
  send(answer: Answer): Promise<void>;
  /** They are here; shows what follows. */
  checkIn(): Promise<void>;
  onFailed(error: unknown): void;
  /** The line to what reaches the customer. */
  noMore(again: () => void): Node;
}

/** Whether they come: one press, and until the hour another one. */
export function showAppointment(host: AppointmentHost, page: AppointmentPage): void {
  const { root, say, switchLanguage } = host;
  host.onTitle(page.clinicName);
  let { answer } = page;
  let isChoosing = answer === null;
  draw();

  function draw(): void {
    root.textContent = '';
    root.appendChild(
      element(
        'div',
        { className: 'done' },
        element('p', { className: 'who' }, page.clinicName),
        element('h1', {}, isChoosing ? `${page.greeting} ${say('comeAsk')}` : say(answerWord())),
        element('p', { className: 'when' }, sayWhen(page.startsAt, host.language())),
        isChoosing ? null : element('p', {}, say(answer === 'confirmed' ? 'comeNext' : 'cannotNext')),
        page.mayCheckIn && answer !== 'cannot-come' ? here() : null,
        isChoosing ? choices() : element('div', { className: 'steps' }, again()),
        switchLanguage(draw),
        host.noMore(draw),
      ),
    );
  }

  function choices(): Node {
    const yes = element('button', { type: 'button', className: 'main' }, say('come'));
    const no = element('button', { type: 'button' }, say('cannotCome'));
    yes.onclick = () => send('confirmed');
    no.onclick = () => send('cannot-come');
    return element('div', { className: 'steps stacked' }, yes, no);

    function send(chosen: Answer): void {
      yes.disabled = no.disabled = true;
      host.send(chosen).then(() => {
        answer = chosen;
        isChoosing = false;
        draw();
      }, host.onFailed);
    }
  }

  function here(): Node {
    const button = element('button', { type: 'button', className: 'main' }, say('hereNow'));
    button.onclick = () => {
      button.disabled = true;
      host.checkIn().catch(host.onFailed);
    };
    return element('div', { className: 'steps stacked' }, button);
  }

  function again(): Node {
    const button = element('button', { type: 'button', className: 'plain' }, say('thinkAgain'));
    button.onclick = () => {
      isChoosing = true;
      draw();
    };
    return button;
  }

  function answerWord(): Word {
    return answer === 'confirmed' ? 'comeNoted' : 'cannotNoted';
  }
}
