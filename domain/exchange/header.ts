/** "手机号（必填）", "Mobile Phone" and "ＭＯＢＩＬＥ＿ＰＨＯＮＥ" are one header each: 手机号, mobilephone. */
export function foldHeader(header: string): string {
  const plain = header.slice(0, 200).normalize('NFKC').toLowerCase();
  return lettersAndDigits(plain.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')) || lettersAndDigits(plain);
}

function lettersAndDigits(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** A list of words as it is written in a table: apart by spaces. */
export function words(list: string): string[] {
  return list.split(' ');
}
