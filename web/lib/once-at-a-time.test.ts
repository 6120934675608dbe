import { describe, expect, it } from 'vitest';
import { onceAtATime } from './once-at-a-time.ts';

function aDesk() {
  const heard: { asked: unknown; answer: (text: string) => void; fail: (error: Error) => void }[] = [];
  const once = onceAtATime(
    (asked: unknown) =>
      new Promise<string>((answer, fail) => {
        heard.push({ asked, answer, fail });
      }),
  );
  return { heard, once };
}

describe('asking for the same at once', () => {
  it('is heard once, and both hear the answer', async () => {
    const { heard, once } = aDesk();
    const first = once({ code: 'satisfaction', send: true });
    const second = once({ code: 'satisfaction', send: true });
    heard[0]!.answer('sent');
    expect(heard).toHaveLength(1);
    expect([first.isFirst, second.isFirst]).toEqual([true, false]);
    expect(await Promise.all([first.answer, second.answer])).toEqual(['sent', 'sent']);
  });

  it('is heard again once it was answered, or has failed', async () => {
    const { heard, once } = aDesk();
    const first = once('pause');
    heard[0]!.answer('paused');
    await first.answer;
    const second = once('pause');
    heard[1]!.fail(new Error('offline'));
    await expect(second.answer).rejects.toThrow('offline');
    expect(once('pause').isFirst).toBe(true);
  });

  it.each([
    { name: 'another text', one: { note: 'a' }, other: { note: 'b' } },
    {
      name: 'another photo of the same name',
      one: new File(['1'], 'a.jpg'),
      other: new File(['2'], 'a.jpg'),
    },
    { name: 'nothing after something', one: { note: 'a' }, other: undefined },
  ])('is not the same: $name', ({ one, other }) => {
    const { once } = aDesk();
    void once(one);
    expect(once(other).isFirst).toBe(true);
  });
});
