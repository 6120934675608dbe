import { describe, expect, it } from 'vitest';
import { categoryOf, treatmentsIn } from './treatment-words.ts';

describe('the kind of a treatment', () => {
  it.each([
    ['隐形矫正复诊', 'orthodontics'],
    ['种植二期', 'implant'],
    ['儿童涂氟', 'children'],
    ['拔除阻生智齿', 'extraction'],
    ['树脂充填', 'filling'],
    ['根管治疗', 'filling'],
    ['全瓷牙冠', 'prosthetics'],
    ['超声洁牙', 'cleaning'],
    ['玻尿酸填充', 'injection'],
    ['肉毒素注射', 'injection'],
    ['双眼皮手术', 'surgery'],
    ['光子嫩肤', 'skin'],
    ['面诊', 'consultation'],
    ['Root canal, upper left', 'filling'],
    ['Botox forehead', 'injection'],
    ['赠送牙刷', 'other'],
  ])('%s is %s', (name, category) => {
    expect(categoryOf(name)).toBe(category);
  });
});

it('a cell may hold several treatments', () => {
  expect(treatmentsIn('洗牙、补牙；拍片, ')).toEqual(['洗牙', '补牙', '拍片']);
  expect(treatmentsIn('A/B')).toEqual(['A/B']);
});
