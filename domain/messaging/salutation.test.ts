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
] as const)('$name, $gender, is addressed as $says', ({ name, gender, says }) => {
  expect(salutationOf(name, gender)).toBe(says);
});
