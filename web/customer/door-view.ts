import type { CheckedIn, Door } from '#domain/checkins/contract.ts';
import { element } from './element.ts';
import { sayIn } from './question-field.ts';
import { checkInAtDoor, NotAnswered } from './send.ts';
import { fill } from './words.ts';
import type { Language, Word } from './words.ts';

interface DoorStage {
  root: HTMLElement;
  token: string;
  language: () => Language;
  switchLanguage: (again: () => void) => Node;
  onTitle: (title: string) => void;
  onGone: () => void;
}

/** The code at the door: the last four digits and the surname, and the clinic knows who is here. Nothing is remembered. */
export function showDoor(stage: DoorStage, door: Door): void {
  const { root, token } = stage;
  let digits = '';
  let name = '';
  let told: Word | null = null;
  let isSending = false;
  const say = (word: Word) => sayIn(stage.language())(word);

  async function send(): Promise<void> {
    if (!/^\d{4}$/.test(digits) || name.trim() === '') {
      told = 'doorMissing';
      return draw();
    }
    isSending = true;
    told = null;
    draw();
    try {
      showCheckedIn(root, say, await checkInAtDoor({ place: token, digits, name }));
    } catch (error) {
      const failure = error instanceof NotAnswered ? error.failure : 'network';
      if (failure === 'gone') return stage.onGone();
      isSending = false;
      told = failure === 'too-many' ? 'tooMany' : failure === 'refused' ? 'doorMissing' : 'doorNotSent';
      draw();
    }
  }

  function draw(): void {
    stage.onTitle(door.clinicName);
    root.textContent = '';
    const ofDigits = element('input', {
      ...{ type: 'text', inputMode: 'numeric', maxLength: 4, autocomplete: 'off', value: digits },
    });
    ofDigits.oninput = () => (digits = ofDigits.value);
    const ofName = element('input', {
      ...{ type: 'text', maxLength: 30, autocomplete: 'off', value: name },
    });
    ofName.oninput = () => (name = ofName.value);
    const go = element(
      'button',
      { type: 'submit', className: 'main', disabled: isSending },
      say(isSending ? 'sending' : 'doorHere'),
    );
    const form = element(
      'form',
      {},
      element('label', {}, say('doorDigits'), ofDigits),
      element('label', {}, say('doorName'), ofName),
      told ? element('p', { className: 'wrong', role: 'alert' }, say(told)) : null,
      element('div', { className: 'steps' }, go),
    );
    form.onsubmit = (event) => {
      event.preventDefault();
      void send();
    };
    const content = [
      element('div', { className: 'top' }, element('span', {}, door.clinicName), stage.switchLanguage(draw)),
      element('h1', {}, say('doorTitle')),
      element('p', { className: 'note' }, say('doorAbout')),
      form,
    ];
    for (const each of content) root.appendChild(each);
  }

  draw();
}

/** Here with a number; else, whatever the reason, the desk has been told and sees to it. */
export function showCheckedIn(root: HTMLElement, say: (word: Word) => string, { number }: CheckedIn): void {
  root.textContent = '';
  const heading = element(
    'h1',
    { tabIndex: -1 },
    number === null ? say('doorDesk') : fill(say('doorNumber'), { number }),
  );
  root.appendChild(
    element(
      'div',
      { className: 'done' },
      heading,
      element('p', {}, say(number === null ? 'doorDeskNext' : 'doorNext')),
    ),
  );
  heading.focus();
}
