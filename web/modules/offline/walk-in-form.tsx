import { Button, Form, Input } from 'antd';
import { useUsualSources } from '#web/lib/usual-sources.ts';
import { useWords } from '#web/lib/words.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { AutoComplete } from '#web/ui/select.tsx';
import { offlineWords } from './words.ts';

interface Came {
  customerName: string;
  phone: string | null;
  channelSource: string | null;
}

interface WalkInFormProps {
  /** What was looked for and not found: mostly the name. */
  typed: string;
  onCame: (came: Came) => void;
  onClose: () => void;
}

/** Somebody who is not on the list: who they say they are. Whether they were here before the server knows. */
export function WalkInForm({ typed, onCame, onClose }: WalkInFormProps) {
  const say = useWords(offlineWords);
  const { required } = useFieldRules();
  const sources = useUsualSources();
  const said = (text: string | undefined) => text?.trim() || null;
  return (
    <Form<Record<keyof Came, string | undefined>>
      layout="inline"
      className="panel walk-in"
      aria-label={say('walk-in')}
      requiredMark={false}
      initialValues={{ customerName: typed }}
      onFinish={({ customerName, phone, channelSource }) =>
        onCame({ customerName: customerName!.trim(), phone: said(phone), channelSource: said(channelSource) })
      }
      onKeyDown={({ key }) => {
        if (key === 'Escape') onClose();
      }}
    >
      <Form.Item name="customerName" rules={[required]}>
        <Input
          autoFocus={typed === ''}
          aria-label={say('walk-in.name')}
          placeholder={say('walk-in.name')}
          maxLength={80}
          autoComplete="off"
          style={{ width: 160 }}
        />
      </Form.Item>
      <Form.Item name="phone">
        <Input
          autoFocus={typed !== ''}
          aria-label={say('walk-in.phone')}
          placeholder={say('walk-in.phone')}
          maxLength={40}
          inputMode="tel"
          autoComplete="off"
          style={{ width: 180 }}
        />
      </Form.Item>
      <Form.Item name="channelSource">
        <AutoComplete
          aria-label={say('source')}
          placeholder={say('source')}
          options={sources}
          maxLength={40}
          style={{ width: 180 }}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        {say('arrive')}
      </Button>
      <Button type="text" onClick={onClose}>
        {say('walk-in.close')}
      </Button>
    </Form>
  );
}
