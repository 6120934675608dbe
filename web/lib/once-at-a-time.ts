import { replaceEqualDeep } from '@tanstack/react-query';

interface UnderWay<Asked, Answer> {
  asked: Asked;
  answer: Promise<Answer>;
}

/**
 * The same thing asked again while the answer is awaited is asked once: a double click is faster than a button is
 * drawn as pressed. Says also whether this was the first time.
 */
export function onceAtATime<Asked, Answer>(ask: (asked: Asked) => Promise<Answer>) {
  const underWay = new Set<UnderWay<Asked, Answer>>();
  return (asked: Asked): { answer: Promise<Answer>; isFirst: boolean } => {
    for (const other of underWay)
      if (replaceEqualDeep(other.asked, asked) === other.asked)
        return { answer: other.answer, isFirst: false };
    const mine = { asked, answer: ask(asked).finally(() => underWay.delete(mine)) };
    underWay.add(mine);
    return { answer: mine.answer, isFirst: true };
  };
}
