/** Text that a program may lose, cut, fold or choke on, and that is somebody's name or a clinic's note all the same. */
export const fineStrings: readonly string[] = [
  '𠮷野家',
  '阿卜杜·热合曼',
  '㐂𫝆𩸽',
  '👩‍👩‍👧‍👦👍🏽🇨🇳',
  'שלום مرحبا',
  '\u202eabc\u202c',
  'zero\u200bwidth\u200d\ufeffjoined',
  'Ｚ̡̢a̸l̷g̵o̶',
  'cafe\u0301 café ﬁ ｆｕｌｌ',
  "Robert'); drop table customers;--",
  '<script>alert(1)</script>',
  '{{constructor}} ${7*7} %s %00 \\u0000 \\',
  'null',
  '0',
  '=1+1',
  '../../etc/passwd',
  'İıſß',
  '\u2028line\u2029',
];

/** Text that no field may take: what is not a character, and what nobody can see. */
export const refusedStrings: readonly string[] = [
  'a\u0000b',
  'bell\u0007',
  'half \ud83d',
  '\udc00 half',
  'esc\u001b[31m',
];
