import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCalendarDate } from '#domain/base/time.ts';
import {
  foldWidth,
  looksScientific,
  readDate,
  readGender,
  readInstantOrLocal,
  readInteger,
  readMoneyFen,
  readName,
  readNote,
  readText,
  readYesNo,
} from './cell.ts';
import { foldHeader } from './header.ts';

describe('a date in a cell', () => {
  it.each([
    { text: '2024-03-05', day: '2024-03-05' },
    { text: '2024/3/5', day: '2024-03-05' },
    { text: '2024.3.5', day: '2024-03-05' },
    { text: '2024年3月5日', day: '2024-03-05' },
    { text: '2024 年 03 月 05 号', day: '2024-03-05' },
    { text: '20240305', day: '2024-03-05' },
    { text: '２０２４－０３－０５', day: '2024-03-05' },
    { text: '\u200b2024-03-05 ', day: '2024-03-05' },
    { text: '2024-03-05T00:00:00', day: '2024-03-05' },
    { text: '2024/3/5 14:30', day: '2024-03-05' },
    { text: '2024-02-29', day: '2024-02-29' },
    { text: '2023-02-29', day: null },
    { text: '2024-02-30', day: null },
    { text: '1937-12-33', day: null },
    { text: '19371233', day: null },
    { text: '2024-13-01', day: null },
    { text: '2024-03/05', day: null },
    { text: '3月5日', day: null },
    { text: '24-3-5', day: null },
    { text: '5/3/2024', day: null },
    { text: '2024-03-05 25:00', day: null },
    { text: '202403051', day: null },
    { text: '1799-12-31', day: null },
    { text: '45321', day: null },
    { text: '', day: null },
    { text: '不详', day: null },
  ])('$text is $day', ({ text, day }) => expect(readDate(text)).toBe(day));

  it.each([
    { text: '45321', day: '2024-01-30' },
    { text: '45321.75', day: '2024-01-30' },
    { text: '61', day: '1900-03-01' },
    { text: '60', day: null },
    { text: '2024-03-05', day: '2024-03-05' },
    { text: '109574', day: '2199-12-31' },
    { text: '109574.9999999', day: null },
    { text: '109575', day: null },
    { text: '9999999', day: null },
  ])('$text is $day in a column of Excel day numbers', ({ text, day }) =>
    expect(readDate(text, { isExcelSerial: true })).toBe(day),
  );

  it('is a date that exists, or none, whatever was typed', () => {
    const typed = fc.oneof(fc.string(), fc.stringMatching(/^\d{4}[-/.年]?\d{1,2}[-/.月]?\d{1,2}日?$/));
    fc.assert(
      fc.property(typed, fc.boolean(), (text, isExcelSerial) => {
        const day = readDate(text, { isExcelSerial });
        expect(day === null || isCalendarDate(day)).toBe(true);
      }),
    );
  });
});

describe('a time in a cell', () => {
  const local = (wall: string) => ({
    kind: 'local',
    day: wall.slice(0, 10),
    wall,
    hasHour: !wall.endsWith('00:00:00'),
  });

  it.each([
    { text: '2016-04-29T18:38:08Z', time: { kind: 'instant', instant: '2016-04-29T18:38:08.000Z' } },
    { text: '2024-03-05T14:30:00.250+08:00', time: { kind: 'instant', instant: '2024-03-05T06:30:00.000Z' } },
    { text: '2024-03-05 14:30-0530', time: { kind: 'instant', instant: '2024-03-05T20:00:00.000Z' } },
    { text: '2024-03-05T14:30:05', time: local('2024-03-05T14:30:05') },
    { text: '2024/3/5 9:05', time: local('2024-03-05T09:05:00') },
    { text: '2024年3月5日下午2:30', time: local('2024-03-05T14:30:00') },
    { text: '2024年3月5日 14时30分', time: local('2024-03-05T14:30:00') },
    { text: '2024年3月5日 9点05分30秒', time: local('2024-03-05T09:05:30') },
    { text: '2024-03-05 2:30 PM', time: local('2024-03-05T14:30:00') },
    { text: '2024-03-05 12:10 am', time: local('2024-03-05T00:10:00') },
    { text: '20240305 14:30', time: local('2024-03-05T14:30:00') },
    { text: '2024年3月5日9:05', time: local('2024-03-05T09:05:00') },
    { text: '2024030514:30', time: null },
    { text: '2024-03-0514:30', time: null },
    { text: '2024-03-05', time: local('2024-03-05T00:00:00') },
    { text: '2024-03-05 00:00:00', time: local('2024-03-05T00:00:00') },
    { text: '2024-03-05 24:00', time: null },
    { text: '2024-03-05 14:60', time: null },
    { text: '2024-03-05 soon', time: null },
    { text: '14:30', time: null },
  ])('$text', ({ text, time }) => expect(readInstantOrLocal(text)).toEqual(time));

  it('ends in a Z that says nothing, where the file is known for it', () => {
    expect(readInstantOrLocal('2016-04-29T18:38:08Z', { ignoresZone: true })).toEqual(
      local('2016-04-29T18:38:08'),
    );
  });

  it('may be an Excel day number', () => {
    expect(readInstantOrLocal('45321.604166666664', { isExcelSerial: true })).toEqual(
      local('2024-01-30T14:30:00'),
    );
  });
});

describe('a word in a cell', () => {
  it.each([
    { text: '男', gender: 'male' },
    { text: ' Ｍ ', gender: 'male' },
    { text: 'Male', gender: 'male' },
    { text: 'Mr.', gender: 'male' },
    { text: '女', gender: 'female' },
    { text: '女士', gender: 'female' },
    { text: 'FEMALE', gender: 'female' },
    { text: '2', gender: 'female' },
    { text: '未知', gender: 'unknown' },
    { text: '男女', gender: null },
    { text: '', gender: null },
  ])('$text says $gender', ({ text, gender }) => expect(readGender(text)).toBe(gender));

  it.each([
    { text: '是', answer: true },
    { text: 'YES', answer: true },
    { text: '１', answer: true },
    { text: '√', answer: true },
    { text: '否', answer: false },
    { text: 'No', answer: false },
    { text: '0', answer: false },
    { text: '×', answer: false },
    { text: '也许', answer: null },
    { text: '', answer: null },
  ])('$text answers $answer', ({ text, answer }) => expect(readYesNo(text)).toBe(answer));
});

describe('a number in a cell', () => {
  it.each([
    { text: '42', number: 42 },
    { text: '-1', number: -1 },
    { text: '１２', number: 12 },
    { text: '1,234', number: 1234 },
    { text: '12.0', number: 12 },
    { text: '-0', number: 0 },
    { text: '12.5', number: null },
    { text: '1,23', number: null },
    { text: '1.38E+3', number: null },
    { text: '9007199254740993', number: null },
    { text: 'x', number: null },
    { text: '', number: null },
  ])('$text is $number', ({ text, number }) => expect(readInteger(text)).toBe(number));

  it.each([
    { text: '¥1,234.50', fen: 123450 },
    { text: '￥１２', fen: 1200 },
    { text: '1234.5元', fen: 123450 },
    { text: 'RMB 0.01', fen: 1 },
    { text: '-¥3.00', fen: -300 },
    { text: '12.3400', fen: 1234 },
    { text: '100元整', fen: 10000 },
    { text: '0.001', fen: null },
    { text: '1.2万', fen: null },
    { text: '$5', fen: null },
    { text: '99999999999999999', fen: null },
    { text: '', fen: null },
  ])('$text is $fen fen', ({ text, fen }) => expect(readMoneyFen(text)).toBe(fen));

  it('is the number a person wrote, for every amount of fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (fen) => {
        const text = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
        expect(readMoneyFen(text)).toBe(fen);
        expect(readMoneyFen(`¥${text}`)).toBe(fen);
      }),
    );
  });

  it.each([
    { text: '1.38E+10', scientific: true },
    { text: '9377952927E-5', scientific: true },
    { text: '１.38e10', scientific: true },
    { text: '13812345678', scientific: false },
    { text: 'E10', scientific: false },
    { text: 'A12E5', scientific: false },
    { text: '', scientific: false },
  ])('$text spoilt by a spreadsheet: $scientific', ({ text, scientific }) =>
    expect(looksScientific(text)).toBe(scientific),
  );
});

describe('a text in a cell', () => {
  it.each([
    { name: 'full-width letters and digits', cell: 'Ａ１２　ｂ', text: 'A12 b' },
    { name: 'Chinese marks stay', cell: '（北京），㎡①', text: '（北京），㎡①' },
    { name: 'white space', cell: '  a \t b\r\nc ', text: 'a b c' },
    { name: 'no width', cell: '\ufeff\u200b张\u200b伟\u2060', text: '张伟' },
    { name: 'direction', cell: '\u202e张伟\u202c', text: '张伟' },
    { name: 'control characters', cell: 'a\u0000b\u0007', text: 'ab' },
    { name: 'a family of emoji', cell: '👨‍👩‍👧\u200d', text: '👨‍👩‍👧' },
    { name: 'rare characters', cell: '𠮷㛃䶮', text: '𠮷㛃䶮' },
    { name: 'nothing', cell: ' \u200b\u3000', text: null },
    { name: 'no cell', cell: null, text: null },
  ])('is cleaned of what nobody meant: $name', ({ cell, text }) => expect(readText(cell)).toBe(text));

  it('takes no time worth mentioning, also where somebody made a cell of a megabyte to take some', () => {
    const spaces = `张${' '.repeat(1_000_000)}三`;
    expect(readText(spaces)).toBe('张 三');
    expect(readName(spaces)).toBe('张 三');
    for (const read of [readDate, readGender, readYesNo, readInteger, readMoneyFen])
      expect(read(spaces)).toBeNull();
    expect(looksScientific(spaces)).toBe(false);
    expect(foldHeader('('.repeat(1_000_000))).toBe('');
    // A reader that goes back at each space takes many minutes; a busy machine makes none of a linear one.
  }, 60_000);

  it('keeps the lines of a note', () => {
    expect(readNote(' a\r\nb\u2028c\n')).toBe('a\nb\nc');
  });

  it.each([
    { cell: '阿卜杜•热合曼', name: '阿卜杜·热合曼' },
    { cell: '阿卜杜．热合曼', name: '阿卜杜·热合曼' },
    { cell: '阿卜杜‧热合曼', name: '阿卜杜·热合曼' },
    { cell: '阿卜杜・热合曼', name: '阿卜杜·热合曼' },
    { cell: '阿卜杜 · 热合曼', name: '阿卜杜·热合曼' },
    { cell: '阿卜杜·热合曼', name: '阿卜杜·热合曼' },
    { cell: 'J. Smith', name: 'J. Smith' },
    { cell: '张\u200c\u200d伟', name: '张伟' },
    { cell: null, name: null },
  ])('is a name: $cell', ({ cell, name }) => expect(readName(cell)).toBe(name));

  it('is clean once cleaned, and never makes trouble', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (cell) => {
        for (const read of [readText, readNote, readName]) expect(read(read(cell))).toBe(read(cell));
        expect(foldWidth(cell)).toHaveLength(cell.length);
      }),
    );
  });
});
