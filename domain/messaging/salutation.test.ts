import { expect, it } from 'vitest';
import { salutationOf } from './salutation.ts';

it.each([
  { name: '王小明', gender: 'male', says: '王先生' },
  { name: '王敏', gender: 'female', says: '王女士' },
  { name: '欧阳娜', gender: 'female', says: '欧阳女士' },
  { name: '欧阳', gender: 'male', says: '欧先生' },
  { name: '张三', gender: 'unknown', says: '张女士/先生' },
  { name: '𠮷田', gender: 'male', says: '𠮷先生' },
  { name: '阿卜杜·热合曼', gender: 'male', says: '阿卜杜·热合曼' },
  { name: ' Ann Lee ', gender: 'female', says: 'Ann Lee' },
  { name: '李', gender: 'male', says: '李' },
  { name: 'J. R. Smith Jr.', gender: 'male', says: 'J. R. Smith Jr.' },
  { name: 'Jean-Luc O’Neill', gender: 'male', says: 'Jean-Luc O’Neill' },
  { name: '【银行】请登录 http://a.example', gender: 'male', says: '客户' },
  { name: 'evil.example', gender: 'male', says: '客户' },
  { name: '请速回电 13800001234', gender: 'female', says: '客户' },
  { name: '您的账户异常，已冻结', gender: 'female', says: '客户' },
  { name: '王女士2', gender: 'female', says: '客户' },
  { name: 'a'.repeat(24), gender: 'female', says: 'a'.repeat(24) },
  { name: 'a'.repeat(25), gender: 'female', says: '客户' },
  { name: '${name}', gender: 'female', says: '客户' },
  { name: '', gender: 'female', says: '客户' },
] as const)('$name, $gender, is addressed as $says', ({ name, gender, says }) => {
  expect(salutationOf(name, gender)).toBe(says);
});
