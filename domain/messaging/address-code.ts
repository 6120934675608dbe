/** How long a code lies on the desk's screen; the customer stands before it. */
export const invitationMinutes = 30;
/** So many wrong codes of one sender in an hour are tried; then theirs is a message like any other. */
export const codeTriesAnHour = 5;
export const codeDigits = 8;

/** The code in what somebody wrote, if it is nothing but a code; typed in full-width digits or in groups it is one as well. */
export function readAddressCode(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^(绑定|bind)[\s::]*/i, '')
    .replace(/[\s-]/g, '');
  return new RegExp(`^\\d{${codeDigits}}$`).test(plain) ? plain : null;
}

/** Whether what a provider tells of a customer is news: callbacks come late, twice and out of order. */
export function isNews(toldAt: string | null, at: string): boolean {
  return toldAt === null || at > toldAt;
}
