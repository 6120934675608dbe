import { describe, expect, it } from 'vitest';
import { flawOfPassword } from './password.ts';
import type { PasswordFlaw } from './password.ts';

describe('a password is refused for what is guessed first', () => {
  it.each([
    ['1234567890', 'password-in-a-row'],
    ['0987654321', 'password-in-a-row'],
    ['abcdefghij', 'password-in-a-row'],
    ['Qwertyuiop', 'password-in-a-row'],
    ['poiuytrewq', 'password-in-a-row'],
    ['aaabbbcccddde', 'password-in-a-row'],
    ['abc 123 456 789', 'password-in-a-row'],
    ['abc123qwe789', 'password-in-a-row'],
    ['abc123qwe789p', null],
    ['aaaaaaaaaa', 'password-repeats'],
    ['1212121212', 'password-repeats'],
    ['9471947194', 'password-repeats'],
    ['kmtr8kmtr8k', 'password-repeats'],
    ['k8mq2vt7wk8mq2vt7w', 'password-repeats'],
    ['k8mq2vt7wxk8mq2vt7wx', null],
    ['mkmmkkmrrkwm', 'password-repeats'],
    ['愈愈愈愈愈愈愈愈愈愈', 'password-repeats'],
    ['Password2026', 'password-of-many'],
    ['P@ssw0rd!!!', 'password-of-many'],
    ['2026password', 'password-of-many'],
    ['Admin@2026!', 'password-of-many'],
    ['woaini5201314', 'password-of-many'],
    ['woaini20260814', 'password-of-many'],
    ['1qaz2wsx3edc', 'password-of-many'],
    ['ＷＯＤＥＭＩＭＡ２０２６', 'password-of-many'],
    ['口腔门诊202608', 'password-of-many'],
    ['13805123467', 'password-of-many'],
    ['+8613805123467', 'password-of-many'],
    ['23805123467', null],
    ['a long enough password', null],
    ['一个足够长的密码 2026', null],
    ['correct horse battery staple', null],
    ['hf4k-9wpm-27ab-tq5r', null],
  ] satisfies [string, PasswordFlaw | null][])('%s: %s', (password, flaw) => {
    expect(flawOfPassword(password)).toBe(flaw);
  });

  it.each([
    ['chenyisheng', ['chenyisheng'], 'password-names-you'],
    ['ChenYiSheng2026', ['chenyisheng'], 'password-names-you'],
    ['晴川口腔欢迎您来20', ['晴川口腔'], 'password-names-you'],
    ['Sunny Dental 58', ['sunnydental'], 'password-names-you'],
    ['wang1234567890', ['wang'], 'password-names-you'],
    ['wang and a slow boat', ['wang'], null],
    ['wang+9k2mxq47', ['wang'], 'password-names-you'],
    ['wang+9k2mxq47b', ['wang'], null],
    ['li9k2mxq47b', ['li'], null],
    ['李敏9k2mxq47b', ['李敏'], 'password-names-you'],
    ['9k2mxq47bt', ['', '李'], null],
  ] satisfies [string, string[], PasswordFlaw | null][])('%s of %s: %s', (password, names, flaw) => {
    expect(flawOfPassword(password, names)).toBe(flaw);
  });
});
