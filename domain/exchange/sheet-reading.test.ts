import { describe, expect, it } from 'vitest';
import { mappingFrom } from './mapping.ts';
import { SheetReading } from './sheet-reading.ts';

const tools = { readPhone: (text: string) => text, zone: 'Asia/Shanghai' };

function readAll(
  kind: 'customers' | 'appointments',
  fields: Record<string, string>,
  rows: (string | null)[][],
) {
  const columns = Object.values(fields);
  const reading = new SheetReading(columns, mappingFrom(kind, fields)!, tools);
  const notes = rows.flatMap((cells, index) => reading.read({ line: index + 2, cells }).notes);
  return {
    reading,
    people: [...reading.people],
    notes: notes.map(({ line, level, code }) => ({ line, level, code })),
  };
}

const customers = (...rows: (string | null)[][]) =>
  readAll('customers', { number: '编号', name: '姓名', phone: '电话', birthday: '生日' }, rows);

const visits = (...rows: (string | null)[][]) =>
  readAll(
    'appointments',
    {
      customerNumber: '客户号',
      appointmentNumber: '预约号',
      appointmentAt: '日期',
      state: '状态',
      age: '年龄',
      phone: '电话',
    },
    rows,
  );

describe('a list of customers', () => {
  it('takes a number that stands in it twice once', () => {
    const { people, notes, reading } = customers(['7', '张伟', null, null], ['7', '张玮', null, null]);
    expect(people).toMatchObject([{ number: '7', name: '张伟' }]);
    expect(notes).toEqual([{ line: 3, level: 'rejected', code: 'id-twice' }]);
    expect(reading.counts).toMatchObject({ rows: 2, warned: 0, rejected: 1 });
  });

  it.each([
    { name: 'name and phone', first: [null, '张伟', '1', null], second: [null, '张伟', '1', '1990-01-02'] },
    {
      name: 'name and birthday',
      first: [null, '张伟', null, '1990-01-02'],
      second: [null, '张伟', '1', '1990-01-02'],
    },
    {
      name: 'name and phone, one with a number',
      first: [null, '张伟', '1', null],
      second: ['7', '张伟', '1', '1990-01-02'],
    },
  ])('knows a customer again by $name, says so, and keeps what either row knows', ({ first, second }) => {
    const { people, notes } = customers(first, second);
    expect(people).toMatchObject([{ name: '张伟', phone: '1', birthday: '1990-01-02', number: second[0] }]);
    expect(notes).toEqual([{ line: 3, level: 'warned', code: 'same-customer' }]);
  });

  it.each([
    {
      name: 'one phone, two names: a family',
      first: [null, '张伟', '1', null],
      second: [null, '张小宝', '1', null],
    },
    { name: 'two numbers: two charts', first: ['7', '张伟', '1', null], second: ['8', '张伟', '1', null] },
    {
      name: 'a name and nothing else',
      first: [null, '张伟', null, null],
      second: [null, '张伟', null, null],
    },
  ])('keeps apart what may be two people: $name', ({ first, second }) => {
    const { people, notes } = customers(first, second);
    expect(people).toHaveLength(2);
    expect(notes).toEqual([]);
  });

  it('counts the people it knows by nothing but a name, so that the same sheet finds the same ones', () => {
    const { people } = customers(
      [null, '张伟', null, null],
      [null, '李娜', null, null],
      [null, '张伟', null, null],
    );
    expect(people.map(({ name, namesake }) => [name, namesake])).toEqual([
      ['张伟', 1],
      ['李娜', 1],
      ['张伟', 2],
    ]);
  });
});

describe('a list of appointments', () => {
  it('makes one person of many rows, with the first and last day they came, in whatever order', () => {
    const { people, reading } = visits(
      ['7', 'a', '2016-05-20', '已到诊', '-1', null],
      ['7', 'b', '2016-05-03', '已到诊', '40', '1'],
      ['7', 'c', '2016-05-01', '未到', '40', '2'],
      ['8', 'd', '2016-06-01', null, null, null],
    );
    expect(people).toMatchObject([
      { number: '7', birthYear: 1976, phone: '1', firstKeptOn: '2016-05-03', lastKeptOn: '2016-05-20' },
      { number: '8', birthYear: null, firstKeptOn: null, lastKeptOn: null },
    ]);
    expect(reading.counts).toEqual({ rows: 4, appointments: 4, kept: 2, missed: 1, warned: 1, rejected: 0 });
  });

  it('takes an appointment that stands in it twice once, and counts rows, not their flaws', () => {
    const { notes, reading } = visits(
      ['7', 'a', '2016-05-20', '已到诊', null, null],
      ['7', 'a', '2016-05-21', '已到诊', null, null],
      [null, null, '2016-05-21', '已到诊', null, null],
    );
    expect(notes).toEqual([
      { line: 3, level: 'rejected', code: 'id-twice' },
      { line: 4, level: 'rejected', code: 'missing-id' },
      { line: 4, level: 'rejected', code: 'missing-id' },
    ]);
    expect(reading.counts).toMatchObject({ rows: 3, appointments: 1, kept: 1, rejected: 2 });
    expect(reading.people.size).toBe(1);
  });
});
