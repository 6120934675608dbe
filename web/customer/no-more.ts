import type { ReachPage } from '#domain/customer-page/contract.ts';
import { element } from './element.ts';
import { sayIn } from './question-field.ts';
import { askReach, NotAnswered, refuseOffers } from './send.ts';
import type { Language, Word } from './words.ts';

interface Place {
  root: HTMLElement;
  token: string;
  language: () => Language;
  switchLanguage: (again: () => void) => Node;
  toTop: () => void;
  onGone: () => void;
}

/** The line at the foot of a page, to what reaches the customer; `again` draws that page as it was. */
export function noMoreLine(place: Place, again: () => void): Node {
  const button = element('button', { type: 'button', className: 'plain' }, sayIn(place.language())('noMore'));
  button.onclick = () => void showReach(place, again);
  return element('p', { className: 'no-more' }, button);
}

/** What reaches the customer: offers, ended by one press, and the care that still comes. Nothing of what they came for. */
async function showReach(place: Place, again: () => void): Promise<void> {
  const { root, token } = place;
  let reach: ReachPage | null = null;
  let isAsking = false;
  let told: Word | null = null;
  const say = (word: Word) => sayIn(place.language())(word);

  async function ask(asked: Promise<ReachPage>, onFailed: Word): Promise<void> {
    isAsking = true;
    told = null;
    draw();
    try {
      reach = await asked;
    } catch (error) {
      const failure = error instanceof NotAnswered ? error.failure : 'network';
      if (failure === 'gone') return place.onGone();
      told = failure === 'too-many' ? 'tooMany' : onFailed;
    }
    isAsking = false;
    draw();
  }

  function button(word: Word, act: () => void, className = ''): Node {
    const made = element('button', { type: 'button', className, disabled: isAsking }, say(word));
    made.onclick = act;
    return element('div', { className: 'steps' }, made);
  }

  function part(name: Word, text: Word, state: string, below: Node | null = null): Node {
    return element(
      'section',
      { className: `choice ${state}` },
      element('h2', {}, say(name)),
      element('p', { className: 'stands' }, say(text)),
      below,
    );
  }

  function parts({ offers, hasCare }: ReachPage): Node[] {
    const refuse = () => void ask(refuseOffers(token), 'notWithdrawn');
    const isOver = offers === 'withdrawn';
    return [
      part(
        'purpose_marketing',
        `reach_${offers}`,
        offers,
        isOver ? null : button(offers === 'given' ? 'noOffers' : 'refuse', refuse),
      ),
      part('purpose_care', hasCare ? 'careComes' : 'careEnded', hasCare ? 'given' : 'withdrawn'),
    ];
  }

  function draw(): void {
    root.textContent = '';
    const heading = element('h1', { tabIndex: -1 }, say('noMore'));
    const content: (Node | null)[] = [
      element('div', { className: 'top' }, element('span'), place.switchLanguage(draw)),
      heading,
      told ? element('p', { className: 'wrong', role: 'alert' }, say(told)) : null,
      ...(reach ? parts(reach) : []),
      reach || isAsking ? null : button('again', () => void ask(askReach(token), 'network'), 'main'),
      reach || !isAsking ? null : element('p', { className: 'wait' }, '…'),
      button('backToPage', again),
    ];
    for (const each of content) if (each) root.appendChild(each);
    place.toTop();
    heading.focus();
  }

  await ask(askReach(token), 'network');
}
