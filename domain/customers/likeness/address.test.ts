import { describe, expect, it } from 'vitest';
import { addressLikeness, readAddress } from './address.ts';

describe('two addresses', () => {
  it.each([
    {
      name: 'written as on a form and as spoken',
      a: '浙江省杭州市西湖区文三路1号3幢502室',
      b: '浙江杭州西湖区文三路1号3-502',
      likeness: 'same',
    },
    {
      name: 'with and without the province',
      a: '浙江省杭州市西湖区文三路1号3幢502室',
      b: '杭州市西湖区文三路1号3幢502',
      likeness: 'similar',
    },
    { name: 'full-width digits', a: '文三路１号３幢５０２', b: '文三路1号3幢502', likeness: 'same' },
    {
      name: 'two doors of one compound',
      a: '杭州市文三路星洲花园3幢502',
      b: '杭州市文三路星洲花园7幢1101',
      likeness: 'near',
    },
    {
      name: 'another street',
      a: '杭州市西湖区文三路1号',
      b: '杭州市下城区体育场路1号',
      likeness: 'different',
    },
    {
      name: 'a typing error',
      a: '12 Herschell Circuit 2227',
      b: '12 Herschel Circuit 2227',
      likeness: 'same',
    },
    {
      name: 'a wrong postcode',
      a: '12 Herschell Circuit 2227',
      b: '12 Herschell Circuit 2272',
      likeness: 'similar',
    },
    { name: 'the next house', a: '12 Herschell Circuit', b: '14 Herschell Circuit', likeness: 'near' },
    { name: 'a number left out', a: '12 Herschell Circuit', b: 'Herschell Circuit', likeness: 'similar' },
    { name: 'a town, where thousands live', a: '上海市浦东新区', b: '上海市浦东新区', likeness: 'unknown' },
    {
      name: 'a village without numbers',
      a: '安徽省阜阳市临泉县张新镇大王庄',
      b: '安徽阜阳临泉县张新镇大王庄',
      likeness: 'same',
    },
    { name: 'one not known', a: null, b: '文三路1号', likeness: 'unknown' },
  ])('$name: $likeness', ({ a, b, likeness }) => {
    expect(addressLikeness(readAddress(a), readAddress(b))).toBe(likeness);
    expect(addressLikeness(readAddress(b), readAddress(a))).toBe(likeness);
  });
});
