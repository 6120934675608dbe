import { Button, Form, Input, InputNumber, Upload } from 'antd';
import { CheckoutRules } from '#domain/checkout/rules.ts';
import type { CheckoutRulesView } from '#domain/checkout/contract.ts';
import { useWords } from '#web/lib/words.ts';
import { useTell } from '#web/ui/confirm.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { useAccountCode, useSaveAccountCode, useSaveCheckoutRules } from './api.ts';
import { checkoutWords } from './words.ts';

interface Fields {
  reasons: string;
  offers: string;
  minutes: number;
}

interface SettingsDrawerProps {
  clinicId: string;
  view: CheckoutRulesView;
  open: boolean;
  onClose: () => void;
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What this clinic's desk picks from, and the code customers scan. */
export function SettingsDrawer({ clinicId, view, open, onClose }: SettingsDrawerProps) {
  const say = useWords(checkoutWords);
  const tell = useTell();
  const { required } = useFieldRules();
  const save = useSaveCheckoutRules(clinicId);
  const member = say('rules.member');
  const { rules } = view;

  return (
    <FormDrawer<Fields>
      title={say('rules.title')}
      open={open}
      onClose={onClose}
      version={view.version}
      start={{
        reasons: rules.noNextReasons.join('\n'),
        offers: rules.offers
          .map(({ kind, name }) => (kind === 'membership' ? member + name : name))
          .join('\n'),
        minutes: rules.agreedMinutes,
      }}
      onSave={async ({ reasons, offers, minutes }, version) => {
        const changed = CheckoutRules.parse({
          ...rules,
          noNextReasons: linesOf(reasons),
          offers: linesOf(offers).map((line) =>
            line.startsWith(member)
              ? { kind: 'membership', name: line.slice(member.length) }
              : { kind: 'product', name: line },
          ),
          agreedMinutes: minutes,
        });
        await save.mutateAsync({ rules: changed, version: version! });
        tell.done(say('rules.saved'));
      }}
    >
      <Form.Item
        name="reasons"
        label={say('rules.reasons')}
        extra={say('rules.reasons.hint')}
        rules={[required]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} />
      </Form.Item>
      <Form.Item name="offers" label={say('rules.offers')} extra={say('rules.offers.hint')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 14 }} />
      </Form.Item>
      <Form.Item name="minutes" label={say('rules.minutes')} rules={[required]}>
        <InputNumber min={15} max={480} precision={0} />
      </Form.Item>
      <CodeField clinicId={clinicId} />
    </FormDrawer>
  );
}

function CodeField({ clinicId }: { clinicId: string }) {
  const say = useWords(checkoutWords);
  const tell = useTell();
  const picture = useAccountCode(clinicId).data?.picture;
  const save = useSaveAccountCode(clinicId);
  const upload = async (file: Blob) => {
    try {
      await save.mutateAsync(await base64Of(file));
      tell.done(say('rules.code.saved'));
    } catch (error) {
      tell.failed(error);
    }
  };
  return (
    <Form.Item label={say('rules.code')}>
      {picture && <img src={picture} alt={say('rules.code')} width={140} />}
      <div>
        <Upload
          accept="image/png,image/jpeg,image/webp"
          showUploadList={false}
          beforeUpload={(file) => {
            void upload(file);
            return false;
          }}
        >
          <Button loading={save.isPending}>{say('rules.code.upload')}</Button>
        </Upload>
      </div>
    </Form.Item>
  );
}

async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
