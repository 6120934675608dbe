/** What goes out as one; a longer text is sent in parts, each of which loses three characters to its number. */
export const smsLength = { single: 70, part: 67 } as const;

/** How a text message is counted and billed, with the signature that stands before it in 【】. */
export function smsParts(text: string, signature: string | null): { length: number; parts: number } {
  // A sign outside of the usual plane, such as most of the little pictures, counts as two.
  const { length } = signature ? `【${signature}】${text}` : text;
  return { length, parts: length <= smsLength.single ? 1 : Math.ceil(length / smsLength.part) };
}
