/** The family name alone, with a star for the rest: somebody who looks over the shoulder learns no name. */
export function greetingOf(name: string): string {
  const [first = ''] = name.trim();
  return /\p{Script=Han}/u.test(first) ? `${first}*` : `${first}…`;
}
