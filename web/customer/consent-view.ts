import type { ConsentPage } from '#domain/customer-page/contract.ts';
import { element } from './element.ts';
import { sayIn } from './question-field.ts';
import { NotAnswered, withdraw } from './send.ts';
import { sayDate } from './when.ts';
import type { Language, Word } from './words.ts';

interface ConsentStage {
  root: HTMLElement;
  token: string;
  language: () => Language;
  switchLanguage: (again: () => void) => Node;
  onTitle: (title: string) => void;
  onGone: () => void;
}

type Choice = ConsentPage['choices'][number];

/** What somebody agreed to, in the words it was agreed to in; each taken back by one press. */
export function showConsents(stage: ConsentStage, first: ConsentPage): void {
  const { root, token } = stage;
  let page = first;
  let pressed: Choice | null = null;
  let told = '';
  const say = (word: Word) => sayIn(stage.language())(word);

  async function take(choice: Choice): Promise<void> {
    pressed = choice;
    told = '';
    draw();
    try {
      page = await withdraw({ token, purpose: choice.purpose, channel: choice.channel });
      told = say('withdrawn');
    } catch (error) {
      const failure = error instanceof NotAnswered ? error.failure : 'network';
      if (failure === 'gone') return stage.onGone();
      told = say(failure === 'too-many' ? 'tooMany' : 'notWithdrawn');
    }
    pressed = null;
    draw();
  }

  function card(choice: Choice): Node {
    const { purpose, channel, stands } = choice;
    const isPressed = pressed?.purpose === purpose && pressed.channel === channel;
    const name = say(`purpose_${purpose}`) + (channel ? ` · ${say(`channel_${channel}`)}` : '');
    const word = say(isPressed ? 'sending' : stands === 'given' ? 'takeBack' : 'refuse');
    const button = element(
      'button',
      { type: 'button', disabled: pressed !== null, aria: { label: `${word} ${name}` } },
      word,
    );
    button.onclick = () => void take(choice);
    return element(
      'section',
      { className: `choice ${stands}` },
      element('h2', {}, name),
      element(
        'p',
        { className: 'stands' },
        say(`stands_${stands}`),
        choice.since ? ' · ' : null,
        choice.since ? element('span', { className: 'day' }, sayDate(choice.since, stage.language())) : null,
      ),
      stands === 'never' ? null : element('blockquote', {}, choice.text),
      stands === 'withdrawn' ? null : element('div', { className: 'steps' }, button),
    );
  }

  function draw(): void {
    root.textContent = '';
    stage.onTitle(say('consentTitle'));
    const rank = { given: 0, lapsed: 1, withdrawn: 2, never: 3 };
    const choices = [...page.choices].sort((one, other) => rank[one.stands] - rank[other.stands]);
    const content: (Node | null)[] = [
      element(
        'div',
        { className: 'top' },
        element('span', {}, `${page.clinicName} · ${say('hello')}，${page.greeting}`),
        stage.switchLanguage(draw),
      ),
      element('h1', {}, say('consentTitle')),
      page.isForChild ? element('p', { className: 'child' }, say('forChild')) : null,
      element('p', { className: 'note' }, say('consentAbout')),
      told ? element('p', { className: 'told', role: 'status' }, told) : null,
      ...choices.map(card),
    ];
    for (const each of content) if (each) root.appendChild(each);
    if (told) window.scrollTo(0, 0);
  }

  draw();
}
