import { expect, it } from 'vitest';
import { chooseChannel } from './choose-channel.ts';

const phoneOnly = {
  open: ['sms'],
  hasPhone: true,
  hasWechat: false,
  hasWecom: false,
  hasEmail: false,
} as const;

it.each([
  { name: 'the first that leads there', wished: ['wechat', 'sms'], reach: phoneOnly, goes: 'sms' },
  {
    name: 'by hand where no account is open',
    wished: ['sms'],
    reach: { ...phoneOnly, open: [] },
    goes: 'by_hand',
  },
  {
    name: 'by hand where no way leads',
    wished: ['sms'],
    reach: { ...phoneOnly, hasPhone: false },
    goes: 'by_hand',
  },
  {
    name: 'by hand where that was wished first',
    wished: ['by_hand', 'sms'],
    reach: phoneOnly,
    goes: 'by_hand',
  },
  {
    name: 'the order of the wish, not of the accounts',
    wished: ['wechat', 'sms'],
    reach: { ...phoneOnly, open: ['sms', 'wechat'], hasWechat: true },
    goes: 'wechat',
  },
  { name: 'by hand where nothing was wished', wished: [], reach: phoneOnly, goes: 'by_hand' },
] as const)('a message goes $name', ({ wished, reach, goes }) => {
  expect(chooseChannel(wished, reach)).toBe(goes);
});
