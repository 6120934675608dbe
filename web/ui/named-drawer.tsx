import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from './field-rules.ts';
import { FormDrawer } from './form-drawer.tsx';
import { uiWords } from './words.ts';

export interface Named {
  zh: string;
  /** As in Chinese where nothing is said. */
  en: string;
  code: string;
}

interface NamedDrawerProps<Values extends Named> {
  title: string;
  open: boolean;
  onClose: () => void;
  /** What may be a code, and those that are one already. */
  codes: { shape: z.ZodType; taken: readonly string[] };
  onBegin: (values: Values) => Promise<unknown>;
  /** What is asked before the names. */
  children?: ReactNode;
}

/** Something the clinic writes itself begins with its names and a code that stays. */
export function NamedDrawer<Values extends Named = Named>(props: NamedDrawerProps<Values>) {
  const { title, open, onClose, codes, onBegin, children } = props;
  const say = useWords(uiWords);
  const { required, fits } = useFieldRules();
  const isFree = (_: unknown, code: string) =>
    codes.taken.includes(code) ? Promise.reject(new Error(say('named.taken'))) : Promise.resolve();
  return (
    <FormDrawer<Values>
      title={title}
      open={open}
      onClose={onClose}
      start={{}}
      onSave={(values) => onBegin({ ...values, en: values.en || values.zh })}
      saveLabel={say('named.begin')}
    >
      {children}
      <Form.Item name="zh" label={say('named.zh')} rules={[required]}>
        <Input autoFocus={!children} maxLength={40} />
      </Form.Item>
      <Form.Item name="en" label={say('named.en')}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item
        name="code"
        label={say('named.code')}
        extra={say('named.code.hint')}
        rules={[required, fits(codes.shape), { validator: isFree }]}
      >
        <Input maxLength={60} />
      </Form.Item>
    </FormDrawer>
  );
}
