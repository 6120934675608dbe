import { isEmpty, photosAtMost } from '#domain/forms/answering.ts';
import type { AnswerValue, Question } from '#domain/forms/form.ts';
import { bodyPlaces, chartRows, skinPlaces } from '#domain/records/places.ts';
import { placeNames } from '../lib/place-names.ts';
import { element } from './element.ts';
import { shrunk } from './send.ts';
import { words } from './words.ts';
import type { Language, Word } from './words.ts';

export interface Field {
  question: Question;
  value: AnswerValue | undefined;
  language: Language;
  sendPhoto: (photo: Blob) => Promise<string>;
  say: (word: Word) => string;
  /** `isWhole`: nothing more is to be said to this question. */
  onAnswer: (value: AnswerValue, isWhole: boolean) => void;
}

/** What a question is answered with. */
export function questionField(field: Field): Node {
  switch (field.question.kind) {
    case 'score':
      return scale(field);
    case 'choice':
      return optionList(field, 'radio');
    case 'choices':
      return optionList(field, 'checkbox');
    case 'text':
      return textField(field);
    case 'map':
      return field.question.area === 'tooth' ? teethMap(field) : placeList(field);
    case 'photo':
      return photoField(field);
  }
}

function scale({ question, value, language, onAnswer }: Field): Node {
  const row = element('div', { className: 'scale' });
  for (let score = 0; score <= 10; score += 1) {
    const input = element('input', { type: 'radio', name: question.key, checked: value === score });
    // By keyboard one moves through the numbers, and goes on by the button.
    input.onclick = (event) => onAnswer(score, (event as MouseEvent).detail > 0);
    row.appendChild(element('label', {}, input, element('span', {}, String(score))));
  }
  const ends = element(
    'div',
    { className: 'ends' },
    element('span', {}, question.low ? `0 ${question.low[language]}` : ''),
    element('span', {}, question.high ? `${question.high[language]} 10` : ''),
  );
  const box = element('div');
  box.appendChild(row);
  box.appendChild(ends);
  return box;
}

function optionList({ question, value, language, onAnswer }: Field, type: 'radio' | 'checkbox'): Node {
  const named = question.options.map(({ key, name }) => ({ key, name: name[language] || name.zh }));
  return choices(question, named, value, type, (chosen, isWhole) =>
    onAnswer(type === 'radio' ? chosen[0]! : chosen, isWhole && type === 'radio'),
  );
}

function placeList({ question, value, language, onAnswer }: Field): Node {
  const places = question.area === 'skin' ? skinPlaces : bodyPlaces;
  const named = places.map((key) => ({ key, name: placeNames[language][key] }));
  return choices(question, named, value, 'checkbox', (chosen) => onAnswer(chosen, false));
}

function choices(
  { key: name }: Question,
  options: readonly { key: string; name: string }[],
  value: AnswerValue | undefined,
  type: 'radio' | 'checkbox',
  onChoose: (chosen: string[], byPointer: boolean) => void,
): Node {
  let chosen = Array.isArray(value) ? value : value === undefined ? [] : [String(value)];
  const list = element('div', { className: 'options' });
  for (const option of options) {
    const input = element('input', { type, name, checked: chosen.indexOf(option.key) >= 0 });
    input.onclick = (event) => {
      const others = type === 'radio' ? [] : chosen.filter((key) => key !== option.key);
      chosen = input.checked ? [...others, option.key] : others;
      onChoose(chosen, (event as MouseEvent).detail > 0);
    };
    const mark = type === 'checkbox' ? 'box' : '';
    list.appendChild(element('label', {}, input, element('span', { className: mark }, option.name)));
  }
  return list;
}

function teethMap({ question, value, say, onAnswer }: Field): Node {
  let chosen = Array.isArray(value) ? value : [];
  const box = element('div', { className: 'teeth' });
  const sides: Record<'upper' | 'lower', [Word, Word]> = {
    upper: ['upperRight', 'upperLeft'],
    lower: ['lowerRight', 'lowerLeft'],
  };
  for (const { jaw, teeth } of chartRows('permanent')) {
    [teeth.slice(0, 8), teeth.slice(8)].forEach((half, side) => {
      const row = element('div', { className: 'scale' });
      for (const tooth of half) {
        const input = element('input', {
          type: 'checkbox',
          name: question.key,
          checked: chosen.indexOf(tooth) >= 0,
        });
        input.onclick = () => {
          const others = chosen.filter((each) => each !== tooth);
          chosen = input.checked ? [...others, tooth] : others;
          onAnswer(chosen, false);
        };
        row.appendChild(element('label', {}, input, element('span', {}, tooth)));
      }
      box.appendChild(element('div', { className: 'ends' }, say(sides[jaw][side]!)));
      box.appendChild(row);
    });
  }
  return box;
}

function textField({ question, value, language, say, onAnswer }: Field): Node {
  const area = element('textarea', {
    maxLength: 2000,
    value: typeof value === 'string' ? value : '',
    placeholder: say('yourWords'),
    aria: { label: question.title[language] || question.title.zh },
  });
  area.oninput = () => onAnswer(area.value, false);
  return area;
}

/** Photos go up at once, so that sending is quick in the end. */
function photoField({ value, sendPhoto, say, onAnswer }: Field): Node {
  let ids = Array.isArray(value) ? value : [];
  const shown = element('div', { className: 'photos' });
  const told = element('p', { className: 'note', aria: { live: 'polite' } });
  const input = element('input', { type: 'file', accept: 'image/*', hidden: true });
  const button = element('button', { type: 'button' }, say('addPhoto'));
  const refresh = () => {
    button.hidden = ids.length >= photosAtMost;
    told.textContent = isEmpty(ids) ? '' : `${ids.length} / ${photosAtMost}`;
  };
  button.onclick = () => input.click();
  input.onchange = () => {
    const file = input.files?.[0];
    if (!file) return;
    button.disabled = true;
    told.textContent = say('photoWaits');
    void shrunk(file)
      .then(sendPhoto)
      .then(
        (id) => {
          ids = ids.indexOf(id) >= 0 ? ids : [...ids, id];
          shown.appendChild(element('img', { src: URL.createObjectURL(file), alt: '' }));
          onAnswer(ids, false);
          refresh();
        },
        () => (told.textContent = say('photoFailed')),
      )
      .then(() => {
        button.disabled = false;
        input.value = '';
      });
  };
  refresh();
  return element('div', {}, shown, told, input, button);
}

export const sayIn =
  (language: Language) =>
  (word: Word): string =>
    words[language][word];
