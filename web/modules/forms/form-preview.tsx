import { ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { FormDefinition } from '#domain/forms/form.ts';
import { useWords } from '#web/lib/words.ts';
import { FormScreen } from './form-screen.tsx';
import { formWords } from './words.ts';

/** The form on a phone, to be walked through. */
export function FormPreview({ written, told }: { written: FormDefinition; told: string | null }) {
  const say = useWords(formWords);
  const [round, setRound] = useState(0);
  const { title, readBy, thanks, questions } = written;
  const text = JSON.stringify({ title, readBy, thanks, questions });
  return (
    <section>
      <div className="line">
        <h2>{say('edit.preview')}</h2>
        <span className="form-push" />
        <Button size="small" icon={<ReloadOutlined />} onClick={() => setRound(round + 1)}>
          {say('edit.preview.again')}
        </Button>
      </div>
      {told && <p className="soft">{told}</p>}
      <div className="phone-frame">
        {questions.length > 0 && <PreviewScreen key={`${round} ${text}`} text={text} />}
      </div>
    </section>
  );
}

/** Begun anew with every change, so that branches are walked as they are now. */
function PreviewScreen({ text }: { text: string }) {
  const say = useWords(formWords);
  const [page] = useState(() => ({
    kind: 'form' as const,
    clinicName: say('clinic'),
    greeting: '王*',
    form: JSON.parse(text) as Pick<FormDefinition, 'title' | 'readBy' | 'thanks' | 'questions'>,
  }));
  return <FormScreen page={page} label={say('edit.preview')} onSend={() => Promise.resolve()} />;
}
