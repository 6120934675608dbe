import { defineWords } from '#web/lib/words.ts';

export const consentLinkWords = defineWords('consent-link', {
  zh: {
    page: '客户自助页',
    title: '{{name}} 的同意与撤回页',
    about: '客户打开后看到自己同意过什么，点一下就能撤回，立即生效。链接 30 天有效，可以反复打开。',
    show: '显示二维码和链接',
    send: '发给客户',
    made: '请客户扫码，或复制链接。{{at}} 前有效。',
    queued: '已加入发送队列。',
    byHand: '没有可用的渠道：已加入“发件箱 · 待手工发送”。',
    copy: '复制链接',
    copied: '已复制',
  },
  en: {
    page: 'Their own page',
    title: 'What {{name}} agreed to: their own page',
    about:
      'It shows what the customer agreed to; one press takes it back, at once. The link lives for 30 days and may be opened again.',
    show: 'Show code and link',
    send: 'Send it',
    made: 'Let them scan it, or copy the link; good until {{at}}.',
    queued: 'It waits in line to be sent.',
    byHand: 'No channel is open: it waits under “Outbox · By hand”.',
    copy: 'Copy the link',
    copied: 'Copied',
  },
});
