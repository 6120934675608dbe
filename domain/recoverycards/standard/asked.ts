import type { CardQuestion, Sign } from '../card.ts';

// What is asked after most procedures, so that answers can be counted over all of them.

export const pain: CardQuestion = {
  key: 'pain',
  name: { zh: '疼痛', en: 'Pain' },
  choices: [
    { key: 'none', name: { zh: '不疼', en: 'None' } },
    { key: 'easing', name: { zh: '有些疼，在减轻', en: 'Some, easing' } },
    { key: 'same', name: { zh: '没有减轻', en: 'Not easing' } },
    { key: 'worse', name: { zh: '越来越疼', en: 'Getting worse' }, raises: 'soon' },
  ],
};

export const swelling: CardQuestion = {
  key: 'swelling',
  name: { zh: '肿胀', en: 'Swelling' },
  choices: [
    { key: 'none', name: { zh: '不肿', en: 'None' } },
    { key: 'easing', name: { zh: '在消退', en: 'Going down' } },
    { key: 'same', name: { zh: '和昨天差不多', en: 'As yesterday' } },
    { key: 'worse', name: { zh: '比昨天更肿', en: 'More than yesterday' }, raises: 'soon' },
  ],
};

/** In the first days swelling still grows by itself; it is only noted. */
export const earlySwelling: CardQuestion = {
  ...swelling,
  choices: [
    { key: 'none', name: { zh: '不肿', en: 'None' } },
    { key: 'even', name: { zh: '肿，两边差不多', en: 'Swollen, both sides alike' } },
    { key: 'uneven', name: { zh: '一边明显更肿', en: 'One side clearly more' }, raises: 'urgent' },
  ],
};

export const medicine: CardQuestion = {
  key: 'medicine',
  name: { zh: '用药', en: 'Medicine' },
  choices: [
    { key: 'as-told', name: { zh: '按医嘱用', en: 'As told' } },
    { key: 'missed', name: { zh: '漏过', en: 'Missed some' } },
    { key: 'none', name: { zh: '没有开药', en: 'None was given' } },
  ],
};

export const atHome: CardQuestion = {
  key: 'at-home',
  name: { zh: '居家护理', en: 'Care at home' },
  choices: [
    { key: 'done', name: { zh: '都做到了', en: 'All done' } },
    { key: 'partly', name: { zh: '做到一部分', en: 'Partly' } },
    { key: 'help', name: { zh: '不会做，要再教', en: 'Needs to be shown again' } },
  ],
};

export const mood: CardQuestion = {
  key: 'mood',
  name: { zh: '心情', en: 'Spirits' },
  choices: [
    { key: 'calm', name: { zh: '平稳', en: 'Calm' } },
    { key: 'worried', name: { zh: '有些担心', en: 'Somewhat worried' } },
    { key: 'upset', name: { zh: '很着急', en: 'Very upset' }, raises: 'soon' },
  ],
};

const sign = (key: string, urgency: Sign['urgency'], zh: string, en: string): Sign => ({
  key,
  urgency,
  name: { zh, en },
});

export const signs = {
  fever: sign('fever', 'urgent', '发烧或发冷', 'Fever or shivering'),
  bleeding: sign('bleeding', 'urgent', '出血止不住', 'Bleeding that does not stop'),
  pus: sign('pus', 'urgent', '流脓或有异味', 'Pus or a bad smell'),
  spreading: sign('spreading', 'soon', '红肿热痛范围变大', 'Redness, heat or swelling that spreads'),
  breathing: sign('breathing', 'urgent', '呼吸或吞咽困难', 'Trouble breathing or swallowing'),
  numb: sign('numb', 'soon', '麻木没有恢复', 'Numbness that stays'),
  allergy: sign('allergy', 'urgent', '全身皮疹、胸闷', 'A rash all over, a tight chest'),
  sight: sign('sight', 'urgent', '看东西模糊、变暗或重影', 'Blurred, dark or double sight'),
  eyePain: sign('eye-pain', 'urgent', '眼球胀痛', 'Pain of the eyeball itself'),
  pale: sign('pale', 'urgent', '皮肤发白、发紫或起花斑', 'Skin pale, purple or mottled'),
  strongPain: sign(
    'strong-pain',
    'urgent',
    '剧烈疼痛，用药压不住',
    'Strong pain that medicine does not ease',
  ),
  blisters: sign('blisters', 'soon', '起水泡、破皮', 'Blisters or broken skin'),
  darker: sign('darker', 'soon', '颜色明显变深', 'Clearly darker skin'),
  uneven: sign('uneven', 'soon', '两侧突然明显不一样', 'The sides suddenly differ'),
  loose: sign('loose', 'soon', '松动或脱落', 'Something loose or lost'),
  woundOpen: sign('wound-open', 'urgent', '伤口裂开', 'The wound has opened'),
  openBite: sign('bite-high', 'soon', '咬合很高，不敢咬', 'The bite is far too high'),
  calf: sign('calf', 'urgent', '小腿肿痛或突然胸闷气短', 'A swollen calf, or sudden breathlessness'),
};
