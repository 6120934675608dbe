import type { ConsentChannel, ConsentPurpose } from './consent.ts';

/** Raised whenever a word below changes, so that each yes can be read with the words it was given to. */
export const consentTextVersion = 1;

const texts: Record<ConsentPurpose, string> = {
  care: '我同意{clinic}在诊疗前后{by}联系我，询问恢复情况、提醒注意事项和预约。我可以随时撤回，撤回不影响看诊。',
  marketing: '我同意{clinic}{by}向我发送优惠和活动信息。这与看诊无关，我可以随时撤回，撤回后不再收到。',
  call_recording:
    '我同意{clinic}在通话中录音，用于核对服务内容，按规定期限保存后删除。我可以不同意，不影响通话。',
  referral_disclosure: '我同意{clinic}让介绍我来的人知道我已到诊；不会告诉对方我看了什么。我可以随时撤回。',
  health_to_third_party:
    '我同意{clinic}为我的诊疗把必要的健康信息交给加工所、检验机构等合作方，仅限本次诊疗所需。我可以随时撤回。',
};
const by: Record<ConsentChannel, string> = {
  sms: '通过短信',
  call: '通过电话',
  wechat: '通过微信',
  email: '通过邮件',
};

/** What is read to or shown to somebody before they say yes. */
export function consentText(purpose: ConsentPurpose, channel: ConsentChannel | null, clinic: string): string {
  return texts[purpose]
    .replace('{clinic}', () => clinic)
    .replace('{by}', channel === null ? '' : by[channel]);
}

/** What the record asks about: marketing and care by channel, the others once. */
export const askedConsents: readonly { purpose: ConsentPurpose; channel: ConsentChannel | null }[] = [
  { purpose: 'care', channel: null },
  { purpose: 'marketing', channel: 'sms' },
  { purpose: 'marketing', channel: 'call' },
  { purpose: 'marketing', channel: 'wechat' },
  { purpose: 'marketing', channel: 'email' },
  { purpose: 'call_recording', channel: null },
  { purpose: 'referral_disclosure', channel: null },
  { purpose: 'health_to_third_party', channel: null },
];
