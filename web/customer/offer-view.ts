import type { OfferPage } from '#domain/customer-page/contract.ts';
import { element } from './element.ts';
import { sayIn } from './question-field.ts';
import { answerOffer, NotAnswered } from './send.ts';
import { sayWhen } from './when.ts';
import { fill } from './words.ts';
import type { Language, Word } from './words.ts';

interface OfferStage {
  root: HTMLElement;
  token: string;
  language: () => Language;
  switchLanguage: (again: () => void) => Node;
  onTitle: (title: string) => void;
  onGone: () => void;
  /** The line to what reaches the customer. */
  noMore: (again: () => void) => Node;
}

/** A time that became free: taken or left with one touch. */
export function showOffer(stage: OfferStage, page: OfferPage): void {
  const { root, token } = stage;
  let told: Word | null = null;
  let isSending = false;
  const say = (word: Word) => sayIn(stage.language())(word);

  async function send(answer: 'accepted' | 'declined'): Promise<void> {
    isSending = true;
    draw();
    try {
      const { state } = await answerOffer({ token, answer });
      end(state);
    } catch (error) {
      const failure = error instanceof NotAnswered ? error.failure : 'network';
      if (failure === 'gone') return stage.onGone();
      isSending = false;
      told = failure === 'refused' ? 'offerTaken' : failure === 'too-many' ? 'tooMany' : 'network';
      draw();
    }
  }

  function end(state: string): void {
    const title = state === 'accepted' ? 'offerBooked' : 'thanks';
    const text = state === 'accepted' ? whenOf() : say(state === 'declined' ? 'offerLeft' : 'offerTaken');
    const heading = element('h1', { tabIndex: -1 }, say(title));
    root.textContent = '';
    root.appendChild(element('div', { className: 'done' }, heading, element('p', {}, text)));
    root.appendChild(stage.noMore(() => end(state)));
    heading.focus();
  }

  const whenOf = () => `${page.clinicName} · ${sayWhen(page.startsAt, stage.language())}`;

  function draw(): void {
    stage.onTitle(say('offerTitle'));
    const take = element(
      'button',
      { type: 'button', className: 'main', disabled: isSending },
      say('offerTake'),
    );
    take.onclick = () => void send('accepted');
    const leave = element('button', { type: 'button', disabled: isSending }, say('offerLeave'));
    leave.onclick = () => void send('declined');
    root.textContent = '';
    const content = [
      element(
        'div',
        { className: 'top' },
        element('span', {}, `${page.clinicName} · ${say('hello')}，${page.greeting}`),
        stage.switchLanguage(draw),
      ),
      element('h1', {}, say('offerTitle')),
      element(
        'p',
        {},
        element('strong', {}, sayWhen(page.startsAt, stage.language())),
        ` · ${fill(say('minutes'), page)}`,
      ),
      element('p', { className: 'note' }, fillText(say('offerUntil'), sayWhen(page.until, stage.language()))),
      told ? element('p', { className: 'wrong', role: 'alert' }, say(told)) : null,
      element('div', { className: 'steps' }, leave, take),
      isSending ? null : stage.noMore(draw),
    ];
    for (const each of content) if (each) root.appendChild(each);
  }

  draw();
}

const fillText = (text: string, at: string): string => text.replace('{at}', at);
