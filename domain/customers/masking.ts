/** 138****5678: enough to tell two numbers of one person apart; at least four digits are never seen. */
export function maskPhone(phone: string | null): string | null {
  if (phone === null) return null;
  const national = phone.startsWith('+86') ? phone.slice(3) : phone;
  if (national.length < 7) return '****';
  const tail = Math.min(4, national.length - 4);
  const head = Math.min(3, national.length - 4 - tail);
  return `${national.slice(0, head)}****${national.slice(-tail)}`;
}
