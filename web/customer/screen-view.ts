import type { WaitingScreenLines } from '#domain/reception/contract.ts';
import { element } from './element.ts';
import { sayIn } from './question-field.ts';
import { NotAnswered, readScreen } from './send.ts';
import { fill } from './words.ts';
import type { Language, Word } from './words.ts';

interface ScreenStage {
  root: HTMLElement;
  token: string;
  language: () => Language;
  switchLanguage: (again: () => void) => Node;
  onTitle: (title: string) => void;
  onGone: () => void;
}

const askEveryMs = 4_000;

/** Who is called and who waits, on the wall: asked again and again, and said to be old where nothing answers. */
export function showScreen(stage: ScreenStage, first: WaitingScreenLines): void {
  const { root, token } = stage;
  let lines = first;
  let isOld = false;
  const say = (word: Word) => sayIn(stage.language())(word);

  async function ask(): Promise<void> {
    try {
      lines = await readScreen(token);
      isOld = false;
    } catch (error) {
      if (error instanceof NotAnswered && error.failure === 'gone') {
        root.classList.remove('screen');
        return stage.onGone();
      }
      isOld = true;
    }
    draw();
    setTimeout(() => void ask(), askEveryMs);
  }

  const nameOf = ({ number, salutation }: WaitingScreenLines['waiting'][number]): string =>
    fill(say('screenNumber'), { number }) + (salutation === null ? '' : ` ${salutation}`);

  function called(): Node {
    if (lines.called.length === 0) return element('p', { className: 'note' }, say('screenNobody'));
    return element(
      'ol',
      { className: 'called' },
      ...lines.called.map((line) =>
        element(
          'li',
          { className: line.isNew ? 'new' : '' },
          element('b', {}, nameOf(line)),
          element('span', {}, [line.doctorName, line.roomName].filter(Boolean).join(' · ')),
        ),
      ),
    );
  }

  function waiting(): Node {
    if (lines.waiting.length === 0) return element('p', { className: 'note' }, say('screenNoneWaiting'));
    return element(
      'ol',
      { className: 'waiting' },
      ...lines.waiting.map((line) => element('li', {}, nameOf(line))),
    );
  }

  function draw(): void {
    stage.onTitle(lines.clinicName);
    root.className = 'screen';
    root.textContent = '';
    root.appendChild(
      element('div', { className: 'top' }, element('span', {}, lines.clinicName), stage.switchLanguage(draw)),
    );
    if (isOld) root.appendChild(element('p', { className: 'wrong' }, say('screenOld')));
    root.appendChild(element('h2', {}, say('screenCalled')));
    root.appendChild(called());
    root.appendChild(element('h2', {}, say('screenWaiting')));
    root.appendChild(waiting());
  }

  draw();
  setTimeout(() => void ask(), askEveryMs);
}
