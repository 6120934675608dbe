import type { FormPage } from '#domain/customer-page/contract.ts';
import { askedQuestions, isEmpty, keptAnswers } from '#domain/forms/answering.ts';
import type { AnswerValue, AnswerValues, Question } from '#domain/forms/form.ts';
import { draftKey, dropDraft, keepDraft, readDraft } from './draft.ts';
import { element } from './element.ts';
import { questionField, sayIn } from './question-field.ts';
import { NotAnswered } from './send.ts';
import { fill } from './words.ts';
import type { Language, Word } from './words.ts';

/** Where a form is shown, and what is done with its answers: on a telephone, a tablet, or in a colleague's hands. */
export interface Stage {
  root: HTMLElement;
  /** By what a draft is found again. */
  token: string;
  /** Where a draft is kept; null where others use the same screen. */
  storage: Storage | null;
  language: () => Language;
  switchLanguage: (again: () => void) => Node;
  onTitle: (title: string) => void;
  toTop: () => void;
  /** Takes a photo in, and gives its name. */
  sendPhoto: (photo: Blob) => Promise<string>;
  send: (values: AnswerValues, sendId: string) => Promise<{ thanks: { zh: string; en: string } }>;
  onGone: () => void;
  /** The line to what reaches the customer, where the screen is the customer's own. */
  noMore: ((again: () => void) => Node) | null;
}

/** One question a screen, from the first to the thank-you. */
export function showForm(stage: Stage, page: FormPage): void {
  const { root, token, storage } = stage;
  const key = draftKey(token);
  const found = readDraft(storage, key, Date.now());
  const values = found?.values ?? {};
  const sendId = found?.sendId ?? newSendId();
  let at = found?.at ?? 0;
  let told = '';
  let isFound = found !== null && !isEmpty(Object.keys(values));
  let isSending = false;

  const say = (word: Word) => sayIn(stage.language())(word);
  const asked = () => askedQuestions(page.form, values);
  const missing = () => asked().findIndex((each) => each.isRequired && isEmpty(values[each.key]));
  const keep = () => keepDraft(storage, key, { values, at, sendId, savedAt: Date.now() });

  const go = (to: number) => {
    at = Math.max(0, Math.min(to, asked().length - 1));
    told = '';
    isFound = false;
    keep();
    draw(true);
  };
  /** A photo may be there only when another question is on the screen. */
  const answer = (question: Question, value: AnswerValue, isWhole: boolean) => {
    values[question.key] = value;
    keep();
    const isShown = asked()[at]?.key === question.key;
    if (isWhole && isShown && at < asked().length - 1) go(at + 1);
    else refresh();
  };
  const next = () => {
    const question = asked()[at]!;
    if (question.isRequired && isEmpty(values[question.key])) {
      told = say('required');
      return draw(false);
    }
    if (at < asked().length - 1) go(at + 1);
    else void send();
  };

  async function send(): Promise<void> {
    const first = missing();
    if (first >= 0) {
      go(first);
      told = say('required');
      return draw(true);
    }
    isSending = true;
    draw(false);
    try {
      const { thanks } = await stage.send(keptAnswers(page.form, values), sendId);
      dropDraft(storage, key);
      thank(thanks);
    } catch (error) {
      const failure = error instanceof NotAnswered ? error.failure : 'network';
      if (failure === 'gone') return stage.onGone();
      isSending = false;
      told = say(failure === 'too-many' ? 'tooMany' : 'notSent');
      draw(false);
    }
  }

  function thank(thanks: { zh: string; en: string }): void {
    showThanks(root, say('thanks'), thanks[stage.language()] || thanks.zh);
    if (stage.noMore) root.appendChild(stage.noMore(() => thank(thanks)));
  }

  const steps = element('div', { className: 'steps' });
  const early = element('p');

  /** What stands below the question, as far as it was answered. */
  function refresh(): void {
    const questions = asked();
    const question = questions[at]!;
    const isLast = at === questions.length - 1;
    const isOpen = isEmpty(values[question.key]);
    const word = isLast ? 'send' : isOpen && !question.isRequired ? 'skip' : 'next';
    const forward = element(
      'button',
      { type: 'button', className: 'main', disabled: isSending },
      say(isSending ? 'sending' : word),
    );
    forward.onclick = next;
    const back = element('button', { type: 'button', disabled: isSending }, say('back'));
    back.onclick = () => go(at - 1);
    steps.textContent = '';
    if (at > 0) steps.appendChild(back);
    steps.appendChild(forward);
    early.textContent = '';
    if (!isLast && at > 0 && missing() < 0 && !isSending) {
      const button = element('button', { type: 'button', className: 'plain' }, say('sendNow'));
      button.onclick = () => void send();
      early.appendChild(button);
    }
  }

  function draw(moves: boolean): void {
    const language = stage.language();
    const questions = asked();
    at = Math.min(at, questions.length - 1);
    const question = questions[at]!;
    const { title, hint } = question;
    const hints = [
      question.isRequired ? null : say('optional'),
      question.kind === 'choices' || question.kind === 'map' ? say('chooseMany') : null,
      hint ? hint[language] || hint.zh : null,
    ].filter((each) => each !== null);
    const legend = element('legend', { tabIndex: -1 }, title[language] || title.zh);
    const field = questionField({
      ...{ question, language, say, value: values[question.key] },
      onAnswer: (value, isWhole) => answer(question, value, isWhole),
      sendPhoto: stage.sendPhoto,
    });
    root.textContent = '';
    stage.onTitle(page.form.title[language] || page.form.title.zh);
    const count = { n: at + 1, all: questions.length };
    const content: (Node | null)[] = [
      element(
        'div',
        { className: 'top' },
        element('span', {}, `${page.clinicName} · ${say('hello')}，${page.greeting}`),
        stage.switchLanguage(() => draw(false)),
      ),
      at === 0 ? element('h1', {}, page.form.title[language] || page.form.title.zh) : null,
      at === 0
        ? element('p', { className: 'note' }, page.form.readBy[language] || page.form.readBy.zh)
        : null,
      element('progress', { max: count.all, value: count.n, aria: { label: fill(say('of'), count) } }),
      element(
        'p',
        { className: 'note' },
        [fill(say('of'), count), isFound ? say('draftKept') : ''].join(' '),
      ),
      element(
        'fieldset',
        {},
        legend,
        hints.length > 0 ? element('p', { className: 'note' }, hints.join(' · ')) : null,
        field,
      ),
      told ? element('p', { className: 'wrong', role: 'alert' }, told) : null,
      steps,
      early,
      at === questions.length - 1
        ? element('p', { className: 'note' }, page.form.readBy[language] || page.form.readBy.zh)
        : null,
      stage.noMore && !isSending ? stage.noMore(() => draw(true)) : null,
    ];
    for (const each of content) if (each) root.appendChild(each);
    refresh();
    if (moves) {
      stage.toTop();
      legend.focus();
    }
  }

  draw(false);
}

export function showThanks(root: HTMLElement, title: string, words: string): void {
  root.textContent = '';
  const heading = element('h1', { tabIndex: -1 }, title);
  root.appendChild(element('div', { className: 'done' }, heading, element('p', {}, words)));
  heading.focus();
}

/** A uuid, in browsers that make none by themselves. */
function newSendId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 15) | 64;
  bytes[8] = (bytes[8]! & 63) | 128;
  const hex = Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1)).join('');
  return [0, 8, 12, 16, 20].map((from, n) => hex.slice(from, [8, 12, 16, 20, 32][n])).join('-');
}
