import { App } from 'antd';
import type { ReactNode } from 'react';
import { useErrorWords } from '#web/lib/error-words.ts';
import { useWords } from '#web/lib/words.ts';
import { uiWords } from './words.ts';

interface Question {
  title: string;
  text?: ReactNode;
  /** What the button does, as a verb: "停用", not "确定". */
  yes: string;
  no?: string;
  dangerous?: boolean;
  /** Stays open, and says so, while this runs; closes when it succeeded. */
  onYes?: () => Promise<unknown>;
}

/** Asks before something that cannot be taken back easily. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const { modal, message } = App.useApp();
  const say = useWords(uiWords);
  const words = useErrorWords();
  return ({ title, text, yes, no, dangerous = false, onYes }) =>
    new Promise((resolve) => {
      modal.confirm({
        title,
        content: text,
        okText: yes,
        cancelText: no ?? say('cancel'),
        okButtonProps: { danger: dangerous },
        focusable: { autoFocusButton: dangerous ? 'cancel' : 'ok' },
        onOk: async () => {
          try {
            await onYes?.();
            resolve(true);
          } catch (error) {
            const { happened, toDo } = words(error);
            message.error(`${happened} · ${toDo}`);
            throw error;
          }
        },
        onCancel: () => resolve(false),
      });
    });
}

/** Short words that something was done, or was not. */
export function useTell() {
  const { message } = App.useApp();
  const words = useErrorWords();
  return {
    done: (text: string) => void message.success(text),
    warned: (text: string) => void message.warning(text, 6),
    failed: (error: unknown) => {
      const { happened, toDo } = words(error);
      void message.error(`${happened} · ${toDo}`);
    },
  };
}
