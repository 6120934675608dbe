import { useEffect, useRef } from 'react';
import type { FormPage } from '#domain/customer-page/contract.ts';
import type { AnswerValues } from '#domain/forms/form.ts';
import { showForm, showThanks } from '#web/customer/form-view.ts';
import { useLanguage } from '#web/lib/words.ts';
import style from '#web/customer/page.css?inline';
import './forms.css';

interface FormScreenProps {
  page: FormPage;
  label: string;
  onSend: (values: AnswerValues, sendId: string) => Promise<void>;
}

/** The customer's own page in a frame: what is previewed and what colleagues fill in is what the customer sees. */
export function FormScreen({ page, label, onSend }: FormScreenProps) {
  const frame = useRef<HTMLDivElement>(null);
  const language = useLanguage() === 'en' ? 'en' : 'zh';
  const send = useRef(onSend);
  useEffect(() => {
    send.current = onSend;
  });

  useEffect(() => {
    // Apart from our own styles, as the page is on a telephone.
    const shadow = frame.current!.shadowRoot ?? frame.current!.attachShadow({ mode: 'open' });
    const root = document.createElement('main');
    let photos = 0;
    const sheet = document.createElement('style');
    sheet.textContent = style;
    shadow.replaceChildren(sheet, root);
    showForm(
      {
        root,
        token: '',
        storage: null,
        language: () => language,
        switchLanguage: () => document.createElement('span'),
        onTitle: () => {},
        toTop: () => frame.current?.scrollTo(0, 0),
        // Nothing is kept of a photo that is only tried out.
        sendPhoto: () => Promise.resolve(`photo-${(photos += 1)}`),
        send: async (values, sendId) => {
          await send.current(values, sendId);
          return { thanks: page.form.thanks };
        },
        onGone: () => showThanks(root, '', ''),
        noMore: null,
      },
      page,
    );
  }, [page, language]);

  return <div className="form-screen" ref={frame} role="group" aria-label={label} />;
}
