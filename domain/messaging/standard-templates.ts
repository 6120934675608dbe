import { MessageTemplate } from './template.ts';
import type { z } from 'zod';

type Shipped = Omit<z.input<typeof MessageTemplate>, 'channels'> & { channels?: MessageTemplate['channels'] };

const usual: MessageTemplate['channels'] = ['wechat', 'sms', 'by_hand'];

/** What ships. Neutral words only: whose phone it is, nobody knows. */
const shipped: Shipped[] = [
  {
    key: 'one-time-code',
    kind: 'otp',
    name: { zh: '验证码', en: 'One-time code' },
    text: '您的验证码是{code}，15分钟内有效，请勿告诉他人。',
    channels: ['sms', 'by_hand'],
    staleAfterHours: 1,
  },
  {
    key: 'appointment-booked',
    kind: 'service_notice',
    name: { zh: '预约成功', en: 'Appointment booked' },
    text: '{name}您好，已为您约好{day}{time}到{clinic}。如需改时间，请回复或来电。',
  },
  {
    key: 'appointment-reminder',
    kind: 'service_notice',
    name: { zh: '预约提醒', en: 'Appointment reminder' },
    text: '{name}您好，您约好{day}{time}到{clinic}，到时见。如需改时间，请回复或来电。',
    staleAfterHours: 8,
  },
  {
    key: 'appointment-confirm',
    kind: 'service_notice',
    name: { zh: '预约确认', en: 'Appointment to be confirmed' },
    text: '{name}您好，您约在{day}{time}到{clinic}。能来请回1，要改时间请回2，或点开：{link}',
  },
  {
    key: 'appointment-moved',
    kind: 'service_notice',
    name: { zh: '预约改期', en: 'Appointment moved' },
    text: '{name}您好，您在{clinic}的预约已改到{day}{time}。',
  },
  {
    key: 'appointment-cancelled',
    kind: 'service_notice',
    name: { zh: '预约取消', en: 'Appointment cancelled' },
    text: '{name}您好，您{day}{time}在{clinic}的预约已取消。想再约，回复或来电即可。',
  },
  {
    key: 'booking-link',
    kind: 'service_notice',
    name: { zh: '自助预约', en: 'Book by oneself' },
    text: '{name}您好，请点开选一个方便的时间，{clinic}等您：{link}',
  },
  {
    key: 'waitlist-offer',
    kind: 'service_notice',
    name: { zh: '候补空出时间', en: 'A time became free' },
    text: '{name}您好，{clinic}{day}{time}空出一个时间，为您保留到{text}。要或不要，请点开说一声：{link}',
    staleAfterHours: 1,
  },
  {
    key: 'visit-summary',
    kind: 'service_notice',
    name: { zh: '通话后的说明', en: 'After the call' },
    text: '{name}您好，刚才电话里说好的：{text}。{clinic}地址：{address}',
  },
  {
    key: 'address',
    kind: 'service_notice',
    name: { zh: '门诊地址', en: 'The clinic’s address' },
    text: '{name}您好，{clinic}地址：{address}。找不到请打{phone}，我们来接您。',
  },
  {
    key: 'rating-link',
    kind: 'service_notice',
    name: { zh: '满意度', en: 'Satisfaction' },
    text: '{name}您好，这次在{clinic}的感受，请您打个分，一分钟就好：{link}',
    staleAfterHours: 72,
  },
  {
    key: 'form-link',
    kind: 'service_notice',
    name: { zh: '问卷', en: 'Form' },
    text: '{name}您好，{clinic}有一份表请您填写：{link}',
    staleAfterHours: 72,
  },
  {
    key: 'intake-link',
    kind: 'service_notice',
    name: { zh: '到诊前的表', en: 'Before the visit' },
    text: '{name}您好，到{clinic}之前请先填好这份表，到了不用再等：{link}',
  },
  {
    key: 'consent-link',
    kind: 'service_notice',
    name: { zh: '同意事项', en: 'Consent' },
    text: '{name}您好，请看一看{clinic}怎样和您联系，由您决定：{link}',
    staleAfterHours: 72,
  },
  {
    key: 'check-in-link',
    kind: 'care',
    name: { zh: '回家后的情况', en: 'How it goes at home' },
    text: '{name}您好，{clinic}想知道您这两天怎么样，请点开说一声：{link}',
    staleAfterHours: 24,
  },
  {
    key: 'care-after-visit',
    kind: 'care',
    name: { zh: '就诊后的关心', en: 'After the visit' },
    text: '{name}您好，我是{clinic}。今天有不舒服，随时回复或打{phone}，我们看得到。',
    staleAfterHours: 24,
  },
  {
    key: 'not-reached',
    kind: 'care',
    name: { zh: '没联系上', en: 'Could not reach you' },
    text: '{name}您好，{clinic}刚才给您打过电话，没有联系上。您方便时回个消息，我们再打给您。',
    staleAfterHours: 12,
  },
  {
    key: 'birthday',
    kind: 'service_notice',
    name: { zh: '生日祝福', en: 'Birthday' },
    text: '{name}，今天是您的生日，{clinic}全体同事祝您生日快乐！',
    staleAfterHours: 12,
  },
  {
    key: 'case-answer',
    kind: 'care',
    name: { zh: '反馈的答复', en: 'An answer to a complaint' },
    text: '{name}您好，您反映的事{clinic}已经有了答复，我们会给您打电话；也可以随时打{phone}。',
    staleAfterHours: 24,
  },
];

export const standardTemplates: readonly MessageTemplate[] = shipped.map((template) =>
  MessageTemplate.parse({ channels: usual, ...template }),
);
