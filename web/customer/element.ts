type Content = Node | string | null;
type Facts<E> = { [K in keyof E]?: E[K] } & { aria?: Record<string, string> };

/** An element with its properties and what is in it. Text is always text: nothing a clinic wrote becomes markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  facts: Facts<HTMLElementTagNameMap[K]> = {},
  ...content: Content[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  const { aria, ...properties } = facts;
  Object.assign(made, properties);
  for (const key in aria) made.setAttribute(`aria-${key}`, aria[key]!);
  for (const each of content) {
    if (each !== null) made.appendChild(typeof each === 'string' ? document.createTextNode(each) : each);
  }
  return made;
}
