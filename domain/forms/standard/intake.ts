import type { FormDefinition, Question } from '../form.ts';
import { asked, choice, hinted, required, text, warns, words } from './parts.ts';

// E3: what must be known before somebody is treated for the first time. Asked in everyday words, and of no treatment by
// its name: it is read on a telephone in a waiting room.

const complaint = required(text('complaint', words('今天主要想解决什么？', 'What brings you here today?')));

const since = choice('since', 'choice', words('这样有多久了？', 'For how long already?'), {
  today: ['今天开始', 'Since today'],
  days: ['几天', 'Some days'],
  weeks: ['几个星期', 'Some weeks'],
  longer: ['更久', 'Longer'],
  none: ['没有不舒服', 'Nothing is wrong'],
});

const whoFills = required(
  choice('who-fills', 'choice', words('由谁填写？', 'Who is filling this in?'), {
    self: ['本人', 'I am the customer'],
    guardian: ['监护人替孩子填', 'A guardian, for a child'],
    relative: ['家人代填', 'A relative'],
  }),
);

const allergies: readonly Question[] = [
  required(
    warns(
      choice('allergies', 'choices', words('对下面这些过敏吗？', 'Are you allergic to any of these?'), {
        none: ['没有过敏', 'No allergies'],
        penicillin: ['青霉素类', 'Penicillin'],
        cephalosporin: ['头孢类', 'Cephalosporins'],
        'local-anaesthetic': ['麻药', 'Anaesthetics'],
        painkiller: ['止痛药', 'Painkillers'],
        iodine: ['碘', 'Iodine'],
        latex: ['乳胶手套', 'Latex gloves'],
        metal: ['金属', 'Metals'],
        else: ['其他', 'Something else'],
      }),
      'allergy',
    ),
  ),
  asked(
    warns(
      text('allergy-words', words('对什么过敏？当时有什么反应？', 'To what, and what happened?')),
      'allergy',
    ),
    {
      question: 'allergies',
      anyOf: [
        ...['penicillin', 'cephalosporin', 'local-anaesthetic', 'painkiller'],
        ...['iodine', 'latex', 'metal', 'else'],
      ],
    },
  ),
];

const usualMedicines: Record<string, [string, string]> = {
  none: ['没有在用药', 'None'],
  thinner: ['阿司匹林或抗凝药', 'Aspirin or blood thinners'],
  pressure: ['降压药', 'For blood pressure'],
  sugar: ['降糖药或胰岛素', 'For blood sugar'],
  steroid: ['激素', 'Steroids'],
  bone: ['治骨质疏松的药', 'For osteoporosis'],
};

const medicines = (more: Record<string, [string, string]>): readonly Question[] => {
  const options = { ...usualMedicines, ...more, else: ['其他', 'Something else'] as [string, string] };
  return [
    required(
      warns(
        choice('medicines', 'choices', words('最近在用药吗？', 'Do you take any medicine?'), options),
        'medicine',
      ),
    ),
    asked(warns(text('medicine-words', words('药名和用量', 'Which, and how much?')), 'medicine'), {
      question: 'medicines',
      anyOf: Object.keys(options).filter((key) => key !== 'none'),
    }),
  ];
};

const conditions: readonly Question[] = [
  required(
    warns(
      choice('conditions', 'choices', words('有或有过这些情况吗？', 'Do you have, or did you have, any?'), {
        none: ['都没有', 'None'],
        heart: ['心脏病', 'Heart disease'],
        pacemaker: ['心脏起搏器', 'A pacemaker'],
        pressure: ['高血压', 'High blood pressure'],
        diabetes: ['糖尿病', 'Diabetes'],
        asthma: ['哮喘', 'Asthma'],
        liver: ['肝病', 'Liver disease'],
        kidney: ['肾病', 'Kidney disease'],
        thyroid: ['甲状腺疾病', 'Thyroid disease'],
        epilepsy: ['癫痫', 'Epilepsy'],
        tumour: ['肿瘤，或放疗化疗', 'A tumour, radiotherapy or chemotherapy'],
        else: ['其他', 'Something else'],
      }),
      'condition',
    ),
  ),
  asked(warns(text('condition-words', words('请说说是什么情况', 'Please tell us more')), 'condition'), {
    question: 'conditions',
    anyOf: ['tumour', 'else'],
  }),
];

const operations = text(
  'operations',
  words('以前住过院、开过刀吗？什么时候？', 'Were you ever in hospital or operated on, and when?'),
);

const pregnancy = required(
  warns(
    choice('pregnancy', 'choice', words('怀孕或哺乳吗？', 'Are you pregnant or nursing?'), {
      none: ['没有，或不适用', 'No, or it does not apply'],
      pregnant: ['怀孕', 'Pregnant'],
      maybe: ['可能怀孕', 'Perhaps pregnant'],
      trying: ['在备孕', 'Trying for a child'],
      nursing: ['哺乳期', 'Nursing'],
    }),
    'pregnancy',
  ),
);

const bleeding = required(
  warns(
    choice('bleeding', 'choices', words('受伤后容易流血不止吗？', 'Do you bleed for long when hurt?'), {
      none: ['没有', 'No'],
      long: ['流血很久才止住', 'It takes long to stop'],
      bruises: ['很容易瘀青', 'I bruise easily'],
      family: ['家里人有这种情况', 'It runs in the family'],
      disease: ['有血液病', 'I have a blood disease'],
    }),
    'bleeding',
  ),
);

const anaesthesia = required(
  warns(
    choice(
      'anaesthesia',
      'choices',
      words('用麻药后有过不舒服吗？', 'Were you ever unwell after anaesthesia?'),
      {
        never: ['没有用过麻药', 'I never had any'],
        none: ['用过，没有不舒服', 'I had some and was well'],
        faint: ['头晕、心慌或晕倒', 'Dizzy, a racing heart, or I fainted'],
        rash: ['皮疹、发痒', 'A rash or itching'],
        breath: ['喘不上气', 'Short of breath'],
        weak: ['麻药不起作用', 'It did not work'],
      },
    ),
    'anaesthesia',
    ['none', 'never'],
  ),
);

const infection = hinted(
  warns(
    choice('infection', 'choices', words('有下面这些感染吗？', 'Do you have any of these infections?'), {
      none: ['没有', 'None'],
      hepatitis: ['肝炎', 'Hepatitis'],
      tuberculosis: ['结核', 'Tuberculosis'],
      syphilis: ['梅毒', 'Syphilis'],
      hiv: ['艾滋病病毒', 'HIV'],
      private: ['想当面告诉医生', 'I would rather tell the doctor'],
    }),
    'infection',
  ),
  words('只用来做好防护，不影响为您看诊。', 'Only so that we protect everybody; you are seen all the same.'),
);

const wishes = text(
  'wishes',
  words('有什么希望我们特别注意的？', 'Is there anything you would like us to mind?'),
);

const consent = required(
  hinted(
    choice('consent', 'choice', words('同意我们保存这份资料吗？', 'May we keep what you told us?'), {
      yes: ['同意，只用于为我看诊', 'Yes, for my treatment only'],
      ask: ['我想先问清楚', 'I have a question first'],
    }),
    words(
      '这份资料和病历一同保存，只有为您看诊的人能看到；您随时可以来查看或更正。',
      'It is kept with your medical record and seen only by who treats you. You may read or correct it at any time.',
    ),
  ),
);

const readBy = words(
  '只有为您看诊的医生、护士和前台会看到您的回答。',
  'Only the doctors, nurses and reception who look after you read your answers.',
);
const thanks = words(
  '谢谢您。医生见您之前会看到。请稍坐，马上有人来招呼您。',
  'Thank you. The doctor reads it before seeing you. Please take a seat; somebody will be with you in a moment.',
);

const intake = {
  kind: 'intake',
  title: words('第一次来，请告诉我们', 'Your first time here: please tell us'),
  ...{ readBy, thanks },
} satisfies Partial<FormDefinition>;

export const intakeForms: readonly FormDefinition[] = [
  {
    ...intake,
    code: 'intake-dental',
    name: words('问诊表（口腔）', 'Intake form: dental'),
    categories: ['filling', 'extraction', 'cleaning', 'implant', 'prosthetics', 'orthodontics', 'children'],
    questions: [
      complaint,
      since,
      whoFills,
      ...allergies,
      ...medicines({}),
      ...conditions,
      operations,
      pregnancy,
      bleeding,
      anaesthesia,
      infection,
      choice('calm', 'choice', words('看牙会紧张吗？', 'Does seeing a dentist make you nervous?'), {
        calm: ['不紧张', 'No'],
        some: ['有一点', 'A little'],
        very: ['非常紧张', 'Very much'],
      }),
      wishes,
      consent,
    ],
  },
  {
    ...intake,
    code: 'intake-aesthetic',
    name: words('问诊表（皮肤与美容）', 'Intake form: skin and aesthetic'),
    categories: ['skin', 'injection', 'surgery', 'course'],
    questions: [
      complaint,
      { ...text('where', words('在哪些部位？', 'Where is it?')), kind: 'map', area: 'skin' },
      whoFills,
      ...allergies,
      ...medicines({
        retinoid: ['口服维A酸', 'Retinoids by mouth'],
        hormones: ['避孕药', 'The pill'],
      }),
      ...conditions,
      required(
        warns(
          choice('healing', 'choices', words('皮肤有下面的情况吗？', 'Is any of this so with your skin?'), {
            none: ['都没有', 'None'],
            scars: ['疤会长得又高又硬', 'My scars grow thick and hard'],
            marks: ['破了容易留色印', 'Wounds leave dark marks'],
            slow: ['伤口好得慢', 'Wounds heal slowly'],
            herpes: ['嘴边常起水疱', 'I often get cold sores'],
            sun: ['两周内晒伤过', 'Sunburnt in the last two weeks'],
          }),
          'healing',
        ),
      ),
      choice(
        'earlier',
        'choice',
        words('以前在别处做过类似的吗？', 'Did you have anything similar before?'),
        {
          never: ['没有', 'Never'],
          months: ['三个月内做过', 'Within three months'],
          year: ['一年内做过', 'Within a year'],
          longer: ['更早', 'Longer ago'],
        },
      ),
      asked(
        warns(
          text('earlier-words', words('做过什么，有过不舒服吗？', 'What was it, and were you well?')),
          'other',
        ),
        {
          question: 'earlier',
          anyOf: ['months', 'year', 'longer'],
        },
      ),
      operations,
      pregnancy,
      bleeding,
      anaesthesia,
      infection,
      text('hopes', words('您希望变成什么样？', 'What do you hope for?')),
      wishes,
      consent,
    ],
  },
];
