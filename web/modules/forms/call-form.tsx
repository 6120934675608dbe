import { FormOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { CallSheetFollowup } from '#domain/followups/contract.ts';
import { useMay } from '#web/lib/me.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { useCustomerForms } from './api.ts';
import { AskFormDrawer } from './ask-form-drawer.tsx';
import { formWords } from './words.ts';
import './forms.css';

interface CallFormProps {
  customerId: string;
  followup: CallSheetFollowup;
  onScore: (score: number) => void;
}

/** The form of a call: filled in while the customer speaks, or sent to them. What was filled in stands beside it. */
export function CallForm(props: CallFormProps) {
  return useMay('forms.ask') ? <CallFormOf {...props} /> : null;
}

function CallFormOf({ customerId, followup, onScore }: CallFormProps) {
  const say = useWords(formWords);
  const wording = useWording();
  const [asking, setAsking] = useState(false);
  const requests = useCustomerForms(customerId).data?.items ?? [];
  const own = requests.filter((each) => each.followupId === followup.id);
  return (
    <div className="call-form">
      <Button size="small" icon={<FormOutlined />} onClick={() => setAsking(true)}>
        {say('call.form')}
      </Button>
      {own.map(({ id, name, score, answeredAt, source }) => (
        <span key={id} className="soft">
          {wording(name)} · {say(answeredAt === null ? 'waiting' : `source.${source}`)}
          {score !== null && <b> {score}</b>}
        </span>
      ))}
      <AskFormDrawer
        customer={{ id: customerId, name: '' }}
        followup={followup}
        open={asking}
        onScore={onScore}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
